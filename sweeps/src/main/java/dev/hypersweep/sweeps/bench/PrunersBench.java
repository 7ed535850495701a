package dev.hypersweep.sweeps.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.sampling.RandomSearch;
import dev.hypersweep.sweeps.simulation.CurveFile;
import dev.hypersweep.sweeps.simulation.Limits;
import dev.hypersweep.sweeps.simulation.Outcome;
import dev.hypersweep.sweeps.simulation.Simulation;
import dev.hypersweep.sweeps.simulation.Strategy;
import dev.hypersweep.sweeps.simulation.TableCurves;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** Runs pruners on tables of curves and cells, beside stored figures of another library. */
final class PrunersBench {

  /**
   * Ours and theirs.
   *
   * @param theirs its counterpart
   */
  private record Pair(String ours, String theirs) {}

  private static final List<Pair> CURVES =
      List.of(
          new Pair("none", "none"),
          new Pair("median", "median"),
          new Pair("asha", "asha_r3"),
          new Pair("asha,reduction=4", "asha_r4"),
          new Pair("hyperband", "hyperband_r3"),
          new Pair("asha-promotion", "asha_r3"),
          new Pair("hyperband-promotion", "hyperband_r3"));
  private static final List<Pair> CELLS =
      List.of(
          new Pair("none", "none"),
          new Pair("median,warmup=5", "median_running"),
          new Pair("wilcoxon", "wilcoxon"),
          new Pair("friedman", "wilcoxon"),
          new Pair("racing", "wilcoxon"));

  @Option(
      names = "--functions",
      paramLabel = "FOLDER",
      defaultValue = "../shared/vectors/optuna",
      description = "With table_*.csv and pruners.csv. Default: ${DEFAULT-VALUE}")
  private Path folder;

  @Option(
      names = "--table",
      split = ",",
      paramLabel = "NAME",
      description = "Default: table_curves, table_curves_mild, table_cells.")
  private List<String> tables = List.of("table_curves", "table_curves_mild", "table_cells");

  @Option(
      names = "--pruner",
      paramLabel = "NAME[,KEY=VALUE]",
      description = "Only these, with the stored figures of their kind. Default: all.")
  private List<String> pruners = List.of();

  @Option(names = "--seeds", paramLabel = "N", defaultValue = "30", description = "Default: 30.")
  private int seeds;

  @Option(
      names = "--draws",
      paramLabel = "FILE",
      description = {
        "The points that the other library drew, a line per table and seed:",
        "{\"table\":\"t\",\"seed\":0,\"points\":[{..},..]}. Ours begins the same trials then, seeds are",
        "compared in pairs, and only the pruners differ (and who is in which bracket of Hyperband)."
      })
  private Path draws;

  @Option(names = "--json", description = "One JSON object per line.")
  private boolean json;

  private PrintStream out;
  private DrawnPoints drawn;

  /**
   * Runs the bench.
   *
   * @return 0 if no pruner was worse at the budget, else 1
   */
  int run(PrintStream answers) throws IOException {
    out = answers;
    Path stored = folder.resolve("pruners.csv");
    if (!Files.isReadable(stored)) {
      System.err.println("no pruners.csv in " + folder.toAbsolutePath() + ": use --functions");
      return 2;
    }
    drawn = draws == null ? null : new DrawnPoints(draws);
    PrunersReference reference = new PrunersReference(stored);
    if (!json) {
      out.printf(
          "%-18s %-20s %7s %7s %9s %20s  %-15s %9s %20s %7s %7s  %s%n",
          "table",
          "pruner",
          "workers",
          "budget",
          "regret",
          "quartiles",
          "theirs",
          "regret",
          "quartiles",
          "p worse",
          "trials",
          "verdict");
    }
    int worse = 0;
    for (String table : tables) {
      TableCurves curves = CurveFile.csv(folder.resolve(table + ".csv"));
      boolean cells = curves.places().size() > 1;
      for (Pair pair : cells ? CELLS : CURVES) {
        if (pruners.isEmpty() || pruners.contains(pair.ours())) {
          for (int workers : cells ? new int[] {1} : new int[] {1, 16}) {
            worse += compare(table, curves, pair, workers, cells ? 30 : 40, reference) ? 1 : 0;
          }
        }
      }
      if (!cells && pruners.isEmpty() && drawn == null) {
        List<Outcome> random = outcomes(table, curves, "none", TimeToBest.WORKERS, TimeToBest.RUNS);
        for (String pruner : List.of("asha", "asha-promotion", "hyperband-promotion")) {
          TimeToBest time =
              TimeToBest.of(
                  curves,
                  random,
                  outcomes(table, curves, pruner, TimeToBest.WORKERS, TimeToBest.RUNS));
          say(time.text(table, pruner), time.line(table, pruner));
        }
      }
    }
    return worse == 0 ? 0 : 1;
  }

  private boolean compare(
      String table,
      TableCurves curves,
      Pair pair,
      int workers,
      int budget,
      PrunersReference reference)
      throws IOException {
    List<Outcome> outcomes = outcomes(table, curves, pair.ours(), workers, budget);
    double optimum = curves.optimum().orElseThrow();
    boolean worse = false;
    for (int at : workers == 1 ? new int[] {10, 20, budget} : new int[] {20, budget}) {
      String column = at == budget ? "regret_at_budget" : "regret_at_" + at;
      double[] theirs = reference.figures(table, pair.theirs(), workers, column);
      if (theirs.length == 0) {
        continue;
      }
      double seconds = at * TimeToBest.whole(curves);
      double[] mine =
          outcomes.stream()
              .mapToDouble(one -> one.bestAt(seconds) - optimum)
              .map(regret -> Double.isNaN(regret) ? 1e9 : Math.max(0, regret))
              .toArray();
      theirs = Arrays.stream(theirs).map(x -> Math.min(x, 1e9)).toArray();
      Verdict verdict =
          drawn == null
              ? Verdict.of(mine, theirs, false, optimum)
              : Verdict.paired(mine, theirs, optimum);
      double trials = middle(outcomes.stream().mapToDouble(Outcome::begun).toArray());
      worse |= at == budget && verdict.word().equals("worse");
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("peer", "hypersweep");
      line.put("script", "bench pruners");
      line.put("table", table);
      line.put("pruner", pair.ours());
      line.put("theirs", pair.theirs());
      line.put("workers", workers);
      line.put("budget", at);
      line.put("deciding", at == budget);
      line.put("seeds", mine.length);
      line.put("figure", verdict.mine()[1]);
      line.put("unit", "regret");
      line.put("paired", drawn != null);
      line.put("quartiles", verdict.mine());
      line.put("quartiles_theirs", verdict.theirs());
      line.put("p_worse", verdict.worse());
      line.put("verdict", verdict.word());
      say(
          String.format(
              Locale.ROOT,
              "%-18s %-20s %7d %7d %9.5f %9.5f .. %7.5f  %-15s %9.5f %9.5f .. %7.5f %7.4f %7.0f  %s%s",
              table,
              pair.ours(),
              workers,
              at,
              verdict.mine()[1],
              verdict.mine()[0],
              verdict.mine()[2],
              pair.theirs(),
              verdict.theirs()[1],
              verdict.theirs()[0],
              verdict.theirs()[2],
              verdict.worse(),
              trials,
              verdict.word(),
              at == budget ? "" : " (on the way)"),
          line);
    }
    return worse;
  }

  private List<Outcome> outcomes(
      String table, TableCurves curves, String pruner, int workers, int budget) {
    return IntStream.range(0, seeds)
        .parallel()
        .mapToObj(
            seed -> {
              List<SortedMap<String, Object>> same =
                  drawn == null ? List.of() : drawn.of(table, curves, seed);
              return Simulation.run(
                  curves,
                  drawn == null
                      ? new RandomSearch(curves.space(), seed)
                      : DrawnPoints.inOrder(same),
                  Strategy.read(pruner, curves.steps(), seed),
                  (trial, known) -> order(curves.places(), seed, trial),
                  new Limits(
                      workers,
                      drawn == null ? curves.size() : same.size(),
                      budget * TimeToBest.whole(curves),
                      seed));
            })
        .toList();
  }

  /** Every seed and trial has an order of its own, the same in every library. */
  private static List<Place> order(List<Place> places, long seed, int trial) {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, places.size()).boxed().toList());
    numbers.sort(
        Comparator.comparing(cell -> Noise.hash(seed, trial, cell), Long::compareUnsigned));
    return numbers.stream().map(places::get).toList();
  }

  static double middle(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private void say(String line, Map<String, Object> object) throws IOException {
    out.println(json ? new ObjectMapper().writeValueAsString(object) : line);
    out.flush();
  }
}
