package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/**
 * Two numbers for each token: how likely the answer begins and ends there (Devlin et al. 2019,
 * 4.2). The loss is the mean cross-entropy of both over the tokens of a window.
 */
public final class SpanExtraction extends EncoderTask<Window> {

  private static final double NEVER = -1e9;

  /**
   * @param encoder with two numbers for a token
   */
  public SpanExtraction(TextEncoder encoder) {
    super(encoder);
  }

  @Override
  List<Window> texts(Window example) {
    return List.of(example);
  }

  @Override
  NDArray loss(Pass pass, NDArray outputs, List<Window> examples) {
    int batch = examples.size();
    int[] lengths = examples.stream().mapToInt(window -> window.tokens().length).toArray();
    int longest = examples.stream().mapToInt(window -> window.tokens().length).max().orElseThrow();
    NDArray logits =
        Padding.rows(pass, outputs, lengths, longest, NEVER) // [B L, 2]
            .reshape(batch, longest, 2)
            .transpose(0, 2, 1) // [B, 2, L]
            .reshape(2L * batch, longest);
    long[] places = new long[2 * batch];
    for (int b = 0; b < batch; b++) {
      places[2 * b] = examples.get(b).start();
      places[2 * b + 1] = examples.get(b).end();
    }
    NDArray wanted = pass.manager().create(places, new Shape(places.length));
    return pass.operations().crossEntropy(logits, wanted);
  }
}
