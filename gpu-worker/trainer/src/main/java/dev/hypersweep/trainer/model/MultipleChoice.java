package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Pass;
import java.util.Arrays;
import java.util.List;

/**
 * One number for each option; the softmax over an example's options is their probability. The loss
 * is -log of the probability of all right options together, which for one right option is the
 * cross-entropy.
 */
public final class MultipleChoice extends EncoderTask<Options> {

  private static final double NEVER = -1e9;
  private static final int[] LAST_AXIS = {1};

  /**
   * @param encoder with one number for a text
   */
  public MultipleChoice(TextEncoder encoder) {
    super(encoder);
  }

  @Override
  List<Options.Plain> texts(Options example) {
    return example.texts();
  }

  @Override
  NDArray loss(Pass pass, NDArray outputs, List<Options> examples) {
    int most = examples.stream().mapToInt(example -> example.texts().size()).max().orElseThrow();
    int[] sizes = examples.stream().mapToInt(example -> example.texts().size()).toArray();
    NDArray scores = Padding.rows(pass, outputs, sizes, most, NEVER); // [B * M, 1]
    NDArray logits = scores.reshape(examples.size(), most).logSoftmax(1);
    NDArray right = logits.add(onlyRight(pass, examples, most)); // [B, M]
    NDArray top = right.stopGradient().max(LAST_AXIS, true);
    NDArray sum = right.sub(top).exp().sum(LAST_AXIS, true).log().add(top); // [B, 1]
    return sum.mean().neg();
  }

  /** 0 for right options, so low for others that they do not count. */
  private static NDArray onlyRight(Pass pass, List<Options> examples, int most) {
    double[] terms = new double[examples.size() * most];
    Arrays.fill(terms, NEVER);
    for (int b = 0; b < examples.size(); b++) {
      for (int option : examples.get(b).right()) {
        terms[b * most + option] = 0;
      }
    }
    return pass.manager()
        .create(terms, new Shape(examples.size(), most))
        .toType(pass.type(), false);
  }
}
