package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Json;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.trial.TrialState;
import dev.hypersweep.sweeps.MadeTrial;
import dev.hypersweep.sweeps.Objective;
import dev.hypersweep.sweeps.sampling.Goal;
import dev.hypersweep.sweeps.sampling.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads the trials of a sweep as its sampler sees them. */
@ApplicationScoped
class StoredTrials {

  private static final String QUERY =
      """
      select variant, parameters, state, objective, partial_objective, partial_steps, chosen_after,
             ended_as
      from trial where sweep_id = ? order by number
      """;

  @Inject Sql sql;
  @Inject Json json;

  /**
   * A trial with its place in the course of the sweep.
   *
   * @param chosenAfter how many trials had ended when it was chosen
   * @param endedAs it was the n-th to end, from 1; null if it has not ended by itself
   */
  record Stored(MadeTrial trial, int chosenAfter, Integer endedAs) {

    /** The trial as it stood when so many had ended. */
    MadeTrial whenEnded(int count) {
      boolean known = endedAs != null && endedAs <= count;
      return known ? trial : new MadeTrial(trial.variant(), trial.parameters(), Result.RUNNING);
    }
  }

  /** All of a sweep, in the order of their numbers. */
  List<Stored> of(long sweep, Objective objective) {
    Goal goal = objective.goal().equals("maximize") ? Goal.MAXIMIZE : Goal.MINIMIZE;
    return sql.list(QUERY, row -> read(row, goal), sweep);
  }

  private Stored read(ResultSet row, Goal goal) throws SQLException {
    MadeTrial trial =
        new MadeTrial(
            row.getString("variant"), json.map(row.getString("parameters")), result(row, goal));
    return new Stored(trial, row.getInt("chosen_after"), Columns.intOrNull(row, "ended_as"));
  }

  private static Result result(ResultSet row, Goal goal) throws SQLException {
    Double objective = Columns.doubleOrNull(row, "objective");
    return switch (TrialState.valueOf(row.getString("state"))) {
      case WAITING, RUNNING -> Result.RUNNING;
      case COMPLETED ->
          objective == null ? Result.FAILED : Result.of(List.of(goal.loss(objective)));
      case PRUNED -> pruned(row, goal);
      case FAILED, CANCELLED -> Result.FAILED;
    };
  }

  private static Result pruned(ResultSet row, Goal goal) throws SQLException {
    Double partial = Columns.doubleOrNull(row, "partial_objective");
    return partial == null
        ? Result.FAILED
        : new Result.Pruned(row.getLong("partial_steps"), goal.loss(partial));
  }
}
