package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Json;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.trial.TrialObjective;
import dev.hypersweep.orchestrator.trial.TrialState;
import dev.hypersweep.sweeps.MadeTrial;
import dev.hypersweep.sweeps.Objective;
import dev.hypersweep.sweeps.sampling.Goal;
import dev.hypersweep.sweeps.sampling.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the trials of a sweep as its sampler sees them. */
@ApplicationScoped
public class StoredTrials {

  private static final String QUERY =
      """
      select id, number, variant, parameters, state, partial_objective, partial_steps,
             coalesce(objectives, array[objective]) as objectives, chosen_after, ended_as
      from trial where sweep_id = ? order by number
      """;

  private static final String NEWS =
      """
      select id, number, variant, parameters, state, partial_objective, partial_steps,
             coalesce(objectives, array[objective]) as objectives, chosen_after, ended_as
      from (select * from trial where sweep_id = ? and number >= ?
            union all
            select * from trial where sweep_id = ? and number < ? and (ended_as > ?
              or ended_as is null and partial_objective is not null)) news
      order by number
      """;

  @Inject Sql sql;
  @Inject Json json;
  @Inject TrialObjective worth;

  /**
   * A trial with its place in the course of the sweep.
   *
   * @param id the row's
   * @param number from 0
   * @param chosenAfter how many trials had ended when it was chosen
   * @param endedAs it was the n-th to end, from 1; null if it has not ended by itself
   */
  public record Stored(long id, int number, MadeTrial trial, int chosenAfter, Integer endedAs) {

    /** What is known of it while it is open; empty unless it has paused at a rung. */
    Optional<Result.Pruned> pausing() {
      return endedAs == null && trial.result() instanceof Result.Pruned known
          ? Optional.of(known)
          : Optional.empty();
    }

    /** The trial, running until it has ended. */
    public MadeTrial made() {
      return pausing().isPresent() ? with(Result.RUNNING) : trial;
    }

    private MadeTrial with(Result result) {
      return new MadeTrial(trial.variant(), trial.parameters(), result);
    }
  }

  /** All of a sweep, in the order of their numbers. */
  public List<Stored> of(long sweep, List<Objective> objectives) {
    List<Goal> goals = goals(objectives);
    return sql.list(QUERY, row -> read(row, goals), sweep);
  }

  /**
   * What is new.
   *
   * @param made so many trials are known
   * @param ended so many ends are known
   */
  List<Stored> since(long sweep, List<Objective> objectives, int made, int ended) {
    List<Goal> goals = goals(objectives);
    return sql.list(NEWS, row -> read(row, goals), sweep, made, sweep, made, ended);
  }

  /** The same as they stood when so many had ended, whatever their number. */
  List<MadeTrial> whenEnded(long sweep, List<Objective> objectives, int count) {
    List<Goal> goals = goals(objectives);
    Map<Long, List<Double>> values = worth.asOf(sweep, count);
    return of(sweep, objectives).stream()
        .map(one -> one.with(whenEnded(one, values.get(one.id()), goals, count)))
        .toList();
  }

  private static Result whenEnded(Stored trial, List<Double> values, List<Goal> goals, int count) {
    if (trial.endedAs() == null || trial.endedAs() > count) {
      return Result.RUNNING;
    }
    if (values == null) {
      return Result.FAILED;
    }
    return trial.trial().result() instanceof Result.Pruned pruned
        ? new Result.Pruned(pruned.step(), goals.get(0).loss(values.get(0)))
        : Result.of(goals, values);
  }

  private static List<Goal> goals(List<Objective> objectives) {
    return objectives.stream().map(Objective::direction).toList();
  }

  private Stored read(ResultSet row, List<Goal> goals) throws SQLException {
    MadeTrial trial =
        new MadeTrial(
            row.getString("variant"), json.map(row.getString("parameters")), result(row, goals));
    return new Stored(
        row.getLong("id"),
        row.getInt("number"),
        trial,
        row.getInt("chosen_after"),
        Columns.intOrNull(row, "ended_as"));
  }

  private static Result result(ResultSet row, List<Goal> goals) throws SQLException {
    return switch (TrialState.valueOf(row.getString("state"))) {
      case WAITING, RUNNING ->
          Columns.doubleOrNull(row, "partial_objective") == null
              ? Result.RUNNING
              : pruned(row, goals.get(0));
      case PRUNED -> pruned(row, goals.get(0));
      case COMPLETED, FAILED, CANCELLED -> told(row, goals);
    };
  }

  private static Result told(ResultSet row, List<Goal> goals) throws SQLException {
    List<Double> values = Arrays.asList((Double[]) row.getArray("objectives").getArray());
    // What was cancelled before it could be measured has no value for any.
    return values.size() < goals.size() || values.contains(null)
        ? Result.FAILED
        : Result.of(goals, values);
  }

  private static Result pruned(ResultSet row, Goal goal) throws SQLException {
    Double partial = Columns.doubleOrNull(row, "partial_objective");
    return partial == null
        ? Result.FAILED
        : new Result.Pruned(row.getLong("partial_steps"), goal.loss(partial));
  }
}
