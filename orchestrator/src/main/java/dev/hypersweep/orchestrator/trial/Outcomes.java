package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Json;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.statistics.search.Objectives;
import dev.hypersweep.statistics.search.ParetoFronts;
import dev.hypersweep.sweeps.sampling.Goal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what the trials of a sweep are worth by all of its objectives. */
@ApplicationScoped
class Outcomes {

  private static final String QUERY =
      """
      select id, number, variant, state, parameters,
             coalesce(objectives, array[objective]) as objectives
      from trial
      where sweep_id = ? and objective is not null
        and array_position(coalesce(objectives, array[objective]), null) is null
      order by number
      """;

  @Inject Sql sql;
  @Inject Json json;

  /**
   * Trials with a value for each objective, in the order of their numbers.
   *
   * @param goals of the objectives
   */
  List<Outcome> of(long sweep, List<Goal> goals) {
    List<Outcome> all =
        sql.list(
            QUERY,
            row ->
                new Outcome(
                    row.getLong("id"),
                    row.getInt("number"),
                    row.getString("variant"),
                    TrialState.valueOf(row.getString("state")),
                    json.map(row.getString("parameters")),
                    Columns.doublesOrNull(row, "objectives"),
                    false),
            sweep);
    Set<Integer> front = new HashSet<>(ParetoFronts.front(points(all), directions(goals)));
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      outcomes.add(all.get(i).placed(front.contains(i)));
    }
    return outcomes;
  }

  /** Trials x objectives. */
  static double[][] points(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(one -> one.values().stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }

  private static Objectives directions(List<Goal> goals) {
    boolean[] maximize = new boolean[goals.size()];
    for (int j = 0; j < maximize.length; j++) {
      maximize[j] = goals.get(j) == Goal.MAXIMIZE;
    }
    return new Objectives(maximize);
  }
}
