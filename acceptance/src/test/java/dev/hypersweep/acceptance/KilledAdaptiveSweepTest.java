package dev.hypersweep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 of the orchestrator while a sampler learns: the trials that follow are those of an
 * undisturbed sweep. One trial is open at a time, so what each of them knows does not depend on
 * which worker is faster.
 */
class KilledAdaptiveSweepTest {

  private static final String SWEEP =
      TinySweep.named("adaptive").variants("moe").seeds("1").steps(20).yaml()
          + """
          parameters:
            learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true}
            batch: {type: int, low: 8, high: 32}
          sampler: {name: tpe, seed: 11, parallel: 1}
          budget: {trials: 14}
          """;

  @Test
  void theTrialsThatFollowAreThoseOfAnUndisturbedSweep(@TempDir Path calm, @TempDir Path stormy)
      throws SQLException {
    CompletableFuture<List<String>> undisturbed =
        CompletableFuture.supplyAsync(() -> undisturbed(calm));
    try (House house = House.with(stormy, 1)) {
      long sweep = house.submit(SWEEP);
      for (int ended : List.of(3, 11)) {
        await(ended + " trials that have ended")
            .atMost(Duration.ofMinutes(3))
            .pollInterval(Duration.ofMillis(50))
            .until(
                () ->
                    query(house, "select id::text from trial where ended_as > 0").size() >= ended);
        house.killOrchestrator();
        house.startOrchestrator();
      }
      house.awaitEnd(sweep, Duration.ofMinutes(6));
      assertThat(trials(house)).hasSize(14).isEqualTo(undisturbed.join());
    }
  }

  private static List<String> undisturbed(Path home) {
    try (House house = House.with(home, 1)) {
      house.awaitEnd(house.submit(SWEEP), Duration.ofMinutes(6));
      return trials(house);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> trials(House house) throws SQLException {
    return query(
        house,
        "select concat_ws(' ', number, variant, parameters, objective) from trial order by number");
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
