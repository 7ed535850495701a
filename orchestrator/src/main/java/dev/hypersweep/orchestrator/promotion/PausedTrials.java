package dev.hypersweep.orchestrator.promotion;

import dev.hypersweep.orchestrator.database.Json;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.live.Changed;
import dev.hypersweep.orchestrator.live.Changes;
import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.orchestrator.sweep.SweepBudget;
import dev.hypersweep.orchestrator.trial.TrialProgress;
import dev.hypersweep.sweeps.Objective;
import dev.hypersweep.sweeps.PrunerChoice;
import dev.hypersweep.sweeps.matrix.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows of trials that are trained from rung to rung. The sweep's row must be locked. */
@ApplicationScoped
class PausedTrials {

  private static final String SWEEP =
      """
      select s.id, s.definition -> 'pruner' as pruner, s.definition -> 'objective' as objective,
             s.state = 'PAUSED' as held, s.trials_to_come,
      """
          + SweepBudget.SPENT
          + """
           is true as spent
          from sweep s
          where s.id = ? and s.state in ('WAITING', 'RUNNING', 'PAUSED')
            and s.definition #>> '{pruner,name}' like '%-promotion'
          """;

  private static final String SPACE =
      "case when s.definition -> 'variants' is not null then t.variant end as space";

  private static final String UNBEGUN =
      "select t.id, (t.configuration ->> 'steps')::bigint as steps, "
          + SPACE
          + """

            from trial t join sweep s on s.id = t.sweep_id
            where s.id = ? and not exists (select from promotion_event e where e.trial_id = t.id)
            order by t.number
            """;

  private static final String STEPS =
      "select distinct (t.configuration ->> 'steps')::bigint as steps, "
          + SPACE
          + " from trial t join sweep s on s.id = t.sweep_id where s.id = ?";

  /** Trials whose last fact has sent them to a rung, of which nothing is under way. */
  private static final String RESTING =
      "select t.id, "
          + SPACE
          + """

            from trial t join sweep s on s.id = t.sweep_id
            where s.id = ?
              and not exists (select from run r where r.trial_id = t.id
                              and r.state in ('WAITING', 'HELD', 'LEASED'))
              and (select e.kind from promotion_event e where e.trial_id = t.id
                   order by e.number desc limit 1) in ('BEGIN', 'PROMOTE')
            order by t.number
            """;

  private static final String RUNS =
      """
      select r.id, r.dataset, r.seed, r.state not in ('PAUSED', 'SUCCEEDED') as failed,
             coalesce(x.steps, r.paused_step, 0) as step
      from run r left join result x on x.run_id = coalesce(r.reused_from, r.id)
      where r.trial_id = ? order by r.id
      """;

  private static final String PAUSING =
      """
      select t.number from trial t
      where t.sweep_id = ? and t.state in ('WAITING', 'RUNNING')
        and not exists (select from run r where r.trial_id = t.id
                        and r.state in ('WAITING', 'HELD', 'LEASED'))
      """;

  /** Trials that pause, with the rung that they reached last. */
  private static final String STOPPED =
      """
      select t.id, (select e.step from promotion_event e
                    where e.trial_id = t.id and e.kind = 'RUNG' order by e.number desc limit 1)
                     as step
      from trial t
      where t.sweep_id = ? and (?::text is null or t.variant = ?)
        and exists (select from run r where r.trial_id = t.id and r.state = 'PAUSED')
      order by t.number
      """;

  @Inject Sql sql;
  @Inject Json json;
  @Inject TrialProgress progress;
  @Inject Changes changes;

  /** A trial that has not begun; {@code steps} of its whole runs. */
  record New(long trial, String space, long steps) {}

  /** A trial that pauses at the rung of a step. */
  private record Stopped(long trial, long step) {}

  /** A trial of which nothing is under way. */
  record Resting(long trial, String space) {}

  /** A run of it; {@code failed} if it has neither paused nor a result. */
  record Rested(long id, Place place, boolean failed, long step) {}

  /** The sweep, if it promotes and goes on. */
  Optional<PromotedSweep> sweep(long id) {
    return sql.first(
        SWEEP,
        row ->
            new PromotedSweep(
                row.getLong("id"),
                pruner(json.map(row.getString("pruner"))),
                Objective.ofCanonical(json.map(row.getString("objective"))),
                row.getBoolean("held"),
                row.getBoolean("spent"),
                row.getLong("trials_to_come")),
        id);
  }

  /** A pruner as a canonical definition has it. */
  static PrunerChoice pruner(Map<String, Object> stored) {
    SortedMap<String, Double> settings = new TreeMap<>();
    stored.forEach(
        (name, value) -> {
          if (value instanceof Number number) {
            settings.put(name, number.doubleValue());
          }
        });
    return new PrunerChoice((String) stored.get("name"), settings);
  }

  /** Steps of whole runs by space. */
  Map<String, Long> steps(long sweep) {
    Map<String, Long> steps = new HashMap<>();
    sql.list(STEPS, row -> steps.put(row.getString("space"), row.getLong("steps")), sweep);
    return steps;
  }

  List<New> unbegun(long sweep) {
    return sql.list(
        UNBEGUN,
        row -> new New(row.getLong("id"), row.getString("space"), row.getLong("steps")),
        sweep);
  }

  List<Resting> resting(long sweep) {
    return sql.list(RESTING, row -> new Resting(row.getLong("id"), row.getString("space")), sweep);
  }

  List<Rested> runs(long trial) {
    return sql.list(
        RUNS,
        row ->
            new Rested(
                row.getLong("id"),
                new Place(row.getString("dataset"), row.getLong("seed")),
                row.getBoolean("failed"),
                row.getLong("step")),
        trial);
  }

  List<Integer> pausing(long sweep) {
    return sql.list(PAUSING, row -> row.getInt("number"), sweep);
  }

  /** The runs of a new trial go to their first rung. */
  void begin(long trial, long until, int rung, boolean top) {
    sql.update(
        "update run set until = ?, rung = ? where trial_id = ?", top ? null : until, rung, trial);
  }

  /** The runs of a trial go on; those that are further already, or have ended, stay. */
  void goOn(PromotedSweep sweep, long trial, long until, int rung, boolean top) {
    RunState.Event event = sweep.held() ? RunState.Event.PROMOTE_HELD : RunState.Event.PROMOTE;
    sql.update(
        """
        update run set state = ?, until = ?, rung = ?
        where trial_id = ? and state = ? and paused_step < ?
        """,
        RunState.PAUSED.on(event).orElseThrow(),
        top ? null : until,
        rung,
        trial,
        RunState.PAUSED,
        until);
    noteRuns(trial);
  }

  /** What is known of an open trial from now on. */
  void known(long trial, double value, long steps) {
    sql.update(
        """
        update trial set partial_objective = ?, partial_steps = ?
        where id = ? and state in ('WAITING', 'RUNNING')
        """,
        value,
        steps,
        trial);
  }

  /** A run of the trial failed, and its objective needs all of them: the others go no further. */
  void drop(long trial) {
    end(trial, "Not promoted: another run of its trial has no value at this rung.");
  }

  /** Those that pause and are not promoted any more end, each with its reason. */
  void lose(PromotedSweep sweep, String space, Rivals rivals) {
    List<Stopped> stopped =
        sql.list(
            STOPPED,
            row -> new Stopped(row.getLong("id"), row.getLong("step")),
            sweep.id(),
            space,
            space);
    for (Stopped one : stopped) {
      if (rivals.job(one.trial()).isEmpty() && rivals.isLost(one.trial())) {
        end(one.trial(), rivals.reason(one.trial(), one.step(), sweep.objective()));
      }
    }
  }

  /** Ends all that pause, or were promoted and have not gone on. */
  void giveUp(long sweep, String reason) {
    List<Long> trials =
        sql.list(
            """
            select distinct trial_id from run
            where sweep_id = ? and paused_step is not null and state in ('PAUSED', 'WAITING', 'HELD')
            order by trial_id
            """,
            row -> row.getLong(1),
            sweep);
    trials.forEach(trial -> end(trial, reason));
  }

  private void end(long trial, String reason) {
    for (RunState from : List.of(RunState.PAUSED, RunState.WAITING, RunState.HELD)) {
      sql.update(
          """
          update run set state = ?, finished_at = now(), failure_class = null, failure_message = ?
          where trial_id = ? and state = ? and paused_step is not null
          """,
          from.on(RunState.Event.LOSE).orElseThrow(),
          reason,
          trial,
          from);
    }
    progress.runEnded(trial);
    noteRuns(trial);
  }

  private void noteRuns(long trial) {
    sql.list("select id from run where trial_id = ?", row -> row.getLong(1), trial)
        .forEach(run -> changes.note(Changed.Kind.RUN, run));
  }
}
