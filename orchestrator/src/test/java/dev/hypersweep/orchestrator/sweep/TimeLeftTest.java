package dev.hypersweep.orchestrator.sweep;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredWork;
import dev.hypersweep.orchestrator.Yaml;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimeLeftTest extends RunningOrchestrator {

  private StoredWork work;
  private long worker;

  @BeforeEach
  void aSweepOfFourRunsOfWhichThreeAreComputed() {
    work = new StoredWork(sql);
    worker = work.worker("w1", StoredWork.NOUNS);
    submit(4);
    List<Long> runs = work.runs(1);
    runs.subList(0, 3).forEach(run -> work.succeed(run, worker, 0.5, 8));
  }

  private void submit(int seeds) {
    Yaml.of(
            "name: s\nvariants: [dense]\ndatasets: [wordnet/noun-supersense]\nseeds: %d\n"
                .formatted(seeds))
        .post("/api/v1/sweeps")
        .then()
        .statusCode(201);
  }

  private void secondsLeft(long sweep, double seconds) {
    client()
        .get("/api/v1/sweeps/" + sweep)
        .then()
        .body("secondsLeft.doubleValue()", closeTo(seconds, 1e-6));
  }

  @Test
  void runsThatAreComputedAlreadyTakeNoTime() {
    submit(6);
    // Seeds 3, 4 and 5 have no result.
    client().get("/api/v1/sweeps/2").then().body("runs.waiting", equalTo(3));
    secondsLeft(2, 24);
  }

  @Test
  void runsThatWereComputedSinceTheirSubmissionTakeNoTimeBeforeTheFirstClaim() {
    sql.update("update run set fingerprint = fingerprint || ' is not there yet'");
    submit(6);
    client().get("/api/v1/sweeps/2").then().body("runs.waiting", equalTo(6));
    sql.update("update run set fingerprint = replace(fingerprint, ' is not there yet', '')");
    secondsLeft(2, 24);
  }

  @Test
  void aResultOfAnotherEnvironmentIsNotReusedAndTakesItsTime() {
    sql.update("update run set fingerprint = 'of another environment'");
    submit(3);
    secondsLeft(2, 24);
  }

  @Test
  void equalRunsOfASweepAreComputedOnce() {
    submit(6);
    sql.update(
        """
        update run set identity = (select identity from run where sweep_id = 2 and seed = 4)
        where sweep_id = 2 and seed = 5
        """);
    secondsLeft(2, 16);
  }

  @Test
  void trialsThatAreStillToBeChosenTakeAsLongAsThoseThatWere() {
    Yaml.of(
            """
            name: adaptive
            variants: [dense]
            datasets: [wordnet/noun-supersense]
            seeds: 2
            parameters: {learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true}}
            sampler: {name: tpe, parallel: 1}
            budget: {trials: 5}
            """)
        .post("/api/v1/sweeps")
        .then()
        .statusCode(201);
    // Two open runs of 8 seconds, and four more trials of two.
    secondsLeft(2, 80);
    work.succeed(work.runs(2).get(0), worker, 0.5, 12);
    // One run is left, as long as the other one took.
    secondsLeft(2, 12 + 4 * 24);
  }

  @Test
  void epochsAreStepsOverTheTrainingRowsThatWorkersAnnounce() {
    String definition =
        """
        name: epochs
        variants: [dense]
        datasets: [wordnet/noun-supersense]
        seeds: 2
        constants: {epochs: 2, batch: 32}
        """;
    Yaml.of(definition)
        .post("/api/v1/plans")
        .then()
        .body("estimate.runSeconds.doubleValue()", closeTo(63 * 8 / 400.0, 1e-6));
    Yaml.of(definition).post("/api/v1/sweeps").then().statusCode(201);
    // 1000 rows are 31.25 batches; two epochs of them end within the 63rd step.
    client().get("/api/v1/sweeps/2/runs").then().body("items.steps", contains(63, 63));
    secondsLeft(2, 2 * 63 * 8 / 400.0);
    work.lease(work.runs(2).get(0), worker);
    client().get("/api/v1/workers").then().body("items[0].currentRun.steps", equalTo(63));
    sql.update("update worker_dataset set dataset = 'gone'");
    client().get("/api/v1/sweeps/2/runs").then().body("items.steps", contains(null, null));
  }

  @Test
  void withoutAWorkerNothingCanBeTold() {
    sql.update("update worker set stopped_at = now()");
    submit(4);
    client().get("/api/v1/sweeps/2").then().body("runs.waiting", equalTo(1));
    client().get("/api/v1/sweeps/2").then().body("secondsLeft", nullValue());
  }
}
