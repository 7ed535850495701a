package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.gate.AuxiliaryLoss;
import dev.hypersweep.trainer.moe.gate.RouterObjective;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/**
 * What a batch costs: the task loss plus the weighted auxiliary losses is what training minimises.
 *
 * @param task mean over the terms of the batch, a scalar
 * @param auxiliary losses beside it; empty for a dense model
 * @param routings where the tokens went in each sparse layer, by layer; empty for a dense model
 * @param objective what the routers add, for one layer or several
 */
public record Losses(
    NDArray task, List<Auxiliary> auxiliary, List<Routing> routings, RouterObjective objective) {

  /** Losses of a model without experts. */
  public Losses(NDArray task, List<Auxiliary> auxiliary) {
    this(task, auxiliary, List.of(), RouterObjective.NONE);
  }

  /** Losses of a stack of layers with the losses that its routers add. */
  public static Losses of(
      Pass pass, NDArray task, List<Routing> routings, RouterObjective objective) {
    List<AuxiliaryLoss> routers = routings.isEmpty() ? List.of() : objective.of(pass, routings);
    List<Auxiliary> auxiliary =
        routers.stream().map(r -> new Auxiliary(r.name(), r.value(), r.weight())).toList();
    return new Losses(task, auxiliary, routings, objective);
  }

  /**
   * A loss that is there for the sake of the model, not of the task.
   *
   * @param name as metrics show it after {@code train/}, for example {@code balance_loss}
   * @param value a scalar, not weighted
   * @param weight factor with which it enters the sum
   */
  public record Auxiliary(String name, NDArray value, double weight) {}
}
