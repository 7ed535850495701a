package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.worker.LiveWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells how long a sweep will still take: the runs left to compute, each as long as like ones of
 * the same sweep took (or of others, as long as it has none), shared by the live workers that can
 * execute them. Runs whose result is there already, from any sweep, take no time; equal runs are
 * computed once. It does not know what else those workers will be given to do.
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
      select g.sweep_id, example.specification ->> 'variant' as variant, g.dataset,
             (example.specification -> 'settings' ->> 'steps')::bigint as steps,
             sum(g.runs) as runs,
             sum(g.runs - g.done / (example.specification -> 'settings' ->> 'steps')::float8)
               as share
      from (select r.sweep_id, r.trial_id, r.dataset, min(r.id) as example,
                   count(*) filter (where not r.computed) as runs,
                   coalesce(sum(a.step), 0) as done
            from left_over r
            left join attempt a on a.run_id = r.id and a.state = 'ACTIVE'
            group by 1, 2, 3) g
      join run example on example.id = g.example
      group by 1, 2, 3, 4
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

  private record Left(
      long sweep, String variant, String dataset, long steps, long runs, double share) {}

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
    Timings latest = left.keySet().stream().allMatch(own::containsKey) ? null : stored.latest();
    return sweeps.stream()
        .map(
            sweep ->
                sweep.withSecondsLeft(
                    seconds(
                            left.getOrDefault(sweep.id(), List.of()),
                            own.getOrDefault(sweep.id(), latest),
                            workers.getOrDefault(sweep.id(), 0))
                        .orElse(null)))
        .toList();
  }

  private static Optional<Double> seconds(List<Left> left, Timings timings, int workers) {
    if (left.isEmpty() || workers == 0) {
      return Optional.empty();
    }
    double seconds = 0;
    long runs = 0;
    for (Left group : left) {
      if (group.runs() == 0) {
        continue;
      }
      var expected = timings.of(group.variant(), group.dataset(), group.steps());
      if (expected.isEmpty()) {
        return Optional.empty();
      }
      seconds += group.share() * expected.get().seconds();
      runs += group.runs();
    }
    return Optional.of(runs == 0 ? 0 : seconds / Math.min(workers, runs));
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
                row.getString("variant"),
                row.getString("dataset"),
                row.getLong("steps"),
                row.getLong("runs"),
                row.getDouble("share")),
        (Object) sweeps);
  }
}
