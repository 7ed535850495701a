package dev.hypersweep.trainer.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.catalogue.Variants;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.model.TokenSequence;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.train.ExampleOrder;
import dev.hypersweep.trainer.train.Job;
import dev.hypersweep.trainer.train.Learner;
import dev.hypersweep.trainer.train.SettingValues;
import dev.hypersweep.trainer.train.TrainingConfiguration;
import dev.hypersweep.trainer.train.writing.LanguageModelEvaluation;
import dev.hypersweep.trainer.train.writing.LanguageModelJob;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code bench language-model}: a small GPT-2 learns a dataset; then PyTorch computes the loss of
 * the same weights on the same tokens.
 */
public final class BenchLanguageModel {

  /** For the command's usage. */
  public static final String USAGE =
      """
      usage: ./hypersweep bench language-model [--dataset NAME] [--steps K] [--windows N]
                   [--length L] [--threads N] [--python PATH] [--keep FOLDER]

      Trains a small GPT-2 for K steps, shows its loss fall, and writes it in the layout of Hugging
      Face. Where PATH (python3 if not given) has torch and transformers, they load it and compute
      the loss of the same N windows of the evaluation split. --keep says where the model goes.""";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCRIPT = "gpt2_loss.py";
  private static final int BATCH = 16;
  private static final double TOLERANCE = 1e-5;

  private BenchLanguageModel() {}

  /**
   * @return exit status: 0, or 1 if PyTorch's side computes something else than ours
   * @throws IllegalArgumentException for an argument that does not fit
   */
  public static int run(List<String> arguments, PrintStream out) throws IOException {
    Arguments given = new Arguments(arguments);
    String dataset = given.text("--dataset", "wordnet/gloss-modelling");
    int steps = given.number("--steps", 400, 1);
    int windows = given.number("--windows", 256, 1);
    int length = given.number("--length", 64, 4);
    int threads = given.number("--threads", 2, 1);
    String program = given.text("--python", "python3");
    String keep = given.text("--keep", null);
    given.refuseRest();

    Path folder =
        keep == null
            ? Files.createTempDirectory("hypersweep-gpt2").resolve("model")
            : Path.of(keep);
    try (Session session = Session.open("cpu", threads)) {
      SettingValues settings = settings(steps, length);
      Corpus corpus = Corpora.ofEnvironment().read(dataset);
      Job<TokenSequence> job = job(session, settings, corpus);
      train(session, job, settings, out);
      List<TokenSequence> held = ((LanguageModelEvaluation) job.evaluation()).windows();
      List<TokenSequence> scored = held.subList(0, Math.min(windows, held.size()));
      double ours = WindowLoss.of(session, job, scored);
      Gpt2Folder.write(folder, settings, job.weights(), scored);
      out.println("the model lies in " + folder);
      out.printf(
          Locale.ROOT, "loss on %d windows of %s: HyperSweep %.7f%n", scored.size(), dataset, ours);
      return compared(program, folder, ours, out);
    }
  }

  private static SettingValues settings(int steps, int length) {
    Map<String, Object> settings =
        new TreeMap<>(
            Map.of(
                "backbone", "gpt2",
                "sequence_length", length,
                "steps", steps,
                "batch", BATCH,
                "evaluation_batch", BATCH));
    return SettingValues.of(Variants.DENSE, settings);
  }

  private static Job<TokenSequence> job(Session session, SettingValues settings, Corpus corpus) {
    RunSpecification specification =
        new RunSpecification(
            corpus.info().name(),
            null,
            Variants.DENSE,
            new TreeMap<>(),
            0,
            new Resources("cpu", 1, 0));
    return LanguageModelJob.of(
        session,
        specification,
        settings,
        TrainingConfiguration.of(settings),
        corpus,
        Metric.PERPLEXITY);
  }

  private static void train(
      Session session, Job<TokenSequence> job, SettingValues settings, PrintStream out) {
    TrainingConfiguration training = TrainingConfiguration.of(settings);
    Learner<TokenSequence> learner =
        new Learner<>(session, job.model(), job.weights(), training, 0);
    ExampleOrder order = new ExampleOrder(0, job.train().size());
    for (int step = 1; step <= training.steps(); step++) {
      List<TokenSequence> batch =
          Arrays.stream(order.batch(step, BATCH)).mapToObj(job.train()::get).toList();
      float loss = learner.step(batch, step).task();
      if (step == 1 || step % Math.max(1, training.steps() / 8) == 0) {
        out.printf(Locale.ROOT, "step %d: loss %.4f%n", step, loss);
      }
    }
  }

  private static int compared(String program, Path folder, double ours, PrintStream out)
      throws IOException {
    Python python = Python.find(program);
    if (python.missing() != null) {
      out.println("not compared with PyTorch: " + python.missing());
      return 0;
    }
    Process process =
        new ProcessBuilder(program, Python.script(SCRIPT).toString(), folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (answer.isBlank()) {
      out.println("not compared with PyTorch: " + program + " has said why; it needs transformers");
      return 1;
    }
    JsonNode found = JSON.readTree(answer);
    double theirs = found.path("loss").asDouble();
    double deviation = Math.abs(ours - theirs) / theirs;
    out.printf(
        Locale.ROOT,
        "the same by PyTorch %s, transformers %s: %.7f, relative deviation %.1e (at most %.0e)%n",
        python.torch(),
        found.path("transformers").asText(),
        theirs,
        deviation,
        TOLERANCE);
    return deviation <= TOLERANCE ? 0 : 1;
  }
}
