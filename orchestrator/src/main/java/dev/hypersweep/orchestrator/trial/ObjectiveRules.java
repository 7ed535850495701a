package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.database.Json;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.run.SweepObjectives;
import dev.hypersweep.sweeps.Objective;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads by what stored sweeps compare their trials. */
@ApplicationScoped
class ObjectiveRules {

  private static final String QUERY =
      """
      select array(select o.objective::text from jsonb_array_elements(
      """
          + SweepObjectives.ALL
          + """
                   ) with ordinality as o(objective, place) order by o.place) as objectives,
             array(select jsonb_array_elements_text(s.definition -> 'datasets')) as datasets,
             array(select jsonb_array_elements_text(s.definition -> 'seeds')::bigint) as seeds
      from sweep s where s.id = ? and
      """
          + SweepObjectives.FIRST
          + " is not null";

  @Inject Sql sql;
  @Inject Json json;
  @Inject AnnouncedDatasets announced;

  private record Stored(List<Objective> objectives, List<String> datasets, List<Long> seeds) {}

  /** The rule of a sweep's first objective; empty if it has none. */
  Optional<ObjectiveRule> of(long sweep) {
    return all(sweep).stream().findFirst();
  }

  /** The rules of all objectives of a sweep, in their order. */
  List<ObjectiveRule> all(long sweep) {
    return sql
        .first(QUERY, this::read, sweep)
        .filter(stored -> !stored.datasets().isEmpty())
        .stream()
        .flatMap(
            stored ->
                stored.objectives().stream()
                    .map(one -> rule(one, stored.datasets(), stored.seeds())))
        .toList();
  }

  /** The rule of a sweep for the trials of others, whatever their seeds. */
  ObjectiveRule of(Objective objective, List<String> datasets) {
    return rule(objective, datasets, List.of());
  }

  private ObjectiveRule rule(Objective objective, List<String> of, List<Long> seeds) {
    Map<String, Metric> others = announced.metrics();
    List<String> datasets = new ArrayList<>();
    List<String> metrics = new ArrayList<>();
    for (String dataset : of) {
      for (String metric : counted(objective, dataset)) {
        datasets.add(dataset);
        metrics.add(metric);
      }
    }
    return new ObjectiveRule(objective, objective.over(of, others), seeds, datasets, metrics);
  }

  private List<String> counted(Objective objective, String dataset) {
    if (!objective.metricName().equals(Objective.SCORE)) {
      return List.of(objective.metricName());
    }
    return announced.named(dataset).map(Dataset::scored).orElse(List.of(Metric.ACCURACY)).stream()
        .map(Metric::metricName)
        .toList();
  }

  private Stored read(ResultSet row) throws SQLException {
    return new Stored(
        Arrays.stream((String[]) row.getArray("objectives").getArray())
            .map(text -> Objective.ofCanonical(json.map(text)))
            .toList(),
        Arrays.asList((String[]) row.getArray("datasets").getArray()),
        Arrays.asList((Long[]) row.getArray("seeds").getArray()));
  }
}
