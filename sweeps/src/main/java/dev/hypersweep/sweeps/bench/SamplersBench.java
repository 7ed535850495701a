package dev.hypersweep.sweeps.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.sweeps.sampling.Samplers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Option;

/** Runs samplers on functions and compares them with stored figures of another library. */
final class SamplersBench {

  @Option(
      names = "--functions",
      paramLabel = "FOLDER",
      defaultValue = "../shared/vectors/optuna",
      description = "With functions.json, its tables and curves.csv. Default: ${DEFAULT-VALUE}")
  private Path folder;

  @Option(
      names = "--sampler",
      split = ",",
      paramLabel = "NAME",
      description = "Default: auto, tpe, gp, cmaes, nsga2.")
  private List<String> samplers = List.of("auto", "tpe", "gp", "cmaes", "nsga2");

  @Option(names = "--function", split = ",", paramLabel = "NAME", description = "Default: all.")
  private List<String> names = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "30",
      description = "Seeds 0 to N - 1. Default: ${DEFAULT-VALUE}")
  private int seeds;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = "Default: as far as the stored figures of the sampler decide.")
  private Integer trials;

  @Option(
      names = "--times",
      description = "Instead: how long a suggestion takes beside 100, 1,000, 10,000 stored trials.")
  private boolean times;

  @Option(names = "--json", description = "One JSON object per line.")
  private boolean json;

  private PrintStream out;

  /**
   * Runs the bench.
   *
   * @return 0 if no sampler was worse where it counts, else 1
   */
  int run(PrintStream answers) throws IOException, InterruptedException {
    this.out = answers;
    for (String name : samplers) {
      if (!Samplers.NAMES.contains(name)) {
        return refused("there is no sampler '" + name + "': " + Samplers.NAMES);
      }
    }
    if (times) {
      return times();
    }
    if (!Files.isReadable(folder.resolve("functions.json"))) {
      return refused(
          "no functions.json in " + folder.toAbsolutePath() + ": name its folder with --functions");
    }
    FunctionFile file = new FunctionFile(folder);
    List<TestFunction> functions = file.functions();
    int checked = CheckPoints.verify(file, functions);
    System.err.println(checked + " check points agree to 1e-9");
    for (String name : names) {
      if (functions.stream().noneMatch(one -> one.name().equals(name))) {
        return refused("there is no function '" + name + "'");
      }
    }
    functions.removeIf(one -> !names.isEmpty() && !names.contains(one.name()));
    return compare(functions, new Reference(folder.resolve("curves.csv")));
  }

  private static int refused(String message) {
    System.err.println(message);
    return 2;
  }

  private int compare(List<TestFunction> functions, Reference reference)
      throws IOException, InterruptedException {
    if (!json) {
      out.println(Comparison.HEADER);
    }
    int worse = 0;
    ExecutorService cores =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      for (String sampler : samplers) {
        int[] words = new int[3];
        for (TestFunction function : functions) {
          for (Comparison one : compare(sampler, function, reference, cores)) {
            say(one.line(), one.json());
            if (one.deciding()) {
              words[List.of("better", "no worse", "worse").indexOf(one.verdict().word())]++;
            }
          }
        }
        if (!json) {
          out.printf(
              "%s beside their %s: better %d, no worse %d, worse %d%n",
              sampler, Reference.theirs(sampler), words[0], words[1], words[2]);
        }
        worse += words[2];
      }
    } finally {
      cores.shutdownNow();
    }
    return worse == 0 ? 0 : 1;
  }

  private List<Comparison> compare(
      String sampler, TestFunction function, Reference reference, ExecutorService cores)
      throws InterruptedException {
    List<Integer> stored =
        Race.HORIZONS.stream()
            .filter(horizon -> reference.figures(function.name(), sampler, horizon).length > 0)
            .filter(horizon -> trials == null || horizon <= trials)
            .filter(horizon -> deciding(sampler, function, horizon) >= 0)
            .toList();
    if (stored.isEmpty()) {
      return List.of();
    }
    int longest = stored.get(stored.size() - 1);
    List<Future<SortedMap<Integer, Double>>> runs = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      long each = seed;
      runs.add(cores.submit(() -> Race.run(function, sampler, each, longest)));
    }
    List<SortedMap<Integer, Double>> figures = new ArrayList<>();
    for (Future<SortedMap<Integer, Double>> run : runs) {
      try {
        figures.add(run.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException(sampler + " on " + function.name(), e.getCause());
      }
    }
    List<Comparison> lines = new ArrayList<>();
    for (int horizon : stored) {
      double[] mine = figures.stream().mapToDouble(one -> one.get(horizon)).toArray();
      double[] theirs = reference.figures(function.name(), sampler, horizon);
      Verdict verdict = Verdict.of(mine, theirs, function.objectives() > 1, function.optimum());
      boolean counts = deciding(sampler, function, horizon) == 1;
      lines.add(
          new Comparison(
              function, sampler, horizon, counts, new int[] {mine.length, theirs.length}, verdict));
    }
    return lines;
  }

  /** 1 where the verdict counts, 0 where it is worth a line, -1 elsewhere. */
  private static int deciding(String sampler, TestFunction function, int horizon) {
    if (function.objectives() > 1) {
      return horizon == 200 || horizon == 500 ? 1 : -1;
    }
    int decides = sampler.equals("gp") ? 50 : sampler.equals("cmaes") ? 200 : 100;
    if (horizon == decides) {
      return 1;
    }
    return function.isTable() && (horizon == 30 || horizon == 50) && horizon < decides ? 0 : -1;
  }

  private int times() throws IOException {
    if (!json) {
      out.printf("%-8s %8s %14s %14s%n", "sampler", "stored", "processor ms", "wall ms");
    }
    for (String sampler : samplers) {
      for (int stored : new int[] {100, 200, 1000, 10_000}) {
        int repeat = 20;
        double[][] measured = SuggestionTimes.of(sampler, stored, repeat);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("peer", "hypersweep");
        line.put("script", "bench samplers --times");
        line.put("sampler", sampler);
        line.put("stored", stored);
        line.put("figure", measured[1][repeat / 2]);
        line.put("unit", "processor ms");
        line.put("p50_ms", measured[0][repeat / 2]);
        line.put("p95_ms", measured[0][repeat - 2]);
        say(
            String.format(
                Locale.ROOT,
                "%-8s %8d %14.2f %14.2f",
                sampler,
                stored,
                measured[1][repeat / 2],
                measured[0][repeat / 2]),
            line);
      }
    }
    return 0;
  }

  private void say(String line, Map<String, Object> object) throws IOException {
    out.println(json ? new ObjectMapper().writeValueAsString(object) : line);
    out.flush();
  }
}
