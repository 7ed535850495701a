package dev.hypersweep.sweeps.pruning;

import dev.hypersweep.sweeps.sampling.Goal;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes pruners by their names and settings. */
public final class Pruners {

  /** What a pruner may be told, with what holds if it is not. */
  private static final Map<String, Map<String, Double>> KNOWN = known();

  private Pruners() {}

  /** All names. */
  public static Set<String> names() {
    return KNOWN.keySet();
  }

  /**
   * The settings of a pruner with their standard values.
   *
   * @throws IllegalArgumentException if there is no such pruner
   */
  public static Map<String, Double> settings(String name) {
    Map<String, Double> settings = KNOWN.get(name);
    if (settings == null) {
      throw new IllegalArgumentException(
          "there is no pruner '" + name + "': " + String.join(", ", KNOWN.keySet()));
    }
    return settings;
  }

  /** A pruner with its standard settings. */
  public static Pruner named(String name, Goal goal, long seed) {
    return named(name, Map.of(), goal, seed);
  }

  /**
   * A pruner.
   *
   * @param given settings that differ from the standard ones
   * @param goal in whose direction bounds are meant that people set; reports are losses in any case
   * @param seed of the sweep
   * @throws IllegalArgumentException naming the setting, its value and what it may be
   */
  public static Pruner named(String name, Map<String, Double> given, Goal goal, long seed) {
    Map<String, Double> settings = new TreeMap<>(settings(name));
    given.forEach(
        (key, value) -> {
          if (!settings.containsKey(key)) {
            throw new IllegalArgumentException(
                "pruner "
                    + name
                    + " has no setting '"
                    + key
                    + "': "
                    + (settings.isEmpty() ? "it has none" : String.join(", ", settings.keySet())));
          }
          settings.put(key, value);
        });
    Given all = new Given(name, settings);
    return switch (name) {
      case "none" -> Pruner.NONE;
      case "median", "percentile" -> percentile(all);
      case "asha", "halving" -> new HalvingPruner(rungs(all));
      case "hyperband" -> new HyperbandPruner(rungs(all), all.whole("max"), seed);
      case "patience" -> new PatiencePruner((int) all.whole("patience"), all.real("delta"), null);
      case "threshold" -> threshold(all, goal);
      case "divergence" -> new DivergencePruner(all.real("factor"), (int) all.whole("reports"));
      case "racing" -> new RacingPruner(new PooledTest(all.real("level")));
      case "wilcoxon" -> new RacingPruner(new SignedRankTest(all.real("level")));
      case "friedman" -> new FriedmanPruner(all.real("level"), (int) all.whole("rivals"));
      case "pareto" -> new ParetoPruner(rungs(all));
      default -> throw new IllegalStateException(name);
    };
  }

  private static Rungs rungs(Given all) {
    return new Rungs(all.whole("min"), all.real("reduction"));
  }

  private static Pruner percentile(Given all) {
    return new PercentilePruner(
        new PercentilePruner.Settings(
            all.name().equals("median") ? 50 : all.real("percentile"),
            (int) all.whole("startup"),
            all.whole("warmup"),
            all.whole("interval"),
            (int) all.whole("least")));
  }

  private static Pruner threshold(Given all, Goal goal) {
    double lower = goal.loss(all.real("lower"));
    double upper = goal.loss(all.real("upper"));
    return new ThresholdPruner(Math.min(lower, upper), Math.max(lower, upper), all.whole("warmup"));
  }

  private static Map<String, Map<String, Double>> known() {
    Map<String, Double> rungs = Map.of("min", 1.0, "reduction", 3.0);
    Map<String, Double> median =
        Map.of("startup", 5.0, "warmup", 0.0, "interval", 1.0, "least", 1.0);
    Map<String, Map<String, Double>> known = new TreeMap<>();
    known.put("none", Map.of());
    known.put("median", median);
    known.put("percentile", with(median, "percentile", 25.0));
    known.put("asha", rungs);
    known.put("halving", rungs);
    known.put("pareto", rungs);
    known.put("hyperband", with(rungs, "max", 0.0));
    known.put("patience", Map.of("patience", 5.0, "delta", 0.0));
    known.put(
        "threshold",
        Map.of(
            "lower", Double.NEGATIVE_INFINITY, "upper", Double.POSITIVE_INFINITY, "warmup", 0.0));
    known.put("divergence", Map.of("factor", 1.0, "reports", 3.0));
    known.put("racing", Map.of("level", 0.1));
    known.put("wilcoxon", Map.of("level", 0.1));
    known.put("friedman", Map.of("level", 0.1, "rivals", 4.0));
    return Collections.unmodifiableMap(known);
  }

  private static Map<String, Double> with(Map<String, Double> settings, String key, double value) {
    Map<String, Double> all = new TreeMap<>(settings);
    all.put(key, value);
    return all;
  }

  private record Given(String name, Map<String, Double> values) {

    double real(String key) {
      return values.get(key);
    }

    long whole(String key) {
      double value = real(key);
      if (value != Math.rint(value) || !(Math.abs(value) < 1e9)) {
        throw new IllegalArgumentException(
            "pruner "
                + name
                + ": "
                + key
                + " is a whole number below a thousand million, not "
                + value);
      }
      return (long) value;
    }
  }
}
