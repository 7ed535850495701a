package dev.hypersweep.trainer.moe.expert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.moe.gate.Selection;
import dev.hypersweep.trainer.nn.Pass;

/**
 * The assignments of a batch brought together by expert, those that found no room last: what each
 * expert receives, and the way back to the tokens.
 */
public final class Dispatch {

  private final Pass pass;
  private final Routing routing;
  private final Grouping grouping;
  private final NDArray order;
  private final NDArray sorted;

  private Dispatch(Pass pass, Routing routing, Grouping grouping) {
    this.pass = pass;
    this.routing = routing;
    this.grouping = grouping;
    this.order = pass.manager().create(grouping.order());
    this.sorted =
        routing.k() == 1
            ? pass.operations().rows(routing.input(), order)
            : pass.sparseOperations().assignments(routing.input(), order, routing.k());
  }

  /** Sorts the assignments of a routing. */
  public static Dispatch of(Pass pass, Routing routing) {
    Selection selection = routing.selection();
    int[] keys = selection.experts();
    int groups = selection.count();
    if (selection.dropped() != null) {
      keys = keys.clone();
      for (int a = 0; a < keys.length; a++) {
        keys[a] = selection.isDropped(a) ? groups : keys[a];
      }
      groups++;
    }
    return new Dispatch(pass, routing, Grouping.by(keys, groups));
  }

  /** The same assignments as if each expert had room for all: a companion has no limit. */
  public Dispatch withoutLimit() {
    return new Dispatch(
        pass, routing, Grouping.by(routing.selection().experts(), routing.experts()));
  }

  /** The pass that it belongs to. */
  public Pass pass() {
    return pass;
  }

  /** The routing that it serves. */
  public Routing routing() {
    return routing;
  }

  /** The token of each assignment, by expert: [n k, d]. */
  public NDArray sorted() {
    return sorted;
  }

  /** Assignments of each expert: [N], or [N + 1] if some found no room, those last. */
  public long[] sizes() {
    return grouping.sizes();
  }

  /** Whether every assignment found room: the groups are then the N experts'. */
  public boolean isWhole() {
    return grouping.sizes().length == routing.experts();
  }

  /** Multiplies outputs by their gate weights: [n k, d] by expert -> the same. */
  public NDArray weighted(NDArray outputs) {
    NDArray flat = routing.weights().reshape(new Shape(-1, 1)); // [n k, 1]
    return outputs.mul(pass.operations().rows(flat, order));
  }

  /** The sum of each token's outputs: [n k, d] by expert -> [n, d] by token. */
  public NDArray combine(NDArray outputs) {
    NDArray places = pass.manager().create(grouping.places());
    NDArray y = pass.operations().rows(outputs, places); // [n k, d], k per token
    int k = routing.k();
    return k == 1 ? y : y.reshape(new Shape(-1, k, outputs.getShape().get(1))).sum(new int[] {1});
  }
}
