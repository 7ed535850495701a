package dev.hypersweep.trainer.metric.language;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a text that is longer than the model's context.
 *
 * @param begin its first token
 * @param end behind its last token
 * @param newTokens tokens at its end that no earlier window holds: those that are scored here
 */
public record SlidingWindow(int begin, int end, int newTokens) {

  /**
   * Windows over a text: each token is scored once, in the first window that holds it.
   *
   * @param tokens in the text
   * @param maxLength tokens in a window at most
   * @param stride from one window's begin to the next, 1 to maxLength
   */
  public static List<SlidingWindow> over(int tokens, int maxLength, int stride) {
    if (stride < 1 || stride > maxLength) {
      throw new IllegalArgumentException(
          "stride " + stride + " must be between 1 and the window's length " + maxLength);
    }
    List<SlidingWindow> windows = new ArrayList<>();
    int scored = 0;
    for (int begin = 0; scored < tokens; begin += stride) {
      int end = Math.min(begin + maxLength, tokens);
      windows.add(new SlidingWindow(begin, end, end - scored));
      scored = end;
    }
    return windows;
  }
}
