package dev.hypersweep.trainer.model;

/**
 * What a head gives numbers for.
 *
 * @param outputs C numbers
 * @param perToken for each token, or for each text
 */
public record Head(int outputs, boolean perToken) {

  /** Numbers for a text. */
  public static Head ofText(int outputs) {
    return new Head(outputs, false);
  }

  /** Numbers for each of its tokens. */
  public static Head ofTokens(int outputs) {
    return new Head(outputs, true);
  }

  /**
   * FLOPs of a token beyond what {@link ClassifierFlops} counts, which is a head of texts.
   *
   * @param width d
   * @param length tokens of a text
   */
  public double moreFlops(int width, double length) {
    return perToken ? 2.0 * width * outputs * (1 - 1 / length) : 0;
  }
}
