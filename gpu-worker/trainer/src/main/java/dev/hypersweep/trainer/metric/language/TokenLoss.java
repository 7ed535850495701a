package dev.hypersweep.trainer.metric.language;

/**
 * A sum of losses over counted tokens. The loss of an epoch is that sum divided by the tokens'
 * number, never a mean of its batches' means.
 *
 * @param sum nats
 * @param tokens how many are counted
 */
public record TokenLoss(double sum, long tokens) {

  /** Of nothing yet. */
  public static final TokenLoss NONE = new TokenLoss(0, 0);

  /** With a batch whose mean loss is known; one without counted tokens changes nothing. */
  public TokenLoss plusBatch(double meanLoss, long batchTokens) {
    return batchTokens == 0
        ? this
        : new TokenLoss(sum + meanLoss * batchTokens, tokens + batchTokens);
  }

  /** With a token, unless its label is the one that is not counted. */
  public TokenLoss plusToken(double loss, long label, long ignoredLabel) {
    return label == ignoredLabel ? this : new TokenLoss(sum + loss, tokens + 1);
  }

  /** Mean loss in nats; NaN if no token is counted. */
  public double mean() {
    return tokens == 0 ? Double.NaN : sum / tokens;
  }

  /** exp of the mean loss; infinite where that is too large for a number. */
  public double perplexity() {
    return Math.exp(mean());
  }
}
