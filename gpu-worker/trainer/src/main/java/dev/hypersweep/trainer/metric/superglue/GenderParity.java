package dev.hypersweep.trainer.metric.superglue;

import java.util.HashMap;
import java.util.Map;

/**
 * AX-g's parity (Rudinger 2018): do two texts that differ in gender only get the same answer? Texts
 * 2k and 2k+1 are a pair, in whatever order they come.
 */
public final class GenderParity {

  private final Map<Long, String> waiting = new HashMap<>();
  private int pairs;
  private int equal;

  /** Takes the answer for the text of that number; one without its partner counts nowhere. */
  public void add(long number, String prediction) {
    String partner = waiting.remove(number ^ 1);
    if (partner == null) {
      waiting.put(number, prediction);
    } else {
      pairs++;
      equal += partner.equals(prediction) ? 1 : 0;
    }
  }

  /** Complete pairs. */
  public int pairs() {
    return pairs;
  }

  /** Share of pairs with equal answers; NaN without a pair. */
  public double share() {
    return (double) equal / pairs;
  }
}
