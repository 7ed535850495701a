package dev.hypersweep.orchestrator.web;

import static org.hamcrest.Matchers.containsString;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that only the browser's router knows get the page; all else stays 404. */
@QuarkusTest
class PagesTest extends RunningOrchestrator {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sweeps", "/sweeps/17", "/leaderboards/wordnet?rows=all"})
  void pagesAnswerIndexHtml(String path) {
    client()
        .get(path)
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("<html"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sweeps", "/index.html"})
  void noBrowserKeepsThePageWithoutAsking(String path) {
    client().get(path).then().statusCode(200).header("Cache-Control", "no-cache");
    client()
        .head(path)
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Cache-Control", "no-cache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/gone.js", "/api", "/api/v1/gone", "/q/gone", "/favicon.gone"})
  void whatIsNoPageIsNotFound(String path) {
    client().get(path).then().statusCode(404).contentType("application/problem+json");
  }

  @Test
  void onlyReadingGivesAPage() {
    client().post("/sweeps").then().statusCode(404);
  }
}
