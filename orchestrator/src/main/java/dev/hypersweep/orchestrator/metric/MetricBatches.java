package dev.hypersweep.orchestrator.metric;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.pruning.Judgements;
import dev.hypersweep.orchestrator.run.Attempts;
import dev.hypersweep.orchestrator.worker.Fence;
import dev.hypersweep.protocol.BatchStored;
import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.protocol.MetricBatch;
import dev.hypersweep.protocol.MetricPoint;
import dev.hypersweep.protocol.StepDigests;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Points, arrays and digests of attempts, append-only. A batch is stored by one statement in one
 * commit: all of it or nothing, once however often it is sent, and never after its lease has ended.
 */
@ApplicationScoped
public class MetricBatches {

  private static final String STORE =
      "with "
          + Fence.SQL
          + """
          , batch as (
            insert into metric_batch (attempt_id, sequence, first_step, digests)
            select id, ?, ?, ? from fence
            on conflict do nothing
            returning attempt_id
          ),
          points as (
            insert into metric_point (attempt_id, name, step, value)
            select b.attempt_id, p.name, p.step, p.value
            from batch b, unnest(?::text[], ?::bigint[], ?::float8[]) as p (name, step, value)
            on conflict do nothing
          ),
          arrays as (
            insert into metric_array (attempt_id, name, step, values)
            select b.attempt_id, a.name, a.step, a.literal::float8[]
            from batch b, unnest(?::text[], ?::bigint[], ?::text[]) as a (name, step, literal)
            on conflict do nothing
          )
          select (select count(*) from fence) as passed, (select count(*) from batch) as stored
          """;

  private record Outcome(boolean passed, boolean stored) {}

  private final Sql sql;
  private final Attempts attempts;
  private final Judgements judgements;
  private final Counter storedBatches;
  private final Counter storedPoints;
  private final Counter storedArrays;

  @Inject
  MetricBatches(Sql sql, Attempts attempts, Judgements judgements, MeterRegistry meters) {
    this.sql = sql;
    this.attempts = attempts;
    this.judgements = judgements;
    this.storedBatches = meters.counter("hypersweep.metric.batches.stored");
    this.storedPoints = meters.counter("hypersweep.metric.points.stored");
    this.storedArrays = meters.counter("hypersweep.metric.arrays.stored");
  }

  /** Stores a valid batch; 409 if its lease has ended, 404 if it never existed. */
  BatchStored store(long attemptId, MetricBatch batch) {
    List<MetricPoint> points = batch.points();
    List<MetricArray> arrays = batch.arrays() == null ? List.of() : batch.arrays();
    StepDigests digests = batch.digests();
    Outcome outcome =
        sql.first(
                STORE,
                row -> new Outcome(row.getInt("passed") > 0, row.getInt("stored") > 0),
                attemptId,
                batch.generation(),
                batch.sequence(),
                digests == null ? null : digests.firstStep(),
                digests == null ? null : bytes(digests),
                points.stream().map(MetricPoint::name).toArray(String[]::new),
                points.stream().map(MetricPoint::step).toArray(Long[]::new),
                points.stream().map(MetricPoint::value).toArray(Double[]::new),
                arrays.stream().map(MetricArray::name).toArray(String[]::new),
                arrays.stream().map(MetricArray::step).toArray(Long[]::new),
                arrays.stream().map(MetricBatches::literal).toArray(String[]::new))
            .orElseThrow();
    if (!outcome.passed()) {
      throw attempts.refusal(attemptId, batch.generation());
    }
    if (outcome.stored()) {
      storedBatches.increment();
      storedPoints.increment(points.size());
      storedArrays.increment(arrays.size());
      if (points.stream().anyMatch(point -> point.name().startsWith("evaluation/"))) {
        judgements.reported(attempts.get(attemptId).runId());
      }
    }
    return new BatchStored(outcome.stored());
  }

  /** PostgreSQL's text of an array: rows of unequal length cannot be one parameter. */
  private static String literal(MetricArray array) {
    return array.values().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }

  private static byte[] bytes(StepDigests digests) {
    return HexFormat.of().parseHex(String.join("", digests.digests()));
  }
}
