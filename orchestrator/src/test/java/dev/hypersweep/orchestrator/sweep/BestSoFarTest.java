package dev.hypersweep.orchestrator.sweep;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredWork;
import dev.hypersweep.orchestrator.Yaml;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BestSoFarTest extends RunningOrchestrator {

  private StoredWork work;
  private long worker;

  @BeforeEach
  void aWorker() {
    work = new StoredWork(sql);
    worker = work.worker("w1", StoredWork.NOUNS, StoredWork.VERBS);
  }

  private void submit(String objective) {
    Yaml.of(
            "name: s\nvariants: [dense, moe]\ndatasets: [wordnet]\nseeds: 2\nobjective: {metric: "
                + objective
                + "}\n")
        .post("/api/v1/sweeps")
        .then()
        .statusCode(201)
        .body("best", nullValue());
  }

  private void succeed(String variant, String dataset, int seed, double accuracy) {
    long run =
        sql.number(
            """
            select r.id from run r join trial t on t.id = r.trial_id
            where t.variant = ? and r.dataset = ? and r.seed = ?
            """,
            variant,
            dataset,
            seed);
    work.succeed(run, worker, accuracy, 8);
  }

  private ValidatableResponse best(String variant, double value, String dataset, int seeds) {
    return client()
        .get("/api/v1/sweeps/1")
        .then()
        .body("best.variant", equalTo(variant))
        .body("best.value.doubleValue()", closeTo(value, 1e-6))
        .body("best.partial.dataset", equalTo(dataset))
        .body("best.partial.seeds", equalTo(seeds))
        .body("best.partial.of", equalTo(2));
  }

  @Test
  void theFirstFinishedRunLeads() {
    submit("accuracy");
    succeed("moe", StoredWork.VERBS, 1, 0.4);
    best("moe", 0.4, StoredWork.VERBS, 1);
    client()
        .get("/api/v1/sweeps")
        .then()
        .body("items[0].best.partial.dataset", equalTo(StoredWork.VERBS));
  }

  @Test
  void cellsAreComparedByTheMeanOfTheSeedsThatTheyHave() {
    submit("accuracy");
    succeed("dense", StoredWork.NOUNS, 0, 0.9);
    succeed("dense", StoredWork.NOUNS, 1, 0.1);
    succeed("moe", StoredWork.NOUNS, 0, 0.6);
    best("moe", 0.6, StoredWork.NOUNS, 1);
    succeed("moe", StoredWork.NOUNS, 1, 0.2);
    best("dense", 0.5, StoredWork.NOUNS, 2);
  }

  @Test
  void anEasierDatasetDoesNotLeadOverTheOneThatIsFurther() {
    submit("accuracy");
    succeed("dense", StoredWork.VERBS, 0, 0.3);
    succeed("moe", StoredWork.VERBS, 0, 0.4);
    succeed("dense", StoredWork.NOUNS, 0, 0.7);
    best("moe", 0.4, StoredWork.VERBS, 1);
    // As many runs on both: the first of the sweep's datasets counts.
    succeed("moe", StoredWork.NOUNS, 0, 0.6);
    best("dense", 0.7, StoredWork.NOUNS, 1);
  }

  @Test
  void theLowestLeadsWhereLowerIsBetter() {
    submit("loss");
    succeed("dense", StoredWork.NOUNS, 0, 0.9);
    succeed("moe", StoredWork.NOUNS, 0, 0.6);
    best("dense", 0.1, StoredWork.NOUNS, 1);
  }

  @Test
  void aCompleteTrialLeadsOverEveryPart() {
    submit("accuracy");
    succeed("dense", StoredWork.NOUNS, 0, 0.9);
    sql.update("update trial set state = 'COMPLETED', objective = 0.5 where variant = 'moe'");
    client()
        .get("/api/v1/sweeps/1")
        .then()
        .body("best.variant", equalTo("moe"))
        .body("best.value", equalTo(0.5f))
        .body("best.partial", nullValue());
  }
}
