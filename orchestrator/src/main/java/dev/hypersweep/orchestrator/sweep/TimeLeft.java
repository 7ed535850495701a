package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.run.AskedSteps;
import dev.hypersweep.orchestrator.sweep.Remaining.Made;
import dev.hypersweep.orchestrator.sweep.Remaining.Open;
import dev.hypersweep.orchestrator.worker.LiveWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Tells how long a sweep will still take: what it has left to compute, trials that are still to be
 * chosen included (see {@link Remaining}), shared by the live workers that can execute it. Runs
 * whose result is there already, from any sweep, take no time; equal runs are computed once. It
 * does not know what else those workers will be given to do.
 */
@ApplicationScoped
class TimeLeft {

  /**
   * Runs left, of which {@code runs} are to be computed; a leased one counts by the steps that it
   * has left. A run has been computed if its fingerprint, as one of the live workers would compute
   * it, is that of a run with a result.
   */
  private static final String LEFT =
      """
      with place as (
        select distinct w.device, w.threads, w.memory_bytes, d.dataset,
               E'\\n' || d.content_hash || E'\\n' || w.environment_fingerprint as circumstances
        from worker w join worker_dataset d on d.worker_id = w.id and
      """
          + LiveWorker.CONDITION
          + """
      ),
      open as (
        select distinct on (r.sweep_id, r.identity) r.*
        from run r where r.sweep_id = any(?) and r.state in ('WAITING', 'LEASED')
        order by r.sweep_id, r.identity, r.state = 'LEASED' desc, r.id
      ),
      left_over as (
        select o.*, o.state = 'WAITING' and exists (
          select from place p join run done
            on done.fingerprint
               = encode(sha256(convert_to(o.identity || p.circumstances, 'UTF8')), 'hex')
          where p.dataset = o.dataset and p.device = o.device and p.threads = o.threads
            and p.memory_bytes >= o.memory_bytes
            and done.state = 'SUCCEEDED' and done.reused_from is null and done.kind = 'TRIAL'
        ) as computed
        from open o
      )
      select g.sweep_id, t.variant, example.specification ->> 'variant' as architecture, g.dataset,
             sum(g.runs) as runs, sum(g.done) as done,
      """
          + AskedSteps.columns("example", "example.until")
          + """
      from (select r.sweep_id, r.trial_id, r.dataset, min(r.id) as example,
                   count(*) filter (where not r.computed) as runs,
                   coalesce(sum(coalesce(a.step, r.paused_step)), 0) as done
            from left_over r
            left join attempt a on a.run_id = r.id and a.state = 'ACTIVE'
            group by 1, 2, 3) g
      join run example on example.id = g.example
      join trial t on t.id = g.trial_id
      """
          + AskedSteps.join("example")
          + """
      group by g.sweep_id, t.variant, 3, g.dataset, asked_steps, epochs, batch, bucketed,
               train_examples, trained_kind
      """;

  private static final String MADE =
      """
      select s.id as sweep_id, s.trials_to_come, t.variant, count(distinct t.id) as trials,
             coalesce(sum((x.cost ->> 'seconds')::float8), 0) as seconds,
             jsonb_array_length(s.definition -> 'datasets')
               * jsonb_array_length(s.definition -> 'seeds') as runs_of_trial,
             greatest(1, jsonb_array_length(coalesce(s.definition -> 'variants', '[]')))
               as searches,
             (s.definition #>> '{sampler,parallel}')::bigint as parallel
      from sweep s
      join trial t on t.sweep_id = s.id
      left join run r on r.trial_id = t.id and r.reused_from is null
      left join result x on x.run_id = r.id
      where s.id = any(?) and s.trials_to_come > 0
      group by s.id, t.variant
      """;

  private static final String WORKERS =
      """
      select need.sweep_id, count(distinct w.id) as workers
      from (select distinct sweep_id, dataset, device, threads, memory_bytes
            from run where sweep_id = any(?) and state in ('WAITING', 'LEASED')) need
      join worker_dataset d on d.dataset = need.dataset
      join worker w on w.id = d.worker_id and w.device = need.device
       and w.threads = need.threads and w.memory_bytes >= need.memory_bytes and
      """
          + LiveWorker.CONDITION
          + "group by need.sweep_id";

  @Inject Sql sql;
  @Inject StoredTimings stored;

  private record Left(long sweep, Open runs) {}

  private record Coming(
      long sweep,
      long trials,
      String variant,
      Made made,
      long runsOfTrial,
      int searches,
      Long parallel) {

    /** Workers that the sweep can keep busy while trials are to come. */
    long busy(long workers) {
      return parallel == null ? workers : Math.min(workers, parallel * searches * runsOfTrial);
    }
  }

  /** The same sweeps with {@code secondsLeft} filled in, where it can be told. */
  List<SweepSummary> of(List<SweepSummary> sweeps) {
    Long[] going =
        sweeps.stream()
            .filter(one -> one.state() == SweepState.WAITING || one.state() == SweepState.RUNNING)
            .map(SweepSummary::id)
            .toArray(Long[]::new);
    if (going.length == 0) {
      return sweeps;
    }
    Map<Long, Integer> workers = workers(going);
    Map<Long, Timings> own = stored.of(going);
    Map<Long, List<Left>> left = left(going).stream().collect(Collectors.groupingBy(Left::sweep));
    Map<Long, List<Coming>> coming =
        coming(going).stream().collect(Collectors.groupingBy(Coming::sweep));
    Timings latest = left.isEmpty() ? new Timings(List.of()) : stored.latest();
    return sweeps.stream()
        .map(
            sweep ->
                sweep.withSecondsLeft(
                    seconds(
                        left.getOrDefault(sweep.id(), List.of()),
                        coming.getOrDefault(sweep.id(), List.of()),
                        own.getOrDefault(sweep.id(), new Timings(List.of())),
                        latest,
                        workers.getOrDefault(sweep.id(), 0))))
        .toList();
  }

  private static Double seconds(
      List<Left> left, List<Coming> coming, Timings own, Timings latest, int workers) {
    if (left.isEmpty() || workers == 0) {
      return null;
    }
    List<Open> open = left.stream().map(Left::runs).toList();
    Remaining remaining =
        coming.isEmpty()
            ? new Remaining(open, Map.of(), 0, 0, 1)
            : new Remaining(
                open,
                coming.stream().collect(Collectors.toMap(Coming::variant, Coming::made)),
                coming.get(0).trials(),
                coming.get(0).runsOfTrial(),
                coming.get(0).searches());
    long busy = coming.isEmpty() ? workers : coming.get(0).busy(workers);
    OptionalDouble seconds = remaining.seconds(own, latest);
    return seconds.isEmpty()
        ? null
        : (Double) (seconds.getAsDouble() / Math.max(1, Math.min(busy, remaining.runs())));
  }

  private Map<Long, Integer> workers(Long[] sweeps) {
    return sql
        .list(
            WORKERS,
            row -> Map.entry(row.getLong("sweep_id"), row.getInt("workers")),
            (Object) sweeps)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private List<Left> left(Long[] sweeps) {
    return sql.list(
        LEFT,
        row ->
            new Left(
                row.getLong("sweep_id"),
                new Open(
                    row.getString("variant"),
                    row.getString("architecture"),
                    row.getString("dataset"),
                    AskedSteps.read(row),
                    row.getLong("runs"),
                    row.getDouble("done"))),
        (Object) sweeps);
  }

  private List<Coming> coming(Long[] sweeps) {
    return sql.list(
        MADE,
        row ->
            new Coming(
                row.getLong("sweep_id"),
                row.getLong("trials_to_come"),
                row.getString("variant"),
                new Made(row.getLong("trials"), row.getDouble("seconds")),
                row.getLong("runs_of_trial"),
                row.getInt("searches"),
                Columns.longOrNull(row, "parallel")),
        (Object) sweeps);
  }
}
