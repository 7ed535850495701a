package dev.hypersweep.orchestrator.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import dev.hypersweep.orchestrator.Deadline;
import dev.hypersweep.orchestrator.Yaml;
import dev.hypersweep.orchestrator.worker.DispatchTest;
import dev.hypersweep.protocol.Heartbeat;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.MetricBatch;
import dev.hypersweep.protocol.MetricPoint;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a sweep has several objectives a trial ends early by all of them. */
@QuarkusTest
class SeveralObjectivesPrunedTest extends DispatchTest {

  private static final String DEFINITION =
      """
      name: front
      variants: [dense]
      datasets: [wordnet/noun-supersense]
      seeds: 1
      parameters:
        ffn: {type: categorical, choices: [16, 32, 48, 64, 80]}
      objectives: [{metric: accuracy}, {metric: parameters_active}]
      sampler: {name: grid}
      pruner: {name: pareto, min: 100, reduction: 2}
      """;

  private long worker;
  private int sent;

  private Lease claimed() {
    if (worker == 0) {
      Yaml.of(DEFINITION).post("/api/v1/sweeps").then().statusCode(201);
      worker = register("w");
    }
    return claim(worker);
  }

  private String report(Lease lease, MetricPoint... points) {
    long step = points[points.length - 1].step();
    attempt(lease, "metrics", new MetricBatch(lease.generation(), sent++, List.of(points), null))
        .then()
        .statusCode(200);
    return attempt(lease, "heartbeat", new Heartbeat(lease.generation(), step))
        .then()
        .statusCode(200)
        .extract()
        .path("signal");
  }

  /** Its size is said before the first step, its accuracy at step 100. */
  private String report(Lease lease, double accuracy, long active) {
    assertThat(report(lease, new MetricPoint("cost/parameters_active", 0, active)))
        .isEqualTo("CONTINUE");
    return report(lease, new MetricPoint("evaluation/accuracy", 100, accuracy));
  }

  @Test
  void whoIsBeatenInAllOfThemEndsAndWhoIsBestInOneGoesOn() {
    Lease large = claimed();
    assertThat(report(large, 0.8, 900)).isEqualTo("CONTINUE");
    finish(large, 0.8).then().statusCode(200);
    Lease small = claimed();
    assertThat(report(small, 0.3, 100)).as("least accurate, and smallest").isEqualTo("CONTINUE");
    finish(small, 0.3).then().statusCode(200);
    Lease beaten = claimed();
    assertThat(report(beaten, 0.2, 950)).isEqualTo("PRUNE");
    finishPruned(beaten, 0.2);
    client()
        .get("/api/v1/sweeps/1/trials?number=2")
        .then()
        .body(
            "items[0].prunedBecause",
            endsWith(
                "where accuracy was 0.2000 and parameters_active was 950; 2 of 2 trials there"
                    + " stand before it"));
    assertThat(text("select further from pruning_event where prune")).isEqualTo("{950}");
  }

  @Test
  void whoSaysNothingOfOneOfThemIsNotJudged() {
    Lease first = claimed();
    report(first, 0.8, 100);
    finish(first, 0.8).then().statusCode(200);
    Lease silent = claimed();
    assertThat(report(silent, new MetricPoint("evaluation/accuracy", 100, 0.1)))
        .isEqualTo("CONTINUE");
    assertThat(sql.number("select count(*) from pruning_event where kind = 'REPORT'")).isEqualTo(1);
    assertThat(report(silent, 0.1, 950)).as("it is told late, but told").isEqualTo("PRUNE");
  }

  @Test
  void anAttemptThatGoesOnFromACheckpointHasItsSizeFromTheOneBefore() {
    Lease first = claimed();
    report(first, 0.8, 100);
    finish(first, 0.8).then().statusCode(200);
    Lease dies = claimed();
    report(dies, new MetricPoint("cost/parameters_active", 0, 950));
    expire(dies.runId());
    Deadline.until("the run waits again", () -> runState(dies.runId()).equals("WAITING"));
    Lease again = claimed();
    assertThat(again.runId()).isEqualTo(dies.runId());
    assertThat(report(again, new MetricPoint("evaluation/accuracy", 100, 0.1))).isEqualTo("PRUNE");
  }
}
