package dev.hypersweep.orchestrator.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.hypersweep.orchestrator.Yaml;
import dev.hypersweep.orchestrator.worker.DispatchTest;
import dev.hypersweep.orchestrator.worker.Examples;
import dev.hypersweep.protocol.Heartbeat;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.MetricBatch;
import dev.hypersweep.protocol.MetricPoint;
import dev.hypersweep.sweeps.pruning.Pruners;
import dev.hypersweep.sweeps.pruning.Pruning;
import dev.hypersweep.sweeps.sampling.Goal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hopeless trials end early, by what runs report on the way or by a race of whole runs. */
@QuarkusTest
class PrunedSweepTest extends DispatchTest {

  private static String definition(String datasets, int seeds, String sampler, String pruner) {
    return """
        name: pruned
        variants: [moe]
        datasets: [%s]
        seeds: %d
        parameters:
          learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true}
        sampler: %s
        pruner: %s
        budget: {trials: 4}
        """
        .formatted(datasets, seeds, sampler, pruner);
  }

  private void submit(String definition) {
    Yaml.of(definition).post("/api/v1/sweeps").then().statusCode(201);
  }

  private String report(Lease lease, int sequence, long step, double accuracy) {
    attempt(
            lease,
            "metrics",
            new MetricBatch(
                lease.generation(),
                sequence,
                List.of(
                    new MetricPoint("train/loss", step, 2),
                    new MetricPoint("evaluation/accuracy", step, accuracy)),
                null))
        .then()
        .statusCode(200);
    return attempt(lease, "heartbeat", new Heartbeat(lease.generation(), step))
        .then()
        .statusCode(200)
        .extract()
        .path("signal");
  }

  @Test
  void aWorkerHearsThatItsRunIsHopelessAndWhatWaitsOfTheTrialIsNotRun() {
    submit(
        definition(
            Examples.NOUNS + ", " + Examples.VERBS,
            2,
            "{name: random}",
            "{name: threshold, lower: 0.3, warmup: 100}"));
    long worker = register("w");
    Lease lease = claim(worker);
    assertThat(report(lease, 0, 50, 0.1)).isEqualTo("CONTINUE");
    assertThat(report(lease, 1, 100, 0.35)).isEqualTo("CONTINUE");
    assertThat(report(lease, 2, 150, 0.2)).isEqualTo("PRUNE");
    assertThat(sql.number("select count(*) from run where state = 'PRUNED'")).isEqualTo(3);
    long other = sql.number("select min(id) from run where state = 'PRUNED'");
    client()
        .get("/api/v1/runs/" + other)
        .then()
        .statusCode(200)
        .body("failureMessage", containsString("pruner threshold found its trial hopeless by run"));

    finishPruned(lease, 0.2);

    assertThat(runState(lease.runId())).isEqualTo("PRUNED");
    for (long run : List.of(lease.runId(), other)) {
      client()
          .get("/api/v1/runs/" + run)
          .then()
          .body("prunedBecause", containsString("at step 150 of run 1 "));
    }
    client()
        .get("/api/v1/sweeps/1/trials")
        .then()
        .body("items[0].state", equalTo("PRUNED"))
        .body(
            "items[0].prunedBecause",
            equalTo(
                "pruner threshold found it hopeless at step 150 of run 1 (%s, seed 0), where"
                        .formatted(Examples.NOUNS)
                    + " accuracy was 0.2000, beyond the bound of 0.3000"))
        .body("items[1].prunedBecause", equalTo(null))
        .body("items[0].endedAs", equalTo(1))
        .body("items[1].endedAs", equalTo(null))
        .body("items[1].chosenAfter", equalTo(0))
        .body("items[1].state", equalTo("WAITING"));
    assertThat(text("select partial_objective from trial where number = 0")).isEqualTo("0.2");
    assertThat(sql.number("select partial_steps from trial where number = 0")).isEqualTo(100);
    client().get("/api/v1/sweeps/1").then().body("runs.pruned", equalTo(4));
  }

  @Test
  void theMedianEndsARunThatIsWorseAndItsLogGivesTheSameAnswers() {
    submit(definition(Examples.NOUNS, 1, "{name: random}", "{name: median, startup: 2}"));
    long worker = register("w");
    for (double good : List.of(0.8, 0.7)) {
      Lease lease = claim(worker);
      assertThat(report(lease, 0, 100, good)).isEqualTo("CONTINUE");
      finish(lease, good).then().statusCode(200);
    }
    Lease bad = claim(worker);
    assertThat(report(bad, 0, 100, 0.2)).isEqualTo("PRUNE");
    finishPruned(bad, 0.2);
    Lease best = claim(worker);
    assertThat(report(best, 0, 100, 0.9)).isEqualTo("CONTINUE");
    // What a worker sends twice is told once.
    assertThat(report(best, 0, 100, 0.9)).isEqualTo("CONTINUE");
    finish(best, 0.9).then().statusCode(200);

    client().get("/api/v1/sweeps/1").then().body("state", equalTo("FINISHED"));
    String against = "accuracy was 0.2000 against a median of 0.7500 of 2 trials";
    client().get("/api/v1/runs/" + bad.runId()).then().body("prunedBecause", endsWith(against));
    client()
        .get("/api/v1/sweeps/1/trials?number=2")
        .then()
        .body("items[0].prunedBecause", endsWith(against));
    sql.update("update pruning_event set bound = null, better = null, compared = null");
    client()
        .get("/api/v1/sweeps/1/trials?number=2")
        .then()
        .body("items[0].prunedBecause", endsWith("accuracy was 0.2000"));
    assertThat(sql.number("select count(*) from pruning_event")).isEqualTo(8);
    Pruning again = new Pruning(Pruners.named("median", Map.of("startup", 2.0), Goal.MAXIMIZE, 0));
    sql.list(
            "select e.*, t.number as trial from pruning_event e join trial t on t.id = e.trial_id"
                + " order by e.number",
            row -> {
              int trial = row.getInt("trial");
              double loss = -row.getDouble("value");
              switch (row.getString("kind")) {
                case "REPORT" ->
                    assertThat(again.report(trial, row.getLong("step"), loss))
                        .isEqualTo(row.getBoolean("prune"));
                case "COMPLETE" -> again.complete(trial, loss);
                default -> again.prune(trial);
              }
              return trial;
            })
        .forEach(trial -> assertThat(trial).isBetween(0, 3));
  }

  @Test
  void aTrialThatLosesTheRaceTakesNoFurtherSeedsAndIsLearntFromAsPruned() {
    submit(
        definition(Examples.NOUNS, 8, "{name: tpe, parallel: 1}", "{name: wilcoxon, level: 0.1}"));
    long worker = register("w");
    for (int seed = 0; seed < 8; seed++) {
      finish(claim(worker), 0.8 + 0.001 * seed).then().statusCode(200);
    }
    int taken = 0;
    while (sql.number("select count(*) from run where state = 'PRUNED'") == 0 && taken < 8) {
      finish(claim(worker), 0.3 - 0.002 * taken).then().statusCode(200);
      taken++;
    }
    assertThat(taken).isBetween(3, 6);
    assertThat(text("select state from trial where number = 1")).isEqualTo("PRUNED");
    assertThat(text("select round(partial_objective::numeric, 1) from trial where number = 1"))
        .isEqualTo("0.3");
    client()
        .get("/api/v1/sweeps/1/trials?number=1")
        .then()
        .body("items.size()", equalTo(1))
        .body("items[0].prunedBecause", containsString("hopeless with the result of run "))
        .body(
            "items[0].prunedBecause",
            endsWith(
                " of the best trial, which is better in %d of %d runs of both"
                    .formatted(taken, taken)));
    assertThat(sql.number("select count(*) from trial")).isEqualTo(3);
    assertThat(sql.number("select count(*) from run where state = 'PRUNED'")).isEqualTo(8 - taken);
    for (int seed = 0; seed < 8; seed++) {
      finish(claim(worker), 0.9).then().statusCode(200);
    }
    assertThat(text("select state from trial where number = 2")).isEqualTo("COMPLETED");
  }
}
