package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.sweeps.matrix.Measured;
import dev.hypersweep.sweeps.matrix.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what the runs of trials that have ended measured. */
@ApplicationScoped
class MeasuredTrials {

  private static final String QUERY =
      """
      select t.id, t.state = 'PRUNED' as pruned, t.ended_as, r.dataset, r.seed, r.state, r.paused_value,
             count(*) as due,
             array_agg(v.value order by v.name) filter (where v.value is not null) as values
      from trial t
      join run r on r.trial_id = t.id
      join unnest(?::text[], ?::text[]) as m(dataset, metric) on m.dataset = r.dataset
      left join run_measure v
        on v.run_id = coalesce(r.reused_from, r.id) and v.name = m.metric
      where t.sweep_id = ? and (?::bigint[] is null or t.id = any(?))
        and t.state not in ('WAITING', 'RUNNING')
      group by t.id, r.id
      order by t.number
      """;

  @Inject Sql sql;

  /**
   * {@code value} is NaN unless each metric that counts is there; of a run that was given up where
   * it paused it is the one there.
   */
  private record Run(
      long trial, boolean pruned, Integer endedAs, Place place, String state, double value) {

    boolean counts() {
      return state.equals("SUCCEEDED") || pruned && !Double.isNaN(value);
    }
  }

  /** All of a sweep, in the order of their numbers. */
  List<MeasuredTrial> of(long sweep, ObjectiveRule rule) {
    return read(sweep, null, rule);
  }

  /** Some of a sweep, in the order of their numbers; without those that have not ended. */
  List<MeasuredTrial> of(long sweep, List<Long> trials, ObjectiveRule rule) {
    return read(sweep, trials.toArray(Long[]::new), rule);
  }

  private List<MeasuredTrial> read(long sweep, Long[] trials, ObjectiveRule rule) {
    Map<Long, List<Run>> byTrial = new LinkedHashMap<>();
    sql.list(
            QUERY,
            MeasuredTrials::read,
            rule.datasets().toArray(String[]::new),
            rule.metrics().toArray(String[]::new),
            sweep,
            trials,
            trials)
        .forEach(run -> byTrial.computeIfAbsent(run.trial(), any -> new ArrayList<>()).add(run));
    return byTrial.values().stream().map(MeasuredTrials::trial).toList();
  }

  private static MeasuredTrial trial(List<Run> runs) {
    Map<Place, Double> values = new HashMap<>();
    Set<Place> failed = new HashSet<>();
    for (Run run : runs) {
      if (run.counts()) {
        values.put(run.place(), run.value());
      } else if (run.state().equals("FAILED")) {
        failed.add(run.place());
      }
    }
    Run any = runs.get(0);
    return new MeasuredTrial(
        any.trial(), any.pruned(), any.endedAs(), new Measured(values, failed));
  }

  private static Run read(ResultSet row) throws SQLException {
    return new Run(
        row.getLong("id"),
        row.getBoolean("pruned"),
        Columns.intOrNull(row, "ended_as"),
        new Place(row.getString("dataset"), row.getLong("seed")),
        row.getString("state"),
        value(row));
  }

  private static double value(ResultSet row) throws SQLException {
    Double paused = Columns.doubleOrNull(row, "paused_value");
    double whole = mean(row.getInt("due"), row.getArray("values"));
    return Double.isNaN(whole) && paused != null && row.getString("state").equals("PRUNED")
        ? paused
        : whole;
  }

  /** Summed in the order of the metrics' names, so that equal results give equal bits. */
  private static double mean(int due, Array values) throws SQLException {
    Double[] there = values == null ? new Double[0] : (Double[]) values.getArray();
    return there.length == due
        ? Arrays.stream(there).mapToDouble(Double::doubleValue).sum() / due
        : Double.NaN;
  }
}
