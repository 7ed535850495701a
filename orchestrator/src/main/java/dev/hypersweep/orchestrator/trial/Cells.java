package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.run.ShownMetric;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Computes the cells of trials from their runs' results. */
@ApplicationScoped
class Cells {

  /** Trials of one sweep; its definition says in which order it names its datasets. */
  private static final String QUERY =
      """
      select r.trial_id, r.dataset, m.metric, count(*) as planned,
             count(*) filter (where r.state = 'FAILED') as failed,
             array_agg(v.value order by r.seed)
               filter (where v.value is not null and r.state = 'SUCCEEDED') as values
      from run r
      join unnest(?::text[], ?::text[], ?::text[]) as m(dataset, metric, names)
        on m.dataset = r.dataset
      """
          + ShownMetric.value("coalesce(r.reused_from, r.id)", "m.names")
          + """
      left join (
        select d.name, min(d.place) as place
        from sweep s
        cross join jsonb_array_elements_text(s.definition -> 'datasets')
          with ordinality as d(name, place)
        where s.id = (select sweep_id from trial where id = ?)
        group by d.name) named on named.name = r.dataset
      where r.trial_id = any(?)
      group by r.trial_id, r.dataset, m.metric
      order by r.trial_id, min(named.place), min(r.id)
      """;

  @Inject AnnouncedDatasets announced;
  @Inject Sql sql;

  private record TrialCell(long trial, Cell cell) {}

  /** The same trials with their cells. */
  List<TrialView> of(List<TrialView> trials, String objective) {
    String[][] metrics = ShownMetric.table(objective, announced.metrics());
    Long[] ids = trials.stream().map(TrialView::id).toArray(Long[]::new);
    Long any = ids.length == 0 ? null : ids[0];
    Map<Long, List<Cell>> cells =
        sql.list(QUERY, Cells::read, metrics[0], metrics[1], metrics[2], any, ids).stream()
            .collect(
                Collectors.groupingBy(
                    TrialCell::trial, Collectors.mapping(TrialCell::cell, Collectors.toList())));
    return trials.stream()
        .map(trial -> trial.withCells(cells.getOrDefault(trial.id(), List.of())))
        .toList();
  }

  private static TrialCell read(ResultSet row) throws SQLException {
    Array array = row.getArray("values");
    double[] values =
        array == null
            ? new double[0]
            : Arrays.stream((Double[]) array.getArray()).mapToDouble(Double::doubleValue).toArray();
    return new TrialCell(
        row.getLong("trial_id"),
        Cell.of(
            row.getString("dataset"),
            row.getString("metric"),
            row.getInt("planned"),
            row.getInt("failed"),
            values));
  }
}
