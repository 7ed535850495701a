package dev.hypersweep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 of trainer, agent and orchestrator during a sweep leaves every number as it would have
 * been.
 */
class KilledProcessTest {

  private static final TinySweep SWEEP = TinySweep.named("killed").seeds("3").steps(240);

  /** Curves of time and memory, which are others in every execution. */
  private static final Set<String> MEASURED =
      Set.of("cost/seconds", "cost/seconds_per_step", "cost/tokens_per_second", "cost/peak_memory");

  @Test
  void everyNumberEqualsThatOfAnUndisturbedSweep(@TempDir Path calm, @TempDir Path stormy)
      throws SQLException {
    List<String> undisturbed;
    try (House house = House.with(calm, 2)) {
      house.awaitEnd(house.submit(SWEEP.yaml()), Duration.ofMinutes(5));
      undisturbed = numbers(house);
    }
    try (House house = House.with(stormy, 2)) {
      long sweep = house.submit(SWEEP.yaml());

      awaitCheckpoint(house, 1);
      await("a trainer at work")
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> house.killTrainer("worker-0"));

      awaitCheckpoint(house, 5);
      house.killAgent("worker-1");
      house.startAgent("worker-1");

      awaitCheckpoint(house, 12);
      house.killOrchestrator();
      house.startOrchestrator();

      JsonNode end = house.awaitEnd(sweep, Duration.ofMinutes(6));
      assertThat(end.get("state").asText()).isEqualTo("FINISHED");
      assertThat(
              query(
                      house,
                      "select count(*)::text from attempt where state in ('FAILED', 'EXPIRED')")
                  .get(0))
          .as("attempts that were disturbed")
          .isNotEqualTo("0");
      assertThat(numbers(house)).isEqualTo(undisturbed);
    }
  }

  private static void awaitCheckpoint(House house, int count) {
    await(count + " checkpoints")
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                Integer.parseInt(
                        query(house, "select count(*)::text from artifact where step is not null")
                            .get(0))
                    >= count);
  }

  /** Results, digests and curves as REST gives them, in an order that does not depend on ids. */
  private static List<String> numbers(House house) throws SQLException {
    List<String> numbers =
        new ArrayList<>(
            query(
                house,
                """
                select concat_ws(' ', t.variant, r.dataset, r.seed, s.steps, s.chain, m.name, m.value)
                from result s join run r on r.id = s.run_id join trial t on t.id = r.trial_id
                join result_metric m on m.run_id = r.id
                order by t.variant, r.dataset, r.seed, m.name
                """));
    for (String run :
        query(
            house,
            """
            select r.id::text from run r join trial t on t.id = r.trial_id order by t.variant, r.dataset, r.seed
            """)) {
      numbers.add(house.api().get("/api/v1/runs/" + run + "/digests").get("digests").toString());
      house
          .api()
          .get("/api/v1/runs/" + run + "/metrics?points=10000")
          .get("series")
          .forEach(series -> addUnlessMeasured(series, numbers));
    }
    assertThat(numbers).hasSizeGreaterThan(12);
    return numbers;
  }

  private static void addUnlessMeasured(JsonNode series, List<String> numbers) {
    if (!MEASURED.contains(series.get("name").asText())) {
      numbers.add(series.toString());
    }
  }

  private static List<String> query(House house, String sql) throws SQLException {
    try (Connection connection = house.database();
        var rows = connection.createStatement().executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
      return lines;
    }
  }
}
