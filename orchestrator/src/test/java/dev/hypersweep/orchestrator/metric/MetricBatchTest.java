package dev.hypersweep.orchestrator.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.hypersweep.orchestrator.worker.DispatchTest;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.MetricBatch;
import dev.hypersweep.protocol.MetricPoint;
import dev.hypersweep.protocol.Sha256;
import dev.hypersweep.protocol.StepDigests;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MetricBatchTest extends DispatchTest {

  @Test
  void aBatchSentTwiceChangesNothing() {
    queue("default", 0, 1);
    Lease lease = claim(register("w"));
    MetricBatch batch =
        new MetricBatch(
            lease.generation(),
            0,
            List.of(
                new MetricPoint("train/loss", 10, 2.5), new MetricPoint("train/loss", 20, 2.25)),
            new StepDigests(1, List.of(Sha256.hex("1"), Sha256.hex("2"))));

    attempt(lease, "metrics", batch).then().statusCode(200).body("stored", equalTo(true));
    String before = text("select string_agg(p::text, ';' order by step) from metric_point p");
    attempt(lease, "metrics", batch).then().statusCode(200).body("stored", equalTo(false));

    assertThat(text("select string_agg(p::text, ';' order by step) from metric_point p"))
        .isEqualTo(before);
    assertThat(sql.number("select count(*) from metric_point")).isEqualTo(2);
    assertThat(text("select encode(digests, 'hex') from metric_batch"))
        .isEqualTo(Sha256.hex("1") + Sha256.hex("2"));
  }

  @Test
  void aLogChunkSentTwiceChangesNothingAndMayHoldAnything() {
    queue("default", 0, 1);
    Lease lease = claim(register("w"));
    String chunk =
        """
        {"generation": 1, "sequence": 0, "text": "step 1\\u0000 \\uD800 \\uD83D\\uDE00 ü\\n"}
        """;

    attempt(lease, "logs", chunk).then().statusCode(200).body("stored", equalTo(true));
    attempt(lease, "logs", chunk).then().statusCode(200).body("stored", equalTo(false));

    assertThat(text("select content from log_chunk"))
        .isEqualTo("step 1\uFFFD \uFFFD \uD83D\uDE00 ü\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NaN        | 400",
        "\"NaN\"    | 422",
        "Infinity   | 400",
        "1e400      | 422",
        "-1e400     | 422",
        "null       | 400",
        "\"1.5\"    | 400",
        "true       | 400",
        "[1]        | 400",
      })
  void aValueThatIsNoFiniteNumberIsRefusedAndNothingIsStored(String value, int status) {
    queue("default", 0, 1);
    Lease lease = claim(register("w"));

    attempt(
            lease,
            "metrics",
            """
            {"generation": 1, "sequence": 0, "points": [
              {"name": "train/loss", "step": 1, "value": 1.0},
              {"name": "train/loss", "step": 2, "value": %s}]}
            """
                .formatted(value))
        .then()
        .statusCode(status)
        .contentType("application/problem+json");

    assertThat(sql.number("select count(*) from metric_batch")).isZero();
    assertThat(sql.number("select count(*) from metric_point")).isZero();
  }

  @Test
  void theWrongPlaceIsNamed() {
    queue("default", 0, 1);
    Lease lease = claim(register("w"));

    attempt(
            lease,
            "metrics",
            "{\"generation\":1,\"sequence\":0,\"points\":[{\"name\":\"a\",\"step\":1,\"value\":1e400}]}")
        .then()
        .body("errors[0].field", equalTo("points[0].value"));
    attempt(lease, "metrics", "{\"generation\":1,\"sequence\":0,\"points\":[],\"extra\":1}")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("extra"))
        .body("errors[0].message", equalTo("unknown field extra"));
    attempt(lease, "metrics", "{\"sequence\":0,\"points\":[]}")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("generation"));
    attempt(lease, "metrics", "{\"generation\":1,\"sequence\":99999999999999999999,\"points\":[]}")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("sequence"));
    attempt(lease, "metrics", "{\"generation\":1.5,\"sequence\":0,\"points\":[]}")
        .then()
        .statusCode(400)
        .body("detail", startsWith("generation"));
  }
}
