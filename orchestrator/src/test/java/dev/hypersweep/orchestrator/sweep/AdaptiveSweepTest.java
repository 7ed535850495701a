package dev.hypersweep.orchestrator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.hypersweep.orchestrator.Deadline;
import dev.hypersweep.orchestrator.Yaml;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.worker.DispatchTest;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.sweeps.MadeTrial;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.SweepDefinitions;
import dev.hypersweep.sweeps.TrialChoice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sweep whose trials are chosen as results arrive, from its submission to its end. */
@QuarkusTest
class AdaptiveSweepTest extends DispatchTest {

  private static final String DEFINITION =
      """
      name: adaptive
      variants: [dense, moe]
      datasets: [wordnet/noun-supersense]
      seeds: 2
      parameters:
        learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true}
        batch: {type: int, low: 8, high: 64}
      sampler: {name: tpe, seed: 3, parallel: 2}
      budget: {trials: 6}
      """;

  @Inject StoredTrials stored;
  @Inject SearchMemory memory;
  @Inject NextTrials nextTrials;
  @Inject Transactions transactions;

  private void submit(String definition) {
    Yaml.of(definition).post("/api/v1/sweeps").then().statusCode(201);
  }

  private ValidatableResponse sweep() {
    return client().get("/api/v1/sweeps/1").then().statusCode(200);
  }

  private long count(String table) {
    return sql.number("select count(*) from " + table);
  }

  private static double accuracy(Lease lease) {
    double rate = ((Number) lease.specification().settings().get("learning_rate")).doubleValue();
    return 0.9 - 0.2 * Math.abs(Math.log10(rate) + 3);
  }

  private void carryOut(long worker) {
    for (Lease lease = claim(worker); lease != null; lease = claim(worker)) {
      finish(lease, accuracy(lease)).then().statusCode(200);
    }
  }

  @Test
  void theFirstTrialsAreQueuedAndThoseToComeAreCounted() {
    submit(DEFINITION);
    assertThat(count("trial")).isEqualTo(4);
    assertThat(count("run")).isEqualTo(8);
    sweep()
        .body("trials", equalTo(12))
        .body("runs.total", equalTo(24))
        .body("runs.waiting", equalTo(8))
        .body("runs.toCome", equalTo(16));
  }

  @Test
  void aTrialFollowsWhenOneEndsAndNotBefore() {
    submit(DEFINITION);
    long worker = register("w");
    Lease first = claim(worker);
    finish(first, 0.5).then().statusCode(200);
    assertThat(count("trial")).isEqualTo(4);
    Lease second = claim(worker);
    finish(second, 0.5).then().statusCode(200);
    assertThat(count("trial")).isEqualTo(5);
    assertThat(text("select variant from trial where number = 4")).isEqualTo("dense");
    assertThat(sql.number("select chosen_after from trial where number = 4")).isEqualTo(1);
    // The same result once more, as a worker sends it that heard no answer.
    finish(second, 0.5).then().statusCode(200);
    assertThat(count("trial")).isEqualTo(5);
    sweep().body("runs.total", equalTo(24)).body("runs.toCome", equalTo(14));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tpe", "gp", "cmaes", "auto"})
  void theSweepEndsWithItsLastTrialAndCanBeReplayed(String sampler) {
    submit(DEFINITION.replace("tpe", sampler));
    carryOut(register("w"));

    sweep()
        .body("state", equalTo("FINISHED"))
        .body("runs.succeeded", equalTo(24))
        .body("runs.toCome", equalTo(0))
        .body("trials", equalTo(12));
    assertThat(sql.number("select count(distinct (variant, parameters)) from trial")).isEqualTo(12);
    assertReplayed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{metric: accuracy, aggregate: rank_mean}",
        "{metric: loss, aggregate: worst, holes: worst}"
      })
  void aSweepWhoseTrialsAreComparedWithEachOtherCanBeReplayed(String objective) {
    submit(DEFINITION + "objective: " + objective + "\n");
    long worker = register("w");
    fail(claim(worker), FailureClass.CODE).then().statusCode(200);
    carryOut(worker);
    sweep().body("state", equalTo("FINISHED")).body("trials", equalTo(12));
    assertReplayed();
  }

  /** All that a process knows beyond the tables is its memory of searches. */
  @ParameterizedTest
  @ValueSource(strings = {"tpe", "auto"})
  void trialsThatFollowTheDeathOfAProcessAreThoseOfAnUndisturbedSweep(String sampler) {
    submit(DEFINITION.replace("tpe", sampler));
    carryOut(register("w"));
    List<String> undisturbed = points();
    assertThat(undisturbed).hasSize(12);
    emptyTables();
    submit(DEFINITION.replace("tpe", sampler));
    long worker = register("w");
    for (Lease lease = claim(worker); lease != null; lease = claim(worker)) {
      memory.forget();
      finish(lease, accuracy(lease)).then().statusCode(200);
    }
    assertThat(points()).isEqualTo(undisturbed);
  }

  @Test
  void aChoiceThatIsRolledBackHasNeverBeen() {
    submit(DEFINITION);
    long worker = register("w");
    finish(claim(worker), 0.5).then().statusCode(200);
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      sql.update(
                          """
                          update trial set state = 'COMPLETED', objective = 0.1, ended_as = 1
                          where number = 1
                          """);
                      nextTrials.choose(1);
                      assertThat(count("trial")).isEqualTo(5);
                      throw new IllegalStateException("the work fails");
                    }))
        .hasMessage("the work fails");
    assertThat(count("trial")).isEqualTo(4);
    carryOut(worker);
    sweep().body("state", equalTo("FINISHED"));
    assertReplayed();
  }

  private List<String> points() {
    return sql.list(
        "select variant || ' ' || parameters as point from trial order by number",
        row -> row.getString("point"));
  }

  private void assertReplayed() {
    SweepDefinition definition = SweepDefinitions.read(text("select definition from sweep"));
    List<StoredTrials.Stored> trials = stored.of(1, definition.objectives());
    for (int k = 0; k < trials.size(); k++) {
      int ended = trials.get(k).chosenAfter();
      List<MadeTrial> before = stored.whenEnded(1, definition.objectives(), ended).subList(0, k);
      var again = TrialChoice.of(definition).next(trials.get(k).trial().variant(), before);
      var parameters = trials.get(k).trial().parameters();
      assertThat(again.orElseThrow().parameters().get("learning_rate"))
          .as("trial %d", k)
          .isEqualTo(parameters.get("learning_rate"));
      assertThat(((Long) again.orElseThrow().parameters().get("batch")).intValue())
          .isEqualTo(parameters.get("batch"));
    }
  }

  @Test
  void endsAtTheSameTimeMakeNoTrialTwice() {
    submit(DEFINITION.replace("parallel: 2", "parallel: 6").replace("trials: 6", "trials: 12"));
    long worker = register("w");
    List<Lease> leases = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      leases.add(claim(worker));
    }
    CompletableFuture.allOf(
            leases.stream()
                .map(
                    lease ->
                        CompletableFuture.runAsync(
                            () -> finish(lease, accuracy(lease)).then().statusCode(200)))
                .toArray(CompletableFuture[]::new))
        .join();
    assertThat(count("trial")).isEqualTo(12 + 8);
    assertThat(sql.number("select count(distinct (variant, parameters)) from trial")).isEqualTo(20);
    assertThat(sql.number("select count(distinct ended_as) from trial")).isEqualTo(8);
    carryOut(worker);
    sweep().body("state", equalTo("FINISHED")).body("runs.succeeded", equalTo(48));
    assertReplayed();
  }

  @Test
  void aFailedTrialIsFollowedToo() {
    submit(DEFINITION.replace("seeds: 2", "seeds: 1"));
    fail(claim(register("w")), FailureClass.CODE).then().statusCode(200);
    assertThat(text("select state from trial where number = 0")).isEqualTo("FAILED");
    assertThat(count("trial")).isEqualTo(5);
  }

  @Test
  void runsThatFollowInAPausedSweepAreHeld() {
    submit(DEFINITION.replace("seeds: 2", "seeds: 1"));
    long worker = register("w");
    Lease lease = claim(worker);
    client().post("/api/v1/sweeps/1/pause").then().statusCode(200);
    finish(lease, 0.5).then().statusCode(200);
    assertThat(count("run where state = 'HELD'")).isEqualTo(4);
    assertThat(claim(worker)).isNull();
    client().post("/api/v1/sweeps/1/resume").then().statusCode(200);
    carryOut(worker);
    sweep().body("state", equalTo("FINISHED")).body("runs.succeeded", equalTo(12));
  }

  @Test
  void nothingFollowsInACancelledSweep() {
    submit(DEFINITION.replace("seeds: 2", "seeds: 1"));
    Lease lease = claim(register("w"));
    client().post("/api/v1/sweeps/1/cancel").then().statusCode(200);
    finish(lease, 0.5).then().statusCode(200);
    assertThat(count("trial")).isEqualTo(4);
    sweep()
        .body("state", equalTo("CANCELLED"))
        .body("trials", equalTo(4))
        .body("runs.toCome", equalTo(0));
  }

  @Test
  void nothingFollowsOnceTheBudgetIsSpent() {
    submit(DEFINITION.replace("seeds: 2", "seeds: 1").replace("parallel: 2", "parallel: 1"));
    long worker = register("w");
    Lease one = claim(worker);
    Lease other = claim(worker);
    sql.update("update sweep set budget_until = now() - interval '1 second'");
    finish(one, 0.5).then().statusCode(200);
    finish(other, 0.5).then().statusCode(200);
    Deadline.until("the sweep has ended", () -> text("select state from sweep").equals("FINISHED"));
    assertThat(count("trial")).isEqualTo(2);
    sweep().body("runs.toCome", equalTo(0)).body("endedBecause", containsString("10 runs not"));
  }

  @Test
  void aResultIsKeptWhenNothingCanFollowIt() {
    submit(DEFINITION.replace("seeds: 2", "seeds: 1"));
    Lease lease = claim(register("w"));
    sql.update("update sweep set definition = definition - 'name'");
    finish(lease, 0.5).then().statusCode(200);
    assertThat(runState(lease.runId())).isEqualTo("SUCCEEDED");
    sweep().body("endedBecause", containsString("no further trial can be chosen"));
  }

  @Test
  void thePlanSaysThatTrialsAreChosenAsResultsArrive() {
    Yaml.of(DEFINITION)
        .post("/api/v1/plans")
        .then()
        .statusCode(200)
        .body("trials", equalTo(12))
        .body("runs", equalTo(24))
        .body("toCompute", equalTo(24))
        .body("trialsToCome", equalTo(8));
  }
}
