package dev.hypersweep.sweeps.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One line of the bench.
 *
 * @param deciding whether the verdict at this horizon counts
 * @param seeds how many of ours, and of theirs
 */
record Comparison(
    TestFunction function,
    String sampler,
    int horizon,
    boolean deciding,
    int[] seeds,
    Verdict verdict) {

  static final String HEADER =
      String.format(
          "%-20s %-7s %6s %12s %25s %12s %25s %7s %8s  %s",
          "function",
          "sampler",
          "trials",
          "ours",
          "quartiles",
          "theirs",
          "quartiles",
          "p worse",
          "overlap",
          "verdict");

  String line() {
    return String.format(
        Locale.ROOT,
        "%-20s %-7s %6d %12.6g %25s %12.6g %25s %7.4f %8s  %s%s",
        function.name(),
        sampler,
        horizon,
        verdict.mine()[1],
        range(verdict.mine()),
        verdict.theirs()[1],
        range(verdict.theirs()),
        verdict.worse(),
        verdict.overlap() ? "yes" : "no",
        verdict.word(),
        deciding ? "" : " (on the way)");
  }

  private static String range(double[] quartiles) {
    return String.format(Locale.ROOT, "%.5g .. %.5g", quartiles[0], quartiles[2]);
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("peer", "hypersweep");
    json.put("script", "bench samplers");
    json.put("function", function.name());
    json.put("sampler", sampler);
    json.put("theirs", Reference.theirs(sampler));
    json.put("trials", horizon);
    json.put("deciding", deciding);
    json.put("seeds", seeds[0]);
    json.put("seeds_theirs", seeds[1]);
    json.put("quartiles", verdict.mine());
    json.put("quartiles_theirs", verdict.theirs());
    json.put("p_worse", verdict.worse());
    json.put("overlap", verdict.overlap());
    json.put("verdict", verdict.word());
    return json;
  }
}
