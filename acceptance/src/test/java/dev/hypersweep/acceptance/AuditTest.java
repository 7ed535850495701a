package dev.hypersweep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.protocol.Sha256;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stored run is executed again by a new trainer process, and judged. */
class AuditTest {

  @TempDir static Path home;

  private static House house;
  private static long run;

  @BeforeAll
  static void aFinishedSweep() {
    house = House.with(home, 1);
    long sweep = house.submit(TinySweep.named("audited").variants("hypermoe").seeds("[3]").yaml());
    assertThat(house.awaitEnd(sweep, Duration.ofMinutes(3)).get("state").asText())
        .isEqualTo("FINISHED");
    run =
        house.api().get("/api/v1/sweeps/" + sweep + "/runs").get("items").get(0).get("id").asLong();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  @Test
  void aRunThatIsExecutedAgainComesOutTheSameToTheLastBit() throws SQLException {
    JsonNode audit = audited();
    assertThat(audit.get("verdict").asText()).as(audit.toPrettyString()).isEqualTo("BIT_IDENTICAL");
    long execution = audit.get("executionRunId").asLong();
    assertThat(execution).isNotEqualTo(run);
    assertThat(count("select count(*) from attempt where run_id = " + execution))
        .as("attempts of the execution: stored digests are never read back")
        .isEqualTo(1);
  }

  @Test
  void aManifestAlteredByHandIsNotExecuted() throws SQLException {
    String original = manifest();
    long runsBefore = count("select count(*) from run");
    try {
      store(altered(original), null);
      JsonNode audit = audited();
      assertThat(audit.get("verdict").asText()).isEqualTo("SEAL_BROKEN");
      assertThat(count("select count(*) from run")).as("nothing was queued").isEqualTo(runsBefore);
    } finally {
      store(original, Sha256.hex(original));
    }
  }

  @Test
  void aManifestSealedAgainWithAnotherLearningRateDiffersFromTheFirstStep() throws SQLException {
    String original = manifest();
    try {
      String altered = altered(original);
      store(altered, Sha256.hex(altered));
      JsonNode audit = audited();
      assertThat(audit.get("verdict").asText()).as(audit.toPrettyString()).isEqualTo("DIFFERENT");
      assertThat(audit.get("firstDifference").asLong()).isBetween(1L, 3L);
    } finally {
      store(original, Sha256.hex(original));
    }
  }

  private static JsonNode audited() {
    long id =
        house
            .api()
            .post("/api/v1/runs/" + run + "/audits", "application/json", "")
            .get("id")
            .asLong();
    await("audit " + id + " is judged")
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> house.api().get("/api/v1/audits/" + id).get("state").asText().equals("JUDGED"));
    return house.api().get("/api/v1/audits/" + id);
  }

  private static String altered(String manifest) {
    ObjectNode tree = (ObjectNode) Api.json(manifest);
    ((ObjectNode) tree.get("specification").get("settings")).put("learning_rate", 0.0011);
    return CanonicalJson.of(new ObjectMapper().convertValue(tree, Object.class));
  }

  private static String manifest() throws SQLException {
    try (Connection connection = house.database();
        var rows =
            connection
                .createStatement()
                .executeQuery("select manifest from result where run_id = " + run)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void store(String manifest, String seal) throws SQLException {
    try (Connection connection = house.database();
        PreparedStatement update =
            connection.prepareStatement(
                "update result set manifest = ?, seal = coalesce(?, seal) where run_id = ?")) {
      update.setString(1, manifest);
      update.setString(2, seal);
      update.setLong(3, run);
      update.executeUpdate();
    }
  }

  private static long count(String query) throws SQLException {
    try (Connection connection = house.database();
        var rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
