package dev.hypersweep.orchestrator.pruning;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.pruning.PruningLog.Point;
import dev.hypersweep.orchestrator.pruning.PruningLog.Told;
import dev.hypersweep.orchestrator.run.RunLocks;
import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.orchestrator.trial.TrialObjective;
import dev.hypersweep.sweeps.Objective;
import dev.hypersweep.sweeps.pruning.Pruning;
import dev.hypersweep.sweeps.sampling.Goal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jboss.logging.Logger;

/**
 * Tells a sweep's pruner what happens, and ends the trials that it judges hopeless: workers of
 * leased runs hear of it at their next heartbeat, runs that wait are not executed.
 *
 * <p>Values on the way are compared among the runs of one variant on one dataset with one seed. A
 * race compares results of whole runs, among the trials of one variant.
 */
@ApplicationScoped
public class Judgements {

  private static final Logger LOG = Logger.getLogger(Judgements.class);

  private static final String LOST =
      "Not executed: pruner %s found its trial hopeless by run %d (%s, seed %d).";

  @Inject Sql sql;
  @Inject Transactions transactions;
  @Inject RunLocks locks;
  @Inject PruningLog log;
  @Inject TrialObjective objectives;
  @Inject AnnouncedDatasets announced;

  /**
   * Values of a run have been stored. A failure is logged and changes nothing: the next values
   * bring these along.
   */
  public void reported(long runId) {
    try {
      if (log.run(runId).filter(run -> !run.pruner().races()).isEmpty()) {
        return;
      }
      transactions.run(
          () -> {
            locks.lock(runId);
            log.run(runId).filter(run -> run.state() == RunState.LEASED).ifPresent(this::judge);
          });
    } catch (RuntimeException e) {
      LOG.warnf("run %d could not be judged, its next values will be: %s", runId, e.getMessage());
    }
  }

  /** A run has ended; in the transaction of its end, before that of its trial is noted. */
  public void ended(long runId) {
    log.run(runId).ifPresent(this::ended);
  }

  private void ended(JudgedRun run) {
    OptionalDouble value = objectives.ofRun(run.sweep(), run.id());
    if (run.pruner().races()) {
      for (PruningLog.Ended one : log.endedTrials(run.sweep())) {
        log.end(run.sweep(), one.trial(), null, one.kind(), one.objective());
      }
      value.ifPresent(one -> judge(run, List.of(new Point(run.cell(), List.of(one)))));
    } else {
      judge(run);
      log.end(
          run.sweep(),
          run.trial(),
          run.id(),
          kind(run, value),
          value.isPresent() ? (Double) value.getAsDouble() : null);
    }
    if (run.state() == RunState.PRUNED) {
      lose(run);
    }
  }

  private static String kind(JudgedRun run, OptionalDouble value) {
    if (run.state() == RunState.PRUNED) {
      return "PRUNE";
    }
    return run.state() == RunState.SUCCEEDED && value.isPresent() ? "COMPLETE" : "FAIL";
  }

  private void judge(JudgedRun run) {
    judge(run, log.news(run, run.objectives().stream().map(one -> point(run, one)).toList()));
  }

  private void judge(JudgedRun run, List<Point> news) {
    if (news.isEmpty()) {
      return;
    }
    Pruning pruning = new Pruning(run.pruner().pruner(run.goal(), run.seed()));
    Map<String, Metric> others = announced.metrics();
    for (Told told : log.comparable(run)) {
      List<Goal> goals =
          told.dataset() == null
              ? List.of(run.objective().direction())
              : run.goalsOn(told.dataset(), others);
      tell(pruning, told, losses(goals, told.values()));
    }
    boolean hopeless = false;
    for (Point point : news) {
      hopeless = pruning.report(run.number(), point.step(), losses(run.goals(), point.values()));
      log.report(run, point, hopeless ? pruning.bound(run.number()) : Optional.empty());
    }
    // What has come to its end has nothing left to save, but for the runs of its trial in a race.
    if (hopeless && (run.state() == RunState.LEASED || run.pruner().races())) {
      lose(run);
    }
  }

  private static void tell(Pruning pruning, Told told, double[] losses) {
    switch (told.kind()) {
      case "REPORT" -> pruning.report(told.number(), told.step(), losses);
      case "COMPLETE" -> pruning.complete(told.number(), losses);
      case "PRUNE" -> pruning.prune(told.number());
      default -> pruning.fail(told.number());
    }
  }

  private static double[] losses(List<Goal> goals, List<Double> values) {
    double[] losses = new double[values.size()];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = goals.get(i).loss(values.get(i));
    }
    return losses;
  }

  /** The name of an objective's points on the way; of a score, that of its first metric. */
  private String point(JudgedRun run, Objective objective) {
    if (objective.cost() != null) {
      return "cost/" + objective.metricName();
    }
    return "evaluation/" + (objective.metric() == null ? scored(run) : objective.metricName());
  }

  private String scored(JudgedRun run) {
    return announced
        .named(run.dataset())
        .map(Dataset::scored)
        .filter(scored -> !scored.isEmpty())
        .map(scored -> scored.get(0))
        .orElse(Metric.ACCURACY)
        .metricName();
  }

  private void lose(JudgedRun run) {
    sql.update(
        """
        update run set signal = 'PRUNE'
        where trial_id = ? and state = 'LEASED' and signal = 'CONTINUE'
        """,
        run.trial());
    String reason = LOST.formatted(run.pruner().name(), run.id(), run.dataset(), run.runSeed());
    for (RunState from : List.of(RunState.WAITING, RunState.HELD)) {
      sql.update(
          """
          update run set state = ?, finished_at = now(), failure_class = null, failure_message = ?
          where trial_id = ? and state = ?
          """,
          from.on(RunState.Event.LOSE).orElseThrow(),
          reason,
          run.trial(),
          from);
    }
  }
}
