package dev.hypersweep.orchestrator.catalogue;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.catalogue.TaskKind;
import dev.hypersweep.orchestrator.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Datasets that only a worker knows: people describe them by a card in its data folder, and it
 * announces their kind and headline metric when it registers.
 */
@ApplicationScoped
public class AnnouncedDatasets {

  private static final String QUERY =
      """
      select distinct on (d.dataset) d.dataset, d.kind, d.metric
      from worker_dataset d join worker w on w.id = d.worker_id
      where d.metric is not null
      order by d.dataset, w.registered_at desc
      """;

  @Inject Sql sql;

  private record Announced(String name, String kind, String metric) {}

  /** Headline metric of each, by name; none of the catalogue's. */
  public Map<String, Metric> metrics() {
    Map<String, Metric> metrics = new TreeMap<>();
    for (Announced one : all()) {
      Metric.named(one.metric()).ifPresent(metric -> metrics.put(one.name(), metric));
    }
    Datasets.all().forEach(dataset -> metrics.remove(dataset.name()));
    return metrics;
  }

  /** A dataset of the catalogue, or as the worker that registered last announced it. */
  public Optional<Dataset> named(String name) {
    return Datasets.named(name)
        .or(
            () ->
                all().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .flatMap(this::of));
  }

  private List<Announced> all() {
    return sql.list(
        QUERY,
        row ->
            new Announced(
                row.getString("dataset"), row.getString("kind"), row.getString("metric")));
  }

  private Optional<Dataset> of(Announced one) {
    TaskKind kind = TaskKind.named(String.valueOf(one.kind())).orElse(TaskKind.CLASSIFICATION);
    return Metric.named(one.metric()).map(metric -> Dataset.announced(one.name(), kind, metric));
  }
}
