package dev.hypersweep.trainer.train;

import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.protocol.DatasetInfo;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunResult;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Signal;
import dev.hypersweep.protocol.TrainerTask;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.data.DatasetBroken;
import dev.hypersweep.trainer.environment.Environments;
import dev.hypersweep.trainer.pretrained.PretrainedUnusable;
import dev.hypersweep.trainer.tensor.Precision;
import dev.hypersweep.trainer.tensor.Session;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/** Executes one run specification, from reading the data to the sealed manifest. */
public final class Execution {

  private final Corpora corpora;
  private final Environments environments;

  /** How an execution ended. {@code result} is null if it was stopped or cancelled, or paused. */
  public record Outcome(Signal signal, boolean paused, long step, RunResult result) {}

  public Execution(Corpora corpora, Environments environments) {
    this.corpora = corpora;
    this.environments = environments;
  }

  /**
   * Trains and evaluates.
   *
   * @throws InvalidSetting if the specification contradicts itself
   * @throws DatasetBroken if the data is malformed, or not the data that was asked for
   * @throws PretrainedUnusable if the model to begin with is not there, or not the one asked for
   * @throws NotANumber if loss or gradient is not finite
   */
  public Outcome run(TrainerTask order, Progress progress, Supplier<Signal> signal) {
    RunSpecification specification = order.specification();
    SettingValues settings = SettingValues.of(specification.variant(), specification.settings());
    Configurations.check(specification.variant(), settings);
    Resources resources = specification.resources();
    Precision precision = Precision.valueOf(settings.choice("precision").toUpperCase(Locale.ROOT));
    try (Session session = Session.open(resources.device(), resources.threads(), precision)) {
      Corpus corpus = corpora.read(specification.dataset());
      refuseOtherData(specification, corpus.info());
      TrainingConfiguration asked = TrainingConfiguration.of(settings);
      Job<?> job = Jobs.of(session, specification, settings, asked, corpus);
      TrainingConfiguration training = asked.forExamples(job.train().size());
      Conclusion conclusion =
          new Conclusion(
              specification,
              settings,
              training.steps(),
              corpus.info(),
              corpus.dataset().scored(),
              job,
              environments.of(resources));
      Checkpoints checkpoints =
          new Checkpoints(Path.of(order.checkpointFolder()), identity(specification, corpus));
      return run(job, session, training, order, checkpoints, conclusion, progress, signal);
    }
  }

  private static <E> Outcome run(
      Job<E> job,
      Session session,
      TrainingConfiguration training,
      TrainerTask order,
      Checkpoints checkpoints,
      Conclusion conclusion,
      Progress progress,
      Supplier<Signal> signal) {
    long seed = order.specification().seed();
    Path folder = Path.of(order.checkpointFolder());
    Learner<E> learner = new Learner<>(session, job.model(), job.weights(), training, seed);
    State state =
        order.resumeFrom() == null
            ? State.start()
            : checkpoints.restore(Path.of(order.resumeFrom()), learner);
    TrainingLoop.End end =
        new TrainingLoop<>(
                learner,
                job,
                training,
                training.order(seed, job),
                checkpoints,
                new Outcomes(folder, progress),
                progress,
                signal,
                order.until() == null ? Long.MAX_VALUE : order.until())
            .run(state);
    boolean finished =
        !end.paused() && (end.signal() == Signal.CONTINUE || end.signal() == Signal.PRUNE);
    RunResult result = finished ? conclusion.result(end) : null;
    return new Outcome(end.signal(), end.paused(), end.state().step(), result);
  }

  private static void refuseOtherData(RunSpecification specification, DatasetInfo found) {
    String wanted = specification.datasetHash();
    if (wanted != null && !wanted.equals(found.contentHash())) {
      throw new DatasetBroken(
          specification.dataset()
              + ": the data here has the hash "
              + found.contentHash()
              + ", the run asks for "
              + wanted
              + "; bring the files that it was made with");
    }
  }

  /** What must be equal for a checkpoint to be one of this run. */
  private static String identity(RunSpecification specification, Corpus corpus) {
    Resources resources = specification.resources();
    return CanonicalJson.hash(
        new RunSpecification(
            specification.dataset(),
            corpus.info().contentHash(),
            specification.variant(),
            specification.settings(),
            specification.seed(),
            new Resources(resources.device(), resources.threads(), 0)));
  }
}
