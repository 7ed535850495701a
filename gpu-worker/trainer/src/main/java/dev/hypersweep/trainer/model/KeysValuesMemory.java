package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;

/** Keys and values of every block, kept from pass to pass while texts are written. */
public final class KeysValuesMemory implements AutoCloseable {

  private final Session session;
  private NDManager owner;
  private List<KeysValues> kept = List.of();

  public KeysValuesMemory(Session session) {
    this.session = session;
    this.owner = session.manager().newSubManager();
  }

  /** What is kept, by block; empty if there is nothing yet. */
  public List<KeysValues> kept() {
    return kept;
  }

  /** Keeps these in place of what was kept. */
  public void keep(List<KeysValues> present) {
    NDManager next = session.manager().newSubManager();
    present.forEach(each -> each.attach(next));
    owner.close();
    owner = next;
    kept = present;
  }

  /** Row i becomes what row {@code index[i]} was. */
  public void select(Pass pass, NDArray index) {
    keep(kept.stream().map(each -> each.rows(pass, index)).toList());
  }

  @Override
  public void close() {
    owner.close();
  }
}
