package dev.hypersweep.orchestrator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.hypersweep.orchestrator.Yaml;
import dev.hypersweep.orchestrator.worker.DispatchTest;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.sweeps.MadeTrial;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.SweepDefinitions;
import dev.hypersweep.sweeps.TrialChoice;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sweep that learns from stored ones before its own trials. */
@QuarkusTest
class WarmStartTest extends DispatchTest {

  private static final String EARLIER =
      """
      name: earlier
      variants: [dense, moe]
      datasets: [wordnet/noun-supersense]
      seeds: 1
      parameters:
        learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true}
      sampler: {name: random}
      budget: {trials: 12}
      """;

  private static final String LATER =
      EARLIER
          .replace("earlier", "later")
          .replace("trials: 12", "trials: 4")
          .replace("{name: random}", "{name: tpe, seed: 3, parallel: 1, warm_start: [1]}");

  @Inject StoredTrials stored;
  @Inject WarmStarts warmStarts;

  @BeforeEach
  void anEarlierSweep() {
    submit(EARLIER);
    long worker = register("w");
    fail(claim(worker), FailureClass.CODE).then().statusCode(200);
    carryOut(worker);
  }

  private static void submit(String definition) {
    Yaml.of(definition).post("/api/v1/sweeps").then().statusCode(201);
  }

  private void carryOut(long worker) {
    for (Lease lease = claim(worker); lease != null; lease = claim(worker)) {
      double rate = ((Number) lease.specification().settings().get("learning_rate")).doubleValue();
      finish(lease, 0.9 - 0.2 * Math.abs(Math.log10(rate) + 3)).then().statusCode(200);
    }
  }

  @Test
  void whatItLearnsFromIsFixedAtTheSubmission() {
    submit(LATER);
    assertThat(sql.number("select count(*) from warm_trial where sweep_id = 2")).isEqualTo(23);
    assertThat(
            sql.number(
                """
                select count(*) from warm_trial w join trial t on t.id = w.trial_id
                where t.objective = w.objective and t.parameters = w.parameters
                  and t.variant = w.variant
                """))
        .isEqualTo(23);
    sql.update("update result_metric set value = 0.1");
    carryOut(register("w"));
    SweepDefinition definition =
        SweepDefinitions.read(text("select definition from sweep where id = 2"));
    List<MadeTrial> warm = warmStarts.of(2, definition);
    TrialChoice choice = TrialChoice.of(definition, warm);
    List<StoredTrials.Stored> trials = stored.of(2, definition.objectives());
    assertThat(trials).hasSize(8);
    for (int k = 0; k < trials.size(); k++) {
      StoredTrials.Stored trial = trials.get(k);
      List<MadeTrial> before =
          stored.whenEnded(2, definition.objectives(), trial.chosenAfter()).subList(0, k);
      assertThat(choice.next(trial.trial().variant(), before).orElseThrow().parameters())
          .as("trial %d", k)
          .isEqualTo(trial.trial().parameters());
    }
  }

  @Test
  void itsFirstPointIsAnotherOne() {
    submit(LATER);
    submit(LATER.replace(", warm_start: [1]", ""));
    String first = "select parameters from trial where variant = 'moe' and sweep_id = ";
    assertThat(text(first + "2 order by number limit 1"))
        .isNotEqualTo(text(first + "3 order by number limit 1"));
  }

  @Test
  void thePlanSaysWhatIsNotCarriedOver() {
    plan(LATER)
        .body(
            "warnings",
            hasItem(
                "warm_start: 1 of 24 trials of sweep 1 are not learnt from: no accuracy on each of"
                    + " wordnet/noun-supersense (1)"));
    plan(LATER.replace("variants: [dense, moe]", "variants: [moe]"))
        .body(
            "warnings",
            hasItem(
                "warm_start: 12 of 24 trials of sweep 1 are not learnt from: variant dense is not"
                    + " searched (12)"));
    plan(LATER.replace("noun", "verb"))
        .body(
            "warnings",
            hasItem(
                "warm_start: 24 of 24 trials of sweep 1 are not learnt from: no accuracy on each"
                    + " of wordnet/verb-supersense (24)"));
    plan(LATER
            .replace("name: tpe", "name: auto")
            .replace("low: 1e-4, high: 1e-2, log: true", "low: 0.001, high: 0.003, step: 0.001"))
        .body(
            "warnings",
            hasItem("warm_start: the whole grid is made, so nothing is learnt from other sweeps"));
  }

  private static io.restassured.response.ValidatableResponse plan(String definition) {
    return Yaml.of(definition)
        .post("/api/v1/plans")
        .then()
        .statusCode(200)
        .body("warnings", not(empty()));
  }

  @Test
  void aSweepThatIsNotThereIsAnErrorAtItsPlace() {
    Yaml.of(LATER.replace("[1]", "[1, 7]"))
        .post("/api/v1/sweeps")
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("sampler.warm_start[1]"))
        .body("errors[0].message", equalTo("there is no sweep 7"))
        .body("errors[0].line", equalTo(7));
  }
}
