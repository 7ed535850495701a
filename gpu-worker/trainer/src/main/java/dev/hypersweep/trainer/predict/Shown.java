package dev.hypersweep.trainer.predict;

/** An input as people see it beside its prediction: whole if it is short. */
public final class Shown {

  private static final int MOST = 2_000;

  private Shown() {}

  /** At most 2,000 UTF-16 units, no character torn apart; what is cut ends with an ellipsis. */
  public static String of(String text) {
    if (text.length() <= MOST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MOST - 2)) ? MOST - 2 : MOST - 1;
    return text.substring(0, end) + "\u2026";
  }

  /** Two texts, one below the other. */
  public static String of(String text, String pair) {
    return pair == null ? of(text) : of(of(text) + "\n" + pair);
  }
}
