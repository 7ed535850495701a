package dev.hypersweep.orchestrator.sweep;

import static dev.hypersweep.orchestrator.worker.Examples.NOUNS;
import static dev.hypersweep.orchestrator.worker.Examples.VERBS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import dev.hypersweep.orchestrator.Yaml;
import dev.hypersweep.orchestrator.worker.DispatchTest;
import dev.hypersweep.protocol.Lease;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A trial's runs are made in the order in which they decide earliest. */
@QuarkusTest
class DatasetOrderTest extends DispatchTest {

  private static final String DEFINITION =
      """
      name: ordered
      variants: [moe]
      datasets: [wordnet/noun-supersense, wordnet/verb-supersense]
      seeds: 2
      parameters: {learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true}}
      sampler: {name: tpe, seed: 3, parallel: 1}
      budget: {trials: 3}
      """;

  private long worker;

  private void submit() {
    Yaml.of(DEFINITION).post("/api/v1/sweeps").then().statusCode(201);
    worker = register("w");
  }

  /** Carries out a trial; the datasets of its runs in order. */
  private List<String> trial() {
    List<String> datasets = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Lease lease = claim(worker);
      finish(lease, 0.5).then().statusCode(200);
      datasets.add(lease.specification().dataset());
    }
    return datasets;
  }

  @Test
  void asTheSweepNamesThemWhileNothingIsKnown() {
    submit();
    assertThat(trial()).containsExactly(NOUNS, VERBS, NOUNS, VERBS);
  }

  @Test
  void cheapOnesFirstOnceATrialIsCompleteAndTheyAreShownAsNamed() {
    submit();
    trial();
    sql.update(
        """
        update result set cost = jsonb_set(cost, '{seconds}', '1')
        where run_id in (select id from run where dataset = ?)
        """,
        VERBS);
    assertThat(trial()).as("was made before").containsExactly(NOUNS, VERBS, NOUNS, VERBS);
    assertThat(trial()).containsExactly(VERBS, NOUNS, VERBS, NOUNS);
    client()
        .get("/api/v1/sweeps/1/trials?sort=-number")
        .then()
        .statusCode(200)
        .body("items[0].cells.dataset", contains(NOUNS, VERBS));
  }

  @Test
  void aNewSweepLearnsFromStoredOnes() {
    submit();
    trial();
    sql.update(
        """
        update result set cost = jsonb_set(cost, '{seconds}', '1')
        where run_id in (select id from run where dataset = ?)
        """,
        VERBS);
    Yaml.of(DEFINITION.replace("seed: 3", "seed: 4")).post("/api/v1/sweeps").then().statusCode(201);
    assertThat(text("select dataset from run where sweep_id = 2 order by id limit 1"))
        .isEqualTo(VERBS);
  }
}
