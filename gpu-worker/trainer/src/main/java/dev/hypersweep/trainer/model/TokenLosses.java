package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/**
 * A model that tells how little it expected each token that it had to predict.
 *
 * @param <E> an example with its answer
 */
@FunctionalInterface
public interface TokenLosses<E> {

  /**
   * Negative log-likelihood of each predicted token in nats; nothing of a router's losses.
   *
   * @return a row for each example, with as many numbers as {@link TrainableModel#terms} says
   */
  double[][] tokenLosses(Pass pass, List<E> examples);
}
