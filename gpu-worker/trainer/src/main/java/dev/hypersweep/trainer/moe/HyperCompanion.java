package dev.hypersweep.trainer.moe;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;
import java.util.function.Function;

/** HyperMoE's part of a sparse layer: a HyperExpert made from the experts not selected. */
public final class HyperCompanion implements Companion {

  private final SelectionEmbedding selection;
  private final Hypernetwork hypernetwork;
  private final int layer;
  private final Function<Routing, SelectedSets> generation;

  private HyperCompanion(
      SelectionEmbedding selection,
      Hypernetwork hypernetwork,
      int layer,
      Function<Routing, SelectedSets> generation) {
    this.selection = selection;
    this.hypernetwork = hypernetwork;
    this.layer = layer;
    this.generation = generation;
  }

  /** Generates once per distinct set of selected experts; exact. */
  public HyperCompanion(SelectionEmbedding selection, Hypernetwork hypernetwork, int layer) {
    this(selection, hypernetwork, layer, SelectedSets::of);
  }

  /** The same, generating for each token anew: the slow reference that a test compares with. */
  HyperCompanion perToken() {
    return new HyperCompanion(selection, hypernetwork, layer, SelectedSets::perToken);
  }

  @Override
  public NDArray apply(Pass pass, NDArray x, Routing routing) {
    SelectedSets sets = generation.apply(routing);
    NDArray p = selection.apply(pass, sets.sets()); // [S, p]
    return hypernetwork.generate(pass, p, layer).apply(pass, x, sets);
  }
}
