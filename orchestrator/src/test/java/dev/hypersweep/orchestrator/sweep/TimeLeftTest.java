package dev.hypersweep.orchestrator.sweep;

import static org.hamcrest.Matchers.closeTo;
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
  void withoutAWorkerNothingCanBeTold() {
    sql.update("update worker set stopped_at = now()");
    submit(4);
    client().get("/api/v1/sweeps/2").then().body("runs.waiting", equalTo(1));
    client().get("/api/v1/sweeps/2").then().body("secondsLeft", nullValue());
  }
}
