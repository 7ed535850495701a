package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.catalogue.Benchmark;
import dev.hypersweep.catalogue.Benchmarks;
import dev.hypersweep.orchestrator.database.Json;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.trial.Fronts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one sweep. */
@ApplicationScoped
class SweepDetails {

  private static final String DEFINITION =
      "select source, media_type, definition, definition_hash from sweep where id = ?";

  private static final String VARIANTS =
      "select variant from trial where sweep_id = ? group by variant order by min(number)";

  @Inject Sql sql;
  @Inject Json json;
  @Inject SweepRows rows;
  @Inject Fronts fronts;

  private record Stored(
      String source, String mediaType, Map<String, Object> definition, String hash) {}

  /**
   * The sweep.
   *
   * @throws ProblemException not found
   */
  SweepDetail of(long sweep) {
    SweepSummary summary =
        rows.one(sweep).orElseThrow(() -> ProblemException.notFound("sweep", sweep));
    Stored stored =
        sql.first(
                DEFINITION,
                row ->
                    new Stored(
                        row.getString("source"),
                        row.getString("media_type"),
                        json.map(row.getString("definition")),
                        row.getString("definition_hash")),
                sweep)
            .orElseThrow();
    List<String> datasets = list(stored, "datasets").stream().map(String.class::cast).toList();
    return new SweepDetail(
        summary,
        stored.source(),
        stored.mediaType(),
        stored.definition(),
        stored.hash(),
        datasets,
        sql.list(VARIANTS, row -> row.getString(1), sweep),
        list(stored, "seeds").stream().map(seed -> ((Number) seed).longValue()).toList(),
        benchmark(datasets),
        summary.hasSeveralObjectives() ? fronts.of(sweep) : null);
  }

  private static Collection<?> list(Stored stored, String field) {
    return (Collection<?>) stored.definition().get(field);
  }

  private static String benchmark(List<String> datasets) {
    return Benchmarks.all().stream()
        .filter(one -> Set.copyOf(one.datasets()).equals(Set.copyOf(datasets)))
        .map(Benchmark::name)
        .findFirst()
        .orElse(String.join(",", datasets));
  }
}
