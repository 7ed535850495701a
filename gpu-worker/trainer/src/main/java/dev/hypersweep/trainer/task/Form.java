package dev.hypersweep.trainer.task;

/**
 * How much of an example a network reads at once.
 *
 * @param length most tokens
 * @param stride of a text in windows: how many tokens a window repeats from the one before; {@link
 *     #CUT} where texts are cut instead
 */
public record Form(int length, int stride) {

  /** No windows. */
  public static final int CUT = -1;

  /** Texts are cut. */
  public static Form cut(int length) {
    return new Form(length, CUT);
  }

  /** Whether long texts are read in windows. */
  public boolean hasWindows() {
    return stride != CUT;
  }
}
