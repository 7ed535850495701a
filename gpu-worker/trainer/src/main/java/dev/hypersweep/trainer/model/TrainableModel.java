package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/**
 * A model together with the task that it learns: all that a training loop needs to know of it,
 * whatever its architecture.
 *
 * @param <E> an example, with its answer
 */
public interface TrainableModel<E> {

  /** Every parameter of the model. */
  Parameters parameters();

  /**
   * The losses of a batch, in a pass that records.
   *
   * @param labelSmoothing share of the probability that is spread evenly over all classes or tokens
   *     (Szegedy et al. 2016), 0 to below 1
   * @throws IllegalArgumentException if the task has no labels that could be smoothed
   */
  Losses losses(Pass pass, List<E> examples, double labelSmoothing);

  /** Tokens of an example that the model reads, padding not counted. */
  int tokens(E example);

  /**
   * Terms that an example adds to the mean that the task loss is: 1 for a class, the number of
   * predicted tokens for a text.
   */
  int terms(E example);

  /** Parameters that one token meets: all but the experts that it is not sent to. */
  long activeSize();

  /**
   * Floating-point operations of a forward pass per token, a multiply-add counting as two; a
   * training step takes three times as many.
   *
   * @param length tokens of the example that the token stands in, as attention's share depends on
   *     it
   */
  double flopsPerToken(double length);
}
