package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.metric.language.TextLikelihood;
import dev.hypersweep.trainer.predict.Statistic;
import java.util.function.ToDoubleBiFunction;

/**
 * A likelihood of documents over their size: sums first, then the quotient, as perplexity is
 * defined for a text and not as a mean over texts.
 *
 * @param nll negative log-likelihood of each document in nats
 * @param sizes in tokens, words or bytes
 * @param reading what is made of both sums
 */
record Ratio(double[] nll, long[] sizes, ToDoubleBiFunction<TextLikelihood, Long> reading)
    implements Statistic {

  @Override
  public int size() {
    return nll.length;
  }

  @Override
  public double of(int[] chosen) {
    double sum = 0;
    long size = 0;
    for (int i : chosen) {
      sum += nll[i];
      size += sizes[i];
    }
    return reading.applyAsDouble(new TextLikelihood(sum, size), size);
  }
}
