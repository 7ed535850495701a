package dev.hypersweep.sweeps.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.source.InvalidDefinition;
import dev.hypersweep.sweeps.SamplerChoice;
import dev.hypersweep.sweeps.SpaceFile;
import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.sampling.Sampler;
import dev.hypersweep.sweeps.sampling.Samplers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a sweep would cost and find, with which pruner, on a virtual clock. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "What a sweep would cost and find with each pruner, on a virtual clock.",
      "",
      "FILE is a sweep definition, whose curves are made up; or stored curves: a .csv whose columns",
      "are parameters, then e1,e2,.. (loss after so many steps) or d1s1,d1s2,.. (loss of dataset and",
      "seed); or JSON: {\"goal\":\"minimize\",\"trials\":[{\"parameters\":{..},\"runs\":[{\"dataset\":\"a\",",
      "\"seed\":0,\"seconds\":9.5,\"curve\":[[100,0.8],[200,0.7]]}]}]}. A definition with --curves FILE",
      "gives sampler, seed and budget, and the stored curves give the rest."
    })
public final class SimulateCommand implements Callable<Integer> {

  private static final Pattern STORED = Pattern.compile("\"trials\"\\s*:\\s*\\[");
  private static final int STEPS = 27;
  private static final int TRIALS = 100;

  @Parameters(paramLabel = "FILE", description = "A sweep definition, or stored curves.")
  private Path file;

  @Option(names = "--curves", paramLabel = "FILE", description = "Stored curves for a definition.")
  private Path stored;

  @Option(
      names = "--pruner",
      paramLabel = "NAME[,KEY=VALUE]",
      description =
          "Once for each to be compared: as for ask, or asha-promotion, halving-promotion,"
              + " hyperband-promotion, which go on from checkpoints. Default: none, median, asha,"
              + " asha-promotion, hyperband; with several datasets or seeds none, wilcoxon, racing.")
  private List<String> pruners = List.of();

  @Option(names = "--sampler", paramLabel = "NAME", description = "Default: FILE's, or random.")
  private String sampler;

  @Option(names = "--workers", paramLabel = "N", defaultValue = "1", description = "Default: 1.")
  private int workers;

  @Option(names = "--trials", paramLabel = "N", description = "At most. Default: FILE's, or 100.")
  private Integer trials;

  @Option(names = "--hours", paramLabel = "H", description = "Worker-hours to be spent at most.")
  private Double hours;

  @Option(
      names = "--step-seconds",
      paramLabel = "S",
      defaultValue = "60",
      description = "Cost of a step of made-up curves and of a .csv. Default: 60.")
  private double stepSeconds;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "" + STEPS,
      description = "Reports of a run of made-up curves. Default: 27.")
  private int steps;

  @Option(names = "--seed", paramLabel = "N", description = "The first. Default: FILE's, or 0.")
  private Long seed;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description = "Sweeps with seeds of their own; figures are their medians. Default: 1.")
  private int seeds;

  @Option(names = "--json", description = "One JSON object per pruner and seed.")
  private boolean json;

  private final PrintStream out;

  /** Answers go to this stream. */
  public SimulateCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    try {
      return simulate();
    } catch (InvalidDefinition e) {
      System.err.println(file + ": " + e.getMessage());
    } catch (IllegalArgumentException | IOException e) {
      System.err.println(e.getMessage());
    }
    return 1;
  }

  private int simulate() throws IOException {
    if (seeds < 1 || seeds > 1000) {
      throw new IllegalArgumentException("--seeds is 1 to 1000, not " + seeds);
    }
    if (hours != null && !(hours > 0)) {
      throw new IllegalArgumentException("--hours is above 0, not " + hours);
    }
    SpaceFile definition = isTable(file) ? null : SpaceFile.read(CurveFile.text(file));
    Path table = isTable(file) ? file : stored;
    SamplerChoice choice =
        definition == null ? new SamplerChoice("random", 0) : definition.sampler();
    String name = sampler == null ? choice.name() : sampler;
    if (!Samplers.NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "there is no sampler '" + name + "': " + String.join(", ", Samplers.NAMES));
    }
    long first = seed == null ? choice.seed() : seed;
    Curves curves = table == null ? synthetic(definition, first) : table(table);
    int most =
        trials != null
            ? trials
            : definition != null && definition.trials() > 0 ? definition.trials() : TRIALS;
    // A table that is used up has nothing new to be found.
    most = curves instanceof TableCurves known ? Math.min(most, known.size()) : most;
    List<Place> places = curves.places();
    List<String> names =
        !pruners.isEmpty()
            ? pruners
            : places.size() > 1
                ? List.of("none", "wilcoxon", "racing")
                : List.of("none", "median", "asha", "asha-promotion", "hyperband");
    names.forEach(one -> Strategy.read(one, curves.steps(), 0));
    Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
    for (String one : names) {
      List<Outcome> own = new ArrayList<>();
      for (long each = first; each < first + seeds; each++) {
        Sampler asked = Samplers.named(name, curves.space(), each, most);
        double seconds = hours == null ? Double.POSITIVE_INFINITY : hours * 3600;
        Limits limits = new Limits(workers, most, seconds, each);
        own.add(
            Simulation.run(
                curves,
                asked,
                Strategy.read(one, curves.steps(), each),
                Ordering.learned(places),
                limits));
      }
      outcomes.put(one, own);
    }
    if (json) {
      report(outcomes, first);
    } else {
      OutcomeTable.print(outcomes, curves.optimum(), out);
    }
    return 0;
  }

  /** A definition in JSON has no list of trials. */
  private static boolean isTable(Path path) throws IOException {
    String lower = path.toString().toLowerCase(Locale.ROOT);
    return lower.endsWith(".csv")
        || lower.endsWith(".json") && STORED.matcher(CurveFile.text(path)).find();
  }

  private Curves table(Path table) throws IOException {
    if (table.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      return CurveFile.csv(table, stepSeconds);
    }
    StoredCurves read = CurveFile.json(table);
    if (read.leftOut() > 0) {
      System.err.println(read.leftOut() + " trials lack runs that others have: left out");
    }
    return read.curves();
  }

  private Curves synthetic(SpaceFile definition, long number) {
    List<Place> one = List.of(new Place("synthetic", 0));
    return new SyntheticCurves(definition.space(), one, steps, stepSeconds * steps, number);
  }

  private void report(Map<String, List<Outcome>> outcomes, long first) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    for (Map.Entry<String, List<Outcome>> one : outcomes.entrySet()) {
      for (int i = 0; i < one.getValue().size(); i++) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("pruner", one.getKey());
        line.put("seed", first + i);
        OutcomeTable.describe(one.getValue().get(i), line);
        out.println(mapper.writeValueAsString(line));
      }
    }
  }
}
