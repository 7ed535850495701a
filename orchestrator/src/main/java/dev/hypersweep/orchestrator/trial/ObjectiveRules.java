package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.database.Json;
import dev.hypersweep.orchestrator.database.Sql;
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
      select s.definition -> 'objective' as objective,
             array(select jsonb_array_elements_text(s.definition -> 'datasets')) as datasets,
             array(select jsonb_array_elements_text(s.definition -> 'seeds')::bigint) as seeds
      from sweep s where s.id = ? and s.definition -> 'objective' is not null
      """;

  @Inject Sql sql;
  @Inject Json json;
  @Inject AnnouncedDatasets announced;

  private record Stored(Objective objective, List<String> datasets, List<Long> seeds) {}

  /** The rule of a sweep; empty if it has none. */
  Optional<ObjectiveRule> of(long sweep) {
    return sql.first(QUERY, this::read, sweep)
        .filter(stored -> !stored.datasets().isEmpty())
        .map(this::rule);
  }

  /** The rule of a sweep for the trials of others, whatever their seeds. */
  ObjectiveRule of(Objective objective, List<String> datasets) {
    return rule(new Stored(objective, datasets, List.of()));
  }

  private ObjectiveRule rule(Stored stored) {
    Map<String, Metric> others = announced.metrics();
    List<String> datasets = new ArrayList<>();
    List<String> metrics = new ArrayList<>();
    for (String dataset : stored.datasets()) {
      for (Metric metric : counted(stored.objective(), dataset)) {
        datasets.add(dataset);
        metrics.add(metric.metricName());
      }
    }
    return new ObjectiveRule(
        stored.objective(),
        stored.objective().over(stored.datasets(), others),
        stored.seeds(),
        datasets,
        metrics);
  }

  private List<Metric> counted(Objective objective, String dataset) {
    return objective.metric() != null
        ? List.of(objective.metric())
        : announced.named(dataset).map(Dataset::scored).orElse(List.of(Metric.ACCURACY));
  }

  private Stored read(ResultSet row) throws SQLException {
    return new Stored(
        Objective.ofCanonical(json.map(row.getString("objective"))),
        Arrays.asList((String[]) row.getArray("datasets").getArray()),
        Arrays.asList((Long[]) row.getArray("seeds").getArray()));
  }
}
