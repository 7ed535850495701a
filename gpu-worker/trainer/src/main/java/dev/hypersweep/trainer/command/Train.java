package dev.hypersweep.trainer.command;

import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.protocol.Cost;
import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.protocol.MetricPoint;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunResult;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Signal;
import dev.hypersweep.protocol.StepDigests;
import dev.hypersweep.protocol.TrainerTask;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.environment.Environments;
import dev.hypersweep.trainer.pretrained.PinnedFolder;
import dev.hypersweep.trainer.train.Execution;
import dev.hypersweep.trainer.train.Progress;
import dev.hypersweep.trainer.train.SettingValues;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code train SPEC}: one run with no orchestrator; progress on standard error. */
public final class Train {

  private Train() {}

  /**
   * @param file a JSON file, or {@code -} for standard input: a {@link RunSpecification} in which
   *     everything but {@code dataset} and {@code variant} may be left out
   * @param json prints the {@link RunResult} as JSON instead of words
   * @param plot where to draw how alike experts and HyperExperts were at the end; null for nowhere
   * @param predictions where to keep what the model said of each example; null for nowhere
   */
  public static int run(
      String file, boolean json, Path plot, Path predictions, InputStream in, PrintStream out)
      throws IOException {
    try {
      byte[] text = file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
      RunSpecification specification = specification(SpecificationText.read(text));
      if (plot != null) {
        SimilarityDrawing.refuseWithout(specification, plot);
      }
      Path scratch = Files.createTempDirectory("hypersweep-train");
      TrainerTask task = new TrainerTask(specification, scratch.toString(), null);
      Execution execution = new Execution(Corpora.ofEnvironment(), new Environments());
      Watching watching = new Watching(predictions);
      RunResult result = execution.run(task, watching, () -> Signal.CONTINUE).result();
      Files.delete(scratch);
      if (plot != null) {
        watching.similarity.write(plot, specification);
      }
      out.println(json ? Json.MAPPER.writeValueAsString(result) : words(result));
      return 0;
    } catch (Exception | OutOfMemoryError e) {
      System.err.println(Failures.message(e));
      return 1;
    }
  }

  private static RunSpecification specification(RunSpecification partial) {
    SortedMap<String, Object> settings =
        SettingValues.of(partial.variant(), pinned(partial.settings())).all();
    Resources resources =
        partial.resources() == null ? new Resources("cpu", 1, 0) : partial.resources();
    return new RunSpecification(
        partial.dataset(),
        partial.datasetHash(),
        partial.variant(),
        settings,
        partial.seed(),
        resources);
  }

  /** What lies in a model's folder now is what the run is made with. */
  private static Map<String, Object> pinned(Map<String, Object> given) {
    Map<String, Object> pinned = given == null ? new TreeMap<>() : new TreeMap<>(given);
    pinned.computeIfPresent(
        "pretrained",
        (name, value) ->
            value instanceof String text
                    && !Settings.named(name).orElseThrow().choices().contains(text)
                ? PinnedFolder.pinned(text)
                : value);
    return pinned;
  }

  private static String words(RunResult result) {
    StringBuilder words = new StringBuilder();
    RunSpecification run = result.manifest().specification();
    var data = result.manifest().dataset();
    words.append(
        String.format(
            Locale.ROOT,
            "%s on %s, seed %d%n%d train and %d evaluation examples%s%n",
            run.variant(),
            run.dataset(),
            run.seed(),
            data.trainExamples(),
            data.evaluationExamples(),
            data.majority() == null
                ? ""
                : String.format(
                    Locale.ROOT, ", %d classes, majority %.3f", data.classes(), data.majority())));
    words.append(MetricLines.of(result.metrics()));
    if (result.earlyStop() != null) {
      words.append(
          String.format(
              Locale.ROOT,
              "%s: the best %s, of step %d%n",
              result.earlyStop().stopped() ? "stopped early" : "not stopped early",
              result.earlyStop().metric(),
              result.earlyStop().bestStep()));
    }
    Cost cost = result.cost();
    words.append(
        String.format(
            Locale.ROOT,
            "%d steps in %.1f s (%.1f s of them optimiser steps), %d tokens, %.0f tokens/s, %d MB"
                + " at most%n%d parameters, %d of them active for a token; %.0f FLOPs per token"
                + " forward%nchain %s%nseal  %s",
            result.steps(),
            cost.seconds(),
            cost.trainSeconds(),
            cost.tokens(),
            cost.tokens() / Math.max(cost.trainSeconds(), 1e-9),
            cost.peakMemoryBytes() >> 20,
            cost.parameters(),
            cost.activeParameters(),
            cost.flopsPerToken(),
            result.chain(),
            result.seal()));
    return words.toString();
  }

  /** Evaluations on standard error; checkpoints are not kept. */
  private static final class Watching implements Progress {

    private final SimilarityDrawing similarity = new SimilarityDrawing();
    private final Path predictions;

    Watching(Path predictions) {
      this.predictions = predictions;
    }

    @Override
    public void reported(
        long step, List<MetricPoint> points, List<MetricArray> arrays, StepDigests digests) {
      similarity.reported(arrays);
      TruncationLines.print(points, System.err);
      EvaluationLines.print(points, System.err);
    }

    @Override
    public void checkpointed(long step, Path path) {
      delete(path);
    }

    @Override
    public void artifact(String kind, Path path) {
      if (predictions != null) {
        try {
          Files.copy(path, predictions, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      delete(path);
    }

    private static void delete(Path path) {
      try {
        Files.delete(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
