package dev.hypersweep.trainer.train;

import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.protocol.MetricPoint;
import dev.hypersweep.protocol.Signal;
import dev.hypersweep.trainer.predict.Evaluated;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * The steps of a run, from a state to its end or until a signal. A step's report comes before the
 * checkpoint that contains it, so an attempt that resumes repeats nothing and omits nothing.
 *
 * @param <E> an example of the task
 */
final class TrainingLoop<E> {

  private static final int REPORT_EVERY = 10;

  private final Learner<E> learner;
  private final Job<E> job;
  private final TrainingConfiguration training;
  private final BatchOrder order;
  private final Checkpoints checkpoints;
  private final Outcomes outcomes;
  private final Progress progress;
  private final Supplier<Signal> signal;
  private final long until;

  private final List<MetricPoint> points = new ArrayList<>();
  private final List<MetricArray> arrays = new ArrayList<>();
  private DigestChain digests;
  private State start;
  private long began;
  private long tokens;
  private double trainSeconds;
  private SortedMap<String, Double> metrics;
  private DivergenceRule.Watch watch;
  private PatienceRule.Best best;
  private Evaluated latest;

  /**
   * How a loop ended, and where. CONTINUE: all steps are done, or patience is at its end, or it has
   * paused.
   *
   * @param paused whether it goes on from its last checkpoint
   */
  record End(Signal signal, boolean paused, State state) {}

  /**
   * @param learner of the job's model and weights
   * @param outcomes keeps what the result reports
   * @param until step at or after which it pauses once it has evaluated
   */
  TrainingLoop(
      Learner<E> learner,
      Job<E> job,
      TrainingConfiguration training,
      BatchOrder order,
      Checkpoints checkpoints,
      Outcomes outcomes,
      Progress progress,
      Supplier<Signal> signal,
      long until) {
    this.learner = learner;
    this.job = job;
    this.training = training;
    this.order = order;
    this.checkpoints = checkpoints;
    this.outcomes = outcomes;
    this.progress = progress;
    this.signal = signal;
    this.until = until;
  }

  /**
   * Goes on from {@code state}; the learner's weights are those of its step.
   *
   * @throws NotANumber if loss or gradient is not finite, or the loss has diverged; what came
   *     before was reported
   */
  End run(State state) {
    start = state;
    began = System.nanoTime();
    tokens = state.tokens();
    trainSeconds = state.trainSeconds();
    metrics = state.metrics();
    watch = state.watch();
    best = state.best();
    digests = new DigestChain(state.step(), state.digest());
    if (state.step() == 0) {
      job.facts().forEach((name, value) -> point(name, 0, value));
      CostPoints.counts(job).forEach((name, value) -> point(name, 0, value));
    }
    if (state.step() > 0 && isRung(state.step())) {
      // An attempt died between its checkpoint and its word of it.
      return new End(Signal.CONTINUE, true, state);
    }
    for (long step = state.step() + 1; step <= training.steps(); step++) {
      Signal asked = signal.get();
      if (asked != Signal.CONTINUE) {
        return stop(asked, step - 1);
      }
      try {
        boolean last = isLast(step);
        if (last || isRung(step)) {
          return new End(Signal.CONTINUE, !last, stateAt(step));
        }
      } catch (NotANumber e) {
        report(step - 1);
        throw e;
      }
    }
    return new End(Signal.CONTINUE, false, stateAt(training.steps()));
  }

  /** Whether it pauses after a step that is not the last. */
  private boolean isRung(long step) {
    return step >= until && step % training.evaluationEvery() == 0;
  }

  /** Does a step and all that is due after it; whether it was the last of the run. */
  private boolean isLast(long step) {
    train(step);
    boolean lastByCount = step == training.steps();
    boolean better =
        (lastByCount || step % training.evaluationEvery() == 0) && evaluate(step, lastByCount);
    boolean last = lastByCount || training.patience().isOver(best);
    if (isAnalysisDue(step, last)) {
      arrays.addAll(job.analysis().arrays(learner.session(), learner.weights(), step));
    }
    if (better || !last && (isRung(step) || step % training.checkpointEvery() == 0)) {
      checkpoint(step);
    } else if (last || step % REPORT_EVERY == 0) {
      report(step);
    }
    return last;
  }

  private boolean isAnalysisDue(long step, boolean last) {
    long every = (long) training.similarityEvery() * training.evaluationEvery();
    return every > 0 && (last || step % every == 0);
  }

  private End stop(Signal asked, long step) {
    if (asked == Signal.PRUNE && latest != null && !training.patience().isOn()) {
      keep();
    }
    if (asked == Signal.STOP && step > start.step()) {
      checkpoint(step);
    } else {
      report(step);
    }
    return new End(asked, false, stateAt(step));
  }

  private void train(long step) {
    int[] numbers = order.batch(step);
    List<E> batch = Arrays.stream(numbers).mapToObj(job.train()::get).toList();
    long before = System.nanoTime();
    Learner.Step done = learner.step(batch, step);
    trainSeconds += (System.nanoTime() - before) / 1e9;
    tokens += batch.stream().mapToLong(learner.model()::tokens).sum();
    digests.add(numbers, done.loss(), done.gradientNorm());
    watch = training.divergence().after(watch, done.task());
    arrays.addAll(done.routing());
    if (step % REPORT_EVERY == 0) {
      point("train/loss", step, done.task());
      done.auxiliary().forEach((name, value) -> point("train/" + name, step, value));
      point("train/gradient_norm", step, done.gradientNorm());
      point("train/learning_rate", step, learner.rate(step));
    }
    training.divergence().refuse(watch, step);
  }

  /** Whether early stopping is on and this is the best evaluation so far. */
  private boolean evaluate(long step, boolean last) {
    latest = job.evaluation().evaluate(learner.session(), learner.weights());
    metrics = latest.metrics();
    metrics.forEach((name, value) -> point("evaluation/" + name, step, value));
    CostPoints.times(stateAt(step)).forEach((name, value) -> point(name, step, value));
    if (!training.patience().isOn()) {
      if (last) {
        keep();
      }
      return false;
    }
    best = training.patience().after(best, job.evaluation().headline(), step, metrics);
    if (best.step() != step) {
      return false;
    }
    keep();
    best = best.with(metrics);
    return true;
  }

  /** The result reports the latest evaluation. */
  private void keep() {
    metrics = outcomes.keep(latest, job.evaluation().test(learner.session(), learner.weights()));
  }

  private void point(String name, long step, double value) {
    points.add(new MetricPoint(name, step, value));
  }

  private void report(long step) {
    progress.reported(step, List.copyOf(points), List.copyOf(arrays), digests.take());
    points.clear();
    arrays.clear();
  }

  private void checkpoint(long step) {
    report(step);
    progress.checkpointed(step, checkpoints.write(learner, stateAt(step)));
  }

  private State stateAt(long step) {
    double seconds = start.seconds() + (System.nanoTime() - began) / 1e9;
    return new State(step, digests.head(), tokens, seconds, trainSeconds, metrics, watch, best);
  }
}
