package dev.hypersweep.orchestrator.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.catalogue.Benchmark;
import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredRuns;
import dev.hypersweep.orchestrator.StoredRuns.Circumstances;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** 200 variants, five datasets, 20 seeds: 20,000 results, 19,900 comparisons. */
@QuarkusTest
class LargeLeaderboardTest extends RunningOrchestrator {

  private static final Logger LOG = Logger.getLogger(LargeLeaderboardTest.class);

  private static final List<String> DATASETS =
      List.of(
          "wordnet/noun-supersense", "wordnet/verb-supersense", "glue/cola", "glue/rte", "trec");

  @Inject Leaderboards leaderboards;

  @Test
  void aLargeBoardIsWhole() {
    StoredRuns stored = new StoredRuns(sql);
    long trial = stored.trial(stored.sweep(), 0, "dense", 3e-3);
    stored.computed(trial, "trec", 0, 0.5, Circumstances.USUAL);
    sql.update(
        """
        insert into trial (sweep_id, number, variant, parameters, configuration,
                           configuration_hash, state)
        select sweep_id, v, 'variant-' || v, parameters, configuration, 'hash-' || v, state
        from trial, generate_series(1, 200) v where number = 0
        """);
    sql.update(
        """
        insert into run (trial_id, sweep_id, team_id, dataset, seed, specification, identity,
                         fingerprint, state, device, threads, memory_bytes)
        select t.id, t.sweep_id, r.team_id, d, s, '{}', 'none', t.id || d || s, 'SUCCEEDED', 'cpu',
               1, 1
        from trial t, run r, unnest(?::text[]) d, generate_series(1, 20) s
        where t.number > 0
        """,
        (Object) DATASETS.toArray(String[]::new));
    sql.update(
        """
        insert into attempt (run_id, generation, worker_id, environment_fingerprint, state)
        select r.id, 1, a.worker_id, a.environment_fingerprint, 'ACCEPTED'
        from run r, attempt a where r.identity = 'none'
        """);
    sql.update(
        """
        insert into result (run_id, attempt_id, steps, chain, pruned, cost, manifest, seal,
                            dataset_hash, comparability_class, evaluation_protocol)
        select r.id, a.id, s.steps, s.chain, false, s.cost, s.manifest, s.seal, s.dataset_hash,
               r.dataset, s.evaluation_protocol
        from run r join attempt a on a.run_id = r.id, result s
        where r.identity = 'none'
        """);
    sql.update(
        """
        insert into result_metric
        select r.id, case r.dataset when 'glue/cola' then 'matthews' else 'accuracy' end,
               0.5 + t.number * 0.001 + 0.02 * sin(r.id * 12.9898)
        from run r join trial t on t.id = r.trial_id where r.identity = 'none'
        """);
    sql.update("analyze");
    Benchmark benchmark = new Benchmark("all", "All", DATASETS);

    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 5; i++) {
      long used = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      Leaderboard board = leaderboards.of(benchmark, null, Leaderboards.Rows.ALL);
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      LOG.infof(
          "board of 20,000 results: %d ms, of them %d ms of this thread's processor time",
          taken.toMillis(), (threads.getCurrentThreadCpuTime() - used) / 1_000_000);
      start = System.nanoTime();
      leaderboards.version(benchmark);
      LOG.infof("its version: %d ms", (System.nanoTime() - start) / 1_000_000);
      assertThat(board.rows()).hasSize(200);
      assertThat(board.rows().get(0).rankHigh()).isLessThan(50);
      assertThat(board.rows().get(0).cells().get(0).n()).isEqualTo(20);
    }
  }
}
