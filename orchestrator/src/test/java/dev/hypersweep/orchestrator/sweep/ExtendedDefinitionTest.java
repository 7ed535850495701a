package dev.hypersweep.orchestrator.sweep;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.Yaml;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A definition may extend a stored sweep, by its id or by its name. */
@QuarkusTest
class ExtendedDefinitionTest extends RunningOrchestrator {

  private static final String BASE =
      "name: base-of-others\nvariants: [dense, moe]\ndatasets: [wordnet]\nseeds: 2\n";

  @Test
  void aStoredSweepIsFoundByIdAndByName() {
    long id =
        Yaml.of(BASE)
            .post("/api/v1/sweeps")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getLong("id");
    for (String reference : new String[] {"base-of-others", Long.toString(id)}) {
      Yaml.of("name: child\nextends: " + reference + "\nseeds: 3\n")
          .post("/api/v1/plans")
          .then()
          .statusCode(200)
          .body("name", equalTo("child"))
          .body("runs", equalTo(2 * 2 * 3));
    }
  }

  @Test
  void oneThatIsNotThereIsAnErrorAtItsPlace() {
    Yaml.of(BASE + "extends: nothing-like-it\n")
        .post("/api/v1/plans")
        .then()
        .statusCode(422)
        .body("errors[0].line", equalTo(5))
        .body("errors[0].column", equalTo(10))
        .body("errors[0].message", containsString("there is no definition"));
  }
}
