package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/** One number for each text; the loss is the mean squared error. */
public final class Regression extends EncoderTask<ScoredText> {

  /**
   * @param encoder with one number for a text
   */
  public Regression(TextEncoder encoder) {
    super(encoder);
  }

  @Override
  List<ScoredText> texts(ScoredText example) {
    return List.of(example);
  }

  @Override
  NDArray loss(Pass pass, NDArray outputs, List<ScoredText> examples) {
    double[] scores = examples.stream().mapToDouble(ScoredText::score).toArray();
    NDArray wanted =
        pass.manager().create(scores, new Shape(scores.length, 1)).toType(pass.type(), false);
    NDArray error = outputs.sub(wanted); // [B, 1]
    return error.mul(error).mean();
  }
}
