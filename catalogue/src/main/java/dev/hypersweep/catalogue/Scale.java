package dev.hypersweep.catalogue;

/** The numbers that a metric can take, and what one of them means. Both ends are included. */
public enum Scale {
  /** A share or a mean of shares. */
  FRACTION("fraction", 0, 1),
  /** A correlation, or an agreement beyond chance. */
  CORRELATION("correlation", -1, 1),
  /** A share in hundredths, as the makers of BLEU, chrF and TER write them. */
  PERCENT("percent", 0, 100),
  /** Edits for each hundred words of the reference; more than 100 where a text is far too long. */
  EDIT_RATE("edits per 100 words", 0, Double.POSITIVE_INFINITY),
  /** The exponential of a mean negative log-likelihood. */
  PERPLEXITY("perplexity", 1, Double.POSITIVE_INFINITY),
  /** A mean negative log-likelihood, natural logarithm. */
  NATS("nats", 0, Double.POSITIVE_INFINITY),
  /** A mean negative log-likelihood, logarithm to base 2. */
  BITS("bits", 0, Double.POSITIVE_INFINITY);

  private final String unit;
  private final double lowest;
  private final double highest;

  Scale(String unit, double lowest, double highest) {
    this.unit = unit;
    this.lowest = lowest;
    this.highest = highest;
  }

  /** What one is called, for people. */
  public String unit() {
    return unit;
  }

  /** The lowest value. */
  public double lowest() {
    return lowest;
  }

  /** The highest value, infinite where there is none. */
  public double highest() {
    return highest;
  }
}
