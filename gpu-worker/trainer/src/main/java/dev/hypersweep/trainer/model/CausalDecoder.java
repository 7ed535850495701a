package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.gate.RouterObjective;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/** A model that predicts each token from those before it. */
@FunctionalInterface
public interface CausalDecoder {

  /** Runs over tokens, after what they follow. */
  Predicted predict(Pass pass, CausalInput input);

  /**
   * What it predicts.
   *
   * @param logits [B, L, V] of the token that follows each position
   * @param present per block, keys and values of all positions so far
   * @param routings of sparse layers, padded positions included; empty for a dense model
   * @param objective what the routers add to the loss
   */
  record Predicted(
      NDArray logits, List<KeysValues> present, List<Routing> routings, RouterObjective objective) {

    /** What a dense model predicts. */
    public static Predicted dense(NDArray logits, List<KeysValues> present) {
      return new Predicted(logits, present, List.of(), RouterObjective.NONE);
    }
  }
}
