package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.gate.RouterObjective;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/**
 * A network that reads texts and gives numbers for each of them, or for each of their tokens,
 * whatever its architecture: what tasks on encoders are made of.
 */
public interface TextEncoder {

  /**
   * What a forward pass gives.
   *
   * @param outputs [B, C] for texts, or [n, C] for their n tokens one after another
   * @param routings where the tokens went in each sparse layer; empty for a dense model
   */
  record Outputs(NDArray outputs, List<Routing> routings) {}

  /** Every parameter, those of the head included. */
  Parameters parameters();

  /** The head's numbers, in the order of the texts. */
  Outputs outputs(Pass pass, List<? extends TokenisedText> texts);

  /** What the routers add to a loss. */
  RouterObjective objective();

  /** Its mixtures of experts, by layer; empty for a dense model. */
  List<SparseLayer> sparseLayers();

  /** Where the tokens of these texts go in each of {@link #sparseLayers}. */
  default List<Routing> routings(Pass pass, List<? extends TokenisedText> texts) {
    return outputs(pass, texts).routings();
  }

  /** As {@link TrainableModel#activeSize}. */
  long activeSize();

  /** As {@link TrainableModel#flopsPerToken}. */
  double flopsPerToken(double length);
}
