package dev.hypersweep.orchestrator.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.orchestrator.RunningOrchestrator;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pages are typed by a committed document; it must be the one that the code makes. */
@QuarkusTest
class ApiDocumentTest extends RunningOrchestrator {

  @Test
  void thePagesAreTypedByTheDocumentThatTheCodeMakes() throws IOException {
    String made = given().queryParam("format", "json").get("/q/openapi").asString();
    String committed = Files.readString(Path.of("..", "web-ui", "openapi.json"));
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(committed))
        .as(
            "web-ui/openapi.json is not the document of this code. Refresh it:"
                + " mvn -pl orchestrator -am -DskipTests package"
                + " && cp orchestrator/target/openapi/openapi.json web-ui/openapi.json")
        .isEqualTo(json.readTree(made));
  }
}
