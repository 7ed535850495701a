package dev.hypersweep.sweeps.pruning;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes promotions by their names and settings. */
public final class Promotions {

  /** All names. */
  public static final List<String> NAMES =
      List.of("asha-promotion", "halving-promotion", "hyperband-promotion");

  /** What each of them may be told, with what holds if it is not. */
  public static final Map<String, Double> SETTINGS =
      Map.copyOf(new TreeMap<>(Map.of("min", 1.0, "reduction", 3.0)));

  private Promotions() {}

  /**
   * The rungs of these settings.
   *
   * @param given settings that differ from the standard ones
   * @throws IllegalArgumentException naming the setting, its value and what it may be
   */
  public static Rungs rungs(String name, Map<String, Double> given) {
    for (String setting : given.keySet()) {
      if (!SETTINGS.containsKey(setting)) {
        throw new IllegalArgumentException(
            name + " has the settings min and reduction, not '" + setting + "'");
      }
    }
    double least = given.getOrDefault("min", SETTINGS.get("min"));
    if (least != Math.rint(least) || !(Math.abs(least) < 1e9)) {
      throw new IllegalArgumentException(
          name + ": min is a whole number of steps below a thousand million, not " + least);
    }
    return new Rungs((long) least, given.getOrDefault("reduction", SETTINGS.get("reduction")));
  }

  /**
   * A promotion that has heard of nothing.
   *
   * @param greatest step of a whole trial
   * @throws IllegalArgumentException if there is no such promotion
   */
  public static Promotion named(String name, Rungs rungs, long greatest) {
    return switch (name) {
      case "asha-promotion" -> new AshaPromotion(rungs, greatest);
      case "halving-promotion" -> BracketPromotion.halving(rungs, greatest);
      case "hyperband-promotion" -> BracketPromotion.hyperband(rungs, greatest);
      default ->
          throw new IllegalArgumentException(
              "there is no promotion '" + name + "': " + String.join(", ", NAMES));
    };
  }
}
