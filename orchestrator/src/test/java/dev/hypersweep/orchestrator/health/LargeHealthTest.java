package dev.hypersweep.orchestrator.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredWork;
import dev.hypersweep.orchestrator.Yaml;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** 10,000 trials of three runs each. */
@QuarkusTest
class LargeHealthTest extends RunningOrchestrator {

  private static final Logger LOG = Logger.getLogger(LargeHealthTest.class);

  @Inject SweepHealth health;

  @Test
  void tenThousandTrialsAreExaminedOnce() {
    Yaml.of(
            """
            name: large
            variants: [dense]
            datasets: [wordnet/noun-supersense]
            seeds: 3
            parameters:
              learning_rate: {type: float, low: 0.0001, high: 0.01}
              dropout: {type: float, low: 0, high: 0.5}
            sampler: {name: random}
            budget: {trials: 1}
            """)
        .post("/api/v1/sweeps")
        .then()
        .statusCode(201);
    StoredWork work = new StoredWork(sql);
    long worker = work.worker("w", StoredWork.NOUNS);
    work.runs(1).forEach(run -> work.succeed(run, worker, 0.5, 8));
    sql.update("update trial set state = 'COMPLETED', objective = 0.5, ended_as = 1");
    sql.update(
        """
        insert into trial (sweep_id, number, variant, parameters, configuration,
                           configuration_hash, state, objective, ended_as)
        select sweep_id, n, variant,
               jsonb_build_object('learning_rate', 0.0001 + 0.0099 * (n * 61 % 10000) / 10000,
                                  'dropout', 0.5 * (n * 37 % 10000) / 10000),
               configuration, 'hash-' || n, state, (n * 61 % 10000) / 10000.0, n + 1
        from trial, generate_series(1, 9999) n where number = 0
        """);
    sql.update(
        """
        insert into run (trial_id, sweep_id, team_id, dataset, seed, specification, identity,
                         fingerprint, state, device, threads, memory_bytes)
        select t.id, t.sweep_id, r.team_id, r.dataset, r.seed, '{}', 'none', t.id || '-' || r.seed,
               'SUCCEEDED', 'cpu', 1, 1
        from trial t, run r where t.number > 0
        """);
    sql.update(
        """
        insert into attempt (run_id, generation, worker_id, environment_fingerprint, state)
        select r.id, 1, a.worker_id, a.environment_fingerprint, 'ACCEPTED'
        from run r, (select * from attempt limit 1) a where r.identity = 'none'
        """);
    sql.update(
        """
        insert into result (run_id, attempt_id, steps, chain, pruned, cost, manifest, seal,
                            dataset_hash, comparability_class, evaluation_protocol)
        select r.id, a.id, s.steps, s.chain, false, s.cost, s.manifest, s.seal, s.dataset_hash,
               s.comparability_class, s.evaluation_protocol
        from run r join attempt a on a.run_id = r.id, (select * from result limit 1) s
        where r.identity = 'none'
        """);
    sql.update(
        """
        insert into result_metric
        select r.id, 'accuracy', t.objective + 0.02 * sin(r.id * 12.9898)
        from run r join trial t on t.id = r.trial_id where r.identity = 'none'
        """);
    sql.update("analyze");

    SweepHealth.Made first = timed("health of 10,000 trials");
    assertThat(first.health().measured()).isEqualTo(10_000);
    assertThat(first.health().importances().get(0).parameter()).isEqualTo("learning_rate");
    assertThat(timed("the same again")).isSameAs(first);
    sql.update("update trial set ended_as = 10001 where number = 0");
    SweepHealth.Made second = timed("after one more end");
    assertThat(second.version()).isNotEqualTo(first.version());
    assertThat(second.health()).isEqualTo(first.health());
  }

  private SweepHealth.Made timed(String what) {
    long start = System.nanoTime();
    SweepHealth.Made made = health.of(1);
    LOG.infof("%s: %d ms", what, Duration.ofNanos(System.nanoTime() - start).toMillis());
    return made;
  }
}
