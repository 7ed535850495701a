package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/**
 * An encoder that learns something else than classes.
 *
 * @param <E> an example, with its answer
 */
public abstract class EncoderTask<E> implements TrainableModel<E> {

  private final TextEncoder encoder;

  EncoderTask(TextEncoder encoder) {
    this.encoder = encoder;
  }

  /** The texts that the encoder reads of an example. */
  abstract List<? extends TokenisedText> texts(E example);

  /**
   * The mean loss of the examples, a scalar.
   *
   * @param outputs the head's numbers for all their texts, in order
   */
  abstract NDArray loss(Pass pass, NDArray outputs, List<E> examples);

  @Override
  public final Losses losses(Pass pass, List<E> examples, double labelSmoothing) {
    if (labelSmoothing != 0) {
      throw new IllegalArgumentException("only classes can be smoothed");
    }
    List<? extends TokenisedText> all =
        examples.stream().flatMap(example -> texts(example).stream()).toList();
    TextEncoder.Outputs out = encoder.outputs(pass, all);
    NDArray task = loss(pass, out.outputs(), examples);
    return Losses.of(pass, task, out.routings(), encoder.objective());
  }

  @Override
  public final int tokens(E example) {
    return texts(example).stream().mapToInt(text -> text.tokens().length).sum();
  }

  @Override
  public final int terms(E example) {
    return 1;
  }

  @Override
  public final Parameters parameters() {
    return encoder.parameters();
  }

  @Override
  public final long activeSize() {
    return encoder.activeSize();
  }

  @Override
  public final double flopsPerToken(double length) {
    return encoder.flopsPerToken(length);
  }
}
