package dev.hypersweep.trainer.metric.language;

/**
 * What a model made of a text.
 *
 * @param negativeLogLikelihood of the whole text, in nats, without auxiliary losses
 * @param tokens how many tokens the model saw it as
 */
public record TextLikelihood(double negativeLogLikelihood, long tokens) {

  private static final double NATS_PER_BIT = Math.log(2);

  /**
   * @param logLikelihoods of each token, in nats
   */
  public static TextLikelihood of(double... logLikelihoods) {
    double sum = 0;
    for (double logLikelihood : logLikelihoods) {
      sum -= logLikelihood;
    }
    return new TextLikelihood(sum, logLikelihoods.length);
  }

  /** Nats for each token, or for each of any other unit that the text has so many of; NaN for 0. */
  public double nats(long units) {
    return units == 0 ? Double.NaN : negativeLogLikelihood / units;
  }

  /** Bits for each unit. */
  public double bits(long units) {
    return nats(units) / NATS_PER_BIT;
  }

  /** Perplexity by unit; infinite where it is too large for a number. */
  public double perplexity(long units) {
    return Math.exp(nats(units));
  }
}
