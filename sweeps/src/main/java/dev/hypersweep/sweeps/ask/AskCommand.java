package dev.hypersweep.sweeps.ask;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.source.InvalidDefinition;
import dev.hypersweep.sweeps.FilesBeside;
import dev.hypersweep.sweeps.Normal;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.Reals;
import dev.hypersweep.sweeps.SpaceFile;
import dev.hypersweep.sweeps.pruning.PrunerText;
import dev.hypersweep.sweeps.pruning.Pruning;
import dev.hypersweep.sweeps.sampling.Goal;
import dev.hypersweep.sweeps.sampling.Membership;
import dev.hypersweep.sweeps.sampling.PointsFirst;
import dev.hypersweep.sweeps.sampling.Result;
import dev.hypersweep.sweeps.sampling.Sampler;
import dev.hypersweep.sweeps.sampling.Samplers;
import dev.hypersweep.sweeps.sampling.Study;
import dev.hypersweep.sweeps.sampling.Trial;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A sampler for people with an optimiser loop of their own. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = {
      "A sampler as a pipe: JSON lines in, JSON lines out.",
      "",
      "  {\"ask\":1}                          answers {\"trial\":0,\"params\":{..}}; {\"ask\":8} eight lines",
      "  {\"tell\":0,\"value\":1.2}             answers nothing; or \"values\":[..], \"failed\":true,",
      "                                     \"pruned\":true",
      "  {\"report\":0,\"step\":3,\"value\":0.7}  answers {\"prune\":false}",
      "",
      "Values are minimised unless FILE says objective: {goal: maximize}. An error is a line",
      "{\"error\":..} on standard error, and exit status 1."
    })
public final class AskCommand implements Callable<Integer> {

  @Option(
      names = "--space",
      required = true,
      paramLabel = "FILE",
      description = "A sweep definition, of which only parameters need be there.")
  private Path space;

  @Option(
      names = "--sampler",
      paramLabel = "NAME",
      description =
          "auto, grid, random, sobol, lhs, tpe, gp, cmaes, nsga2. Default: FILE's, or auto.")
  private String sampler;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Equal seeds and answers give equal points. Default: FILE's, or 0.")
  private Long seed;

  @Option(
      names = "--stored",
      paramLabel = "FILE",
      description =
          "Trials to learn from: lines {\"params\":{..},\"value\":1.2}. Those outside of the space are"
              + " left out, each with a line {\"warning\":..} on standard error.")
  private Path stored;

  @Option(
      names = "--pruner",
      paramLabel = "NAME[,KEY=VALUE]",
      defaultValue = "none",
      description =
          "Who answers reports: asha, divergence, friedman, halving, hyperband, median, none, pareto,"
              + " patience, percentile, racing, threshold, wilcoxon; with settings, as in"
              + " median,warmup=5. For racing, wilcoxon and friedman a report's step is the number of"
              + " its dataset and seed. Default: none.")
  private String pruner;

  private final BufferedReader in;
  private final PrintStream out;
  private final PrintStream err;

  /** Between these streams. */
  public AskCommand(InputStream in, PrintStream out, PrintStream err) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    try {
      new Pipe(study(), out).serve(in);
      return 0;
    } catch (InvalidDefinition e) {
      return failed(space + ": " + e.getMessage());
    } catch (IllegalArgumentException | IOException e) {
      return failed(e.getMessage());
    }
  }

  private int failed(String message) throws IOException {
    err.println(Pipe.JSON.writeValueAsString(Map.of("error", String.valueOf(message))));
    return 1;
  }

  private Study study() throws IOException {
    SpaceFile file = SpaceFile.read(text(space), new FilesBeside(space));
    String name = sampler == null ? file.sampler().name() : sampler;
    if (!Samplers.NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "there is no sampler '" + name + "': " + String.join(", ", Samplers.NAMES));
    }
    long number = seed == null ? file.sampler().seed() : seed;
    Sampler chosen =
        PointsFirst.of(
            file.points(),
            file.space(),
            number,
            Samplers.named(name, file.space(), number, file.trials()));
    Goal goal = file.goals().isEmpty() ? Goal.MINIMIZE : file.goals().get(0);
    Pruning pruning = new Pruning(PrunerText.read(pruner, goal, number));
    return new Study(file.space(), chosen, number, pruning, file.goals(), stored(file));
  }

  private static String text(Path file) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new IOException("no file that can be read: '" + file + "'");
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not UTF-8: save it as UTF-8", e);
    }
  }

  /** JSON may write a real number as a whole one. */
  private static Object real(Parameter parameter, Object value) {
    boolean isReal = parameter.domain() instanceof Reals || parameter.domain() instanceof Normal;
    return isReal && value instanceof Long whole ? (Object) whole.doubleValue() : value;
  }

  private List<Trial> stored(SpaceFile file) throws IOException {
    List<Trial> trials = new ArrayList<>();
    if (stored == null) {
      return trials;
    }
    int number = 0;
    for (String line : text(stored).split("\n")) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        JsonNode json = Pipe.JSON.readTree(line);
        if (!json.path("params").isObject()) {
          throw new IllegalArgumentException("params is missing: {\"params\":{..},\"value\":1.2}");
        }
        SortedMap<String, Object> point = new TreeMap<>();
        json.get("params")
            .properties()
            .forEach(one -> point.put(one.getKey(), Scalars.of(one.getValue())));
        file.space()
            .parameters()
            .forEach(one -> point.computeIfPresent(one.name(), (name, value) -> real(one, value)));
        Optional<String> fault = Membership.fault(file.space(), point);
        if (fault.isPresent()) {
          err.println(
              Pipe.JSON.writeValueAsString(
                  Map.of(
                      "warning",
                      stored + ": line " + number + ": not learnt from: " + fault.get())));
          continue;
        }
        boolean failed = json.path("failed").asBoolean();
        trials.add(
            new Trial(point, failed ? Result.FAILED : Result.of(file.goals(), Pipe.values(json))));
      } catch (IOException | IllegalArgumentException e) {
        throw new IllegalArgumentException(
            stored + ": line " + number + ": " + e.getMessage().lines().findFirst().orElse(""), e);
      }
    }
    return trials;
  }
}
