package dev.hypersweep.orchestrator.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.orchestrator.Yaml;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.worker.DispatchTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import org.jboss.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** While a trial is chosen its sweep's row is locked: that must not grow with the sweep. */
@QuarkusTest
class ChoiceCostTest extends DispatchTest {

  private static final Logger LOG = Logger.getLogger(ChoiceCostTest.class);
  private static final int CHOICES = 15;

  private static final String DEFINITION =
      """
      name: large
      variants: [moe]
      datasets: [wordnet/noun-supersense]
      seeds: 1
      parameters:
        learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true}
        batch: {type: int, low: 8, high: 64}
        dropout: {type: float, low: 0, high: 0.5}
        weight_decay: {type: float, low: 1e-6, high: 1e-1, log: true}
      sampler: {name: %s, seed: 3, parallel: 2}
      budget: {trials: 20000}
      """;

  private static final String STORED =
      """
      insert into trial (sweep_id, number, variant, parameters, configuration, configuration_hash,
                         state, objective, ended_as, chosen_after)
      select 1, 1 + n, 'moe',
             jsonb_build_object('learning_rate', 1e-4 * 100 ^ random(),
               'batch', 8 + floor(57 * random()), 'dropout', random() / 2,
               'weight_decay', 1e-6 * 100000 ^ random()),
             '{}', 'hash', 'COMPLETED', random(), n, n - 1
      from generate_series(1, ?::int) n
      """;

  private static final String END =
      """
      update trial set state = 'COMPLETED', objective = random(),
        ended_as = (select 1 + coalesce(max(ended_as), 0) from trial)
      where id = (select id from trial where state = 'WAITING' order by number limit 1)
      """;

  @Inject NextTrials nextTrials;
  @Inject SearchMemory memory;
  @Inject Transactions transactions;

  @ParameterizedTest
  @CsvSource({"tpe,1000", "tpe,10000", "auto,1000", "auto,10000"})
  void aChoiceTakesTensOfMilliseconds(String sampler, int trials) {
    Yaml.of(DEFINITION.formatted(sampler)).post("/api/v1/sweeps").then().statusCode(201);
    sql.update(STORED, trials);
    sql.update("analyze trial");
    memory.forget();
    long made = sql.number("select count(*) from trial");
    double first = choice();
    double[] further = new double[CHOICES];
    for (int i = 0; i < CHOICES; i++) {
      further[i] = choice();
    }
    Arrays.sort(further);
    double median = further[CHOICES / 2];
    LOG.infof(
        "%s, %d trials: %.0f ms after a start, then %.0f ms (median of %d)",
        sampler, trials, first, median, CHOICES);
    assertThat(sql.number("select count(*) from trial")).isEqualTo(made + 1 + CHOICES);
    // Ten times what a quiet machine takes.
    assertThat(median).isLessThan(300);
  }

  /** Milliseconds for a trial that follows the end of another one. */
  private double choice() {
    sql.update(END);
    long start = System.nanoTime();
    transactions.run(
        () -> {
          sql.number("select id from sweep where id = 1 for no key update");
          nextTrials.choose(1);
        });
    return Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e6;
  }
}
