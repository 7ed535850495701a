package dev.hypersweep.orchestrator.sweep;

import static dev.hypersweep.orchestrator.StoredWork.NOUNS;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredWork;
import dev.hypersweep.orchestrator.Yaml;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A dataset of which only a worker has the card. */
@QuarkusTest
class AnnouncedDatasetTest extends RunningOrchestrator {

  private static final String DEFINITION =
      """
      name: own
      variants: [dense]
      datasets: [own/reviews]
      seeds: 1
      """;

  @Test
  void aSweepMayNameItOnceAWorkerHasAnnouncedIt() {
    Yaml.of(DEFINITION)
        .post("/api/v1/plans")
        .then()
        .statusCode(422)
        .body("errors[0].message", containsString("nor one that a worker announced"));

    new StoredWork(sql).worker("w1", NOUNS);
    sql.update(
        """
        insert into worker_dataset (worker_id, dataset, content_hash, split, train_examples,
                                    evaluation_examples, classes, majority, kind, metric)
        select worker_id, 'own/reviews', content_hash, split, 10, 5, 0, null, 'regression', 'pearson'
        from worker_dataset
        """);
    Yaml.of(DEFINITION)
        .post("/api/v1/plans")
        .then()
        .statusCode(200)
        .body("datasets[0].name", equalTo("own/reviews"))
        .body("datasets[0].onWorkers", equalTo(1));
  }
}
