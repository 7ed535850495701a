package dev.hypersweep.sweeps.pruning;

import dev.hypersweep.sweeps.sampling.Goal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pruners as people write them on a command line: {@code median} or {@code asha,reduction=4}. */
public final class PrunerText {

  private PrunerText() {}

  /**
   * The pruner of a text.
   *
   * @throws IllegalArgumentException naming what is wrong in it
   */
  public static Pruner read(String text, Goal goal, long seed) {
    return Pruners.named(name(text), settings(text), goal, seed);
  }

  /** The name at its beginning. */
  public static String name(String text) {
    return text.split(",", 2)[0].strip();
  }

  /** The settings after the name. */
  public static Map<String, Double> settings(String text) {
    Map<String, Double> settings = new LinkedHashMap<>();
    String[] parts = text.split(",", -1);
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", 2);
      try {
        if (pair.length < 2 || settings.put(pair[0].strip(), Double.valueOf(pair[1])) != null) {
          throw new NumberFormatException();
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "pruner '"
                + text
                + "': '"
                + parts[i]
                + "' is not KEY=NUMBER, once per key, as in median,warmup=5",
            e);
      }
    }
    return settings;
  }
}
