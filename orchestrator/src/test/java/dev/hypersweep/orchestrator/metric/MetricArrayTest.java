package dev.hypersweep.orchestrator.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.hypersweep.orchestrator.worker.DispatchTest;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.protocol.MetricBatch;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MetricArrayTest extends DispatchTest {

  private static final String LOAD = "routing/load/1";

  private Lease lease() {
    queue("default", 0, 1);
    return claim(register("w"));
  }

  private static MetricBatch batch(Lease lease, long sequence, MetricArray... arrays) {
    return new MetricBatch(lease.generation(), sequence, List.of(), null, List.of(arrays));
  }

  @Test
  void arraysComeBackAsTheyWereSentToTheLastBit() {
    Lease lease = lease();
    double third = 1.0 / 3;
    MetricBatch batch =
        batch(
            lease,
            0,
            new MetricArray(LOAD, 10, List.of(third, 1e-300, -0.5)),
            new MetricArray(LOAD, 20, List.of(0.25, 0.75, 0.0)),
            new MetricArray("routing/entropy", 10, List.of(2.0)));
    attempt(lease, "metrics", batch).then().statusCode(200).body("stored", equalTo(true));
    attempt(lease, "metrics", batch).then().statusCode(200).body("stored", equalTo(false));

    assertThat(sql.number("select count(*) from metric_array")).isEqualTo(3);
    var read =
        client()
            .get("/api/v1/runs/" + lease.runId() + "/metric-arrays?name=" + LOAD)
            .then()
            .statusCode(200)
            .body("arrays", hasSize(1))
            .body("arrays[0].steps", contains(10, 20))
            .body("arrays[0].sampled", equalTo(false))
            .extract()
            .jsonPath();
    assertThat(read.getList("arrays[0].values[1]", Double.class)).containsExactly(0.25, 0.75, 0.0);
    assertThat(text("select values::text from metric_array where step = 10 order by name desc"))
        .isEqualTo("{" + third + ",1e-300,-0.5}");
    client()
        .get("/api/v1/runs/" + lease.runId() + "/metric-arrays")
        .then()
        .body("arrays.name", contains("routing/entropy", LOAD));
  }

  @Test
  void ofManyStepsSomeAreShownTheFirstAndTheLastAmongThem() {
    Lease lease = lease();
    MetricArray[] arrays =
        IntStream.rangeClosed(1, 500)
            .mapToObj(step -> new MetricArray(LOAD, step, List.of(step / 500.0)))
            .toArray(MetricArray[]::new);
    attempt(lease, "metrics", batch(lease, 0, arrays)).then().statusCode(200);
    var read =
        client()
            .get("/api/v1/runs/" + lease.runId() + "/metric-arrays?steps=10")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(read.getList("arrays[0].steps", Long.class))
        .hasSize(10)
        .startsWith(1L)
        .endsWith(500L);
    assertThat(read.getList("arrays[0].values")).hasSize(10);
    assertThat(read.getLong("arrays[0].total")).isEqualTo(500);
    assertThat(read.getBoolean("arrays[0].sampled")).isTrue();
  }

  @Test
  void aRunWithoutArraysHasNone() {
    Lease lease = lease();
    client()
        .get("/api/v1/runs/" + lease.runId() + "/metric-arrays")
        .then()
        .statusCode(200)
        .body("arrays", empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[NaN]      | 400 |",
        "[1, 1e400] | 422 | arrays[0].values[1]",
        "[null]     | 422 | arrays[0].values[0]",
        "[]         | 422 | arrays[0].values.length",
        "null       | 422 | arrays[0].values",
        "[[1]]      | 400 |",
        "1          | 400 |",
      })
  void whatIsNoArrayOfFiniteNumbersIsRefusedAndNothingIsStored(
      String values, int status, String field) {
    Lease lease = lease();
    String body =
        """
        {"generation": 1, "sequence": 0, "points": [{"name": "a", "step": 1, "value": 1}],
         "arrays": [{"name": "routing/load/1", "step": 1, "values": %s}]}
        """;
    var refused =
        attempt(lease, "metrics", body.formatted(values))
            .then()
            .statusCode(status)
            .contentType("application/problem+json");
    if (field != null) {
      refused.body("errors[0].field", equalTo(field));
    }
    assertThat(sql.number("select count(*) from metric_batch")).isZero();
    assertThat(sql.number("select count(*) from metric_point")).isZero();
    assertThat(sql.number("select count(*) from metric_array")).isZero();
  }

  @Test
  void anArrayThatIsTooLongIsRefused() {
    Lease lease = lease();
    List<Double> values = Collections.nCopies(MetricArray.LONGEST + 1, 0.0);
    attempt(lease, "metrics", batch(lease, 0, new MetricArray(LOAD, 1, values)))
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("arrays[0].values"));
  }

  @Test
  void arraysOfALeaseThatEndedAreRefused() {
    Lease lease = lease();
    finish(lease, 0.5).then().statusCode(200);
    attempt(lease, "metrics", batch(lease, 0, new MetricArray(LOAD, 1, List.of(1.0))))
        .then()
        .statusCode(409);
    assertThat(sql.number("select count(*) from metric_array")).isZero();
  }
}
