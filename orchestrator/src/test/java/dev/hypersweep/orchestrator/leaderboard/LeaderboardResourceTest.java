package dev.hypersweep.orchestrator.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredRuns;
import dev.hypersweep.orchestrator.StoredRuns.Circumstances;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeaderboardResourceTest extends RunningOrchestrator {

  private static final String NOUN = "wordnet/noun-supersense";
  private static final String VERB = "wordnet/verb-supersense";
  private static final String BOARD = "/api/v1/leaderboards/wordnet";

  @Test
  void anEmptyBoardHasColumnsAndNoRows() {
    client()
        .get(BOARD)
        .then()
        .statusCode(200)
        .body("datasets.name", equalTo(List.of(NOUN, VERB)))
        .body("datasets[0].metric", equalTo("accuracy"))
        .body("rows", hasSize(0))
        .body("evaluationProtocol", equalTo(null))
        .body("confidence", equalTo(0.95f));
    client()
        .get("/api/v1/leaderboards")
        .then()
        .statusCode(200)
        .body(
            "items.name",
            equalTo(List.of("wordnet", "small-text", "glue", "superglue", "hypermoe-20")))
        .body("items[0].rows", equalTo(0))
        .body("items[0].updatedAt", equalTo(null));
  }

  @Test
  void anUnchangedBoardIsNotSentAgain() {
    twoVariants();
    String tag =
        client().get(BOARD).then().header("ETag", startsWith("\"")).extract().header("ETag");
    client()
        .header("If-None-Match", "\"other\", " + tag)
        .get(BOARD)
        .then()
        .statusCode(304)
        .header("ETag", equalTo(tag))
        .body(emptyString());
    String csv = client().get(BOARD + "?format=csv").header("ETag");
    assertThat(csv).isNotEqualTo(tag);
    long trial = sql.number("select min(id) from trial");
    new StoredRuns(sql).computed(trial, NOUN, 9, 0.51, Circumstances.USUAL);
    client().header("If-None-Match", tag).get(BOARD).then().statusCode(200);
  }

  @Test
  void csvHasALinePerRowAndDatasetWithEveryDigit() {
    twoVariants();
    String byFormat = client().get(BOARD + "?format=csv").asString();
    client()
        .accept("text/csv")
        .get(BOARD)
        .then()
        .statusCode(200)
        .contentType("text/csv")
        .body(equalTo(byFormat));
    List<String> lines = List.of(byFormat.split("\r\n"));
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).isEqualTo(String.join(",", LeaderboardCsv.HEADER));
    assertThat(lines.get(1)).startsWith("wordnet,").contains(",1,1,2,1,dense,moe,");
    assertThat(lines.get(1)).contains("\"{\"\"learning_rate\"\":0.003}\"");
    assertThat(lines.get(1)).contains(",0.6000000000000001,");
    assertThat(lines.get(1)).endsWith(",1;3");
  }

  @Test
  void textThatASpreadsheetWouldExecuteIsDefused() {
    assertThat(LeaderboardCsv.field("=1+1")).isEqualTo("'=1+1");
    assertThat(LeaderboardCsv.field("-x,\"y\"")).isEqualTo("\"'-x,\"\"y\"\"\"");
    assertThat(LeaderboardCsv.field(-0.25)).isEqualTo("-0.25");
    assertThat(LeaderboardCsv.field(null)).isEmpty();
  }

  @Test
  void anOlderProtocolCanBeAskedFor() {
    StoredRuns stored = new StoredRuns(sql);
    long trial = stored.trial(stored.sweep(), 0, "dense", 3e-3);
    stored.computed(trial, NOUN, 0, 0.25, Circumstances.USUAL.trainer("trainer-0"));
    stored.computed(trial, NOUN, 1, 0.75, Circumstances.USUAL);
    client().get(BOARD).then().body("rows[0].cells[0].mean", equalTo(0.75f));
    String older = client().get(BOARD).path("protocols[1].evaluationProtocol");
    client()
        .get(BOARD + "?protocol=" + older)
        .then()
        .body("evaluationProtocol", equalTo(older))
        .body("rows[0].cells[0].mean", equalTo(0.25f))
        .body("rows[0].cells[0].low", equalTo(null))
        .body("rows[0].cells[0].of", equalTo(2))
        .body("rows[0].score", equalTo(null))
        .body("rows[0].rank", equalTo(null));
  }

  @Test
  void datasetsWithCommasBetweenThemAreABoard() {
    twoVariants();
    String both = "/api/v1/leaderboards/" + (NOUN + "," + VERB).replace("/", "%2F");
    client()
        .urlEncodingEnabled(false)
        .get(both)
        .then()
        .statusCode(200)
        .body("benchmark", equalTo(NOUN + "," + VERB))
        .body("datasets.name", equalTo(List.of(NOUN, VERB)))
        .body("rows.variant", equalTo(List.of("moe", "dense")))
        .body("rows[0].tiedWith", equalTo(List.of("dense")));
    for (String wrong : List.of(both + ",nothing", both + ",", both + "," + "trec,trec")) {
      client().urlEncodingEnabled(false).get(wrong).then().statusCode(404);
    }
  }

  @Test
  void theBoardOfASweepHasItsConfigurationsAlone() {
    twoVariants();
    StoredRuns stored = new StoredRuns(sql);
    long other = stored.sweep();
    long trial = stored.trial(other, 0, "moe", 1e-2);
    stored.computed(trial, NOUN, 0, 0.9, Circumstances.USUAL);
    stored.computed(trial, VERB, 0, 0.9, Circumstances.USUAL);
    client().get(BOARD + "?rows=all").then().body("rows", hasSize(3));
    long first = sql.number("select min(id) from sweep");
    String own = BOARD + "?rows=all&sweep=" + first;
    client()
        .get(own)
        .then()
        .statusCode(200)
        .body("rows.variant", equalTo(List.of("moe", "dense")))
        .body("rows[0].tiedWith", equalTo(List.of("dense")));
    client()
        .get(BOARD + "?rows=all&sweep=" + other)
        .then()
        .body("rows.parameters.learning_rate", equalTo(List.of(0.01f)));
    assertThat(client().get(own).header("ETag"))
        .isNotEqualTo(client().get(BOARD + "?rows=all").header("ETag"));
  }

  @Test
  void badQuestionsAreProblems() {
    client()
        .get("/api/v1/leaderboards/no-such")
        .then()
        .statusCode(404)
        .body("type", endsWith("not-found"))
        .body("detail", containsString("known are wordnet"));
    client()
        .get("/api/v1/leaderboards/wordnett")
        .then()
        .statusCode(404)
        .body("detail", containsString("did you mean wordnet?"));
    client()
        .get("/api/v1/leaderboards/trec,wordnet")
        .then()
        .statusCode(404)
        .body("detail", containsString("There is no dataset 'wordnet'"));
    for (String query : List.of("rows=some", "format=xml", "protocol=abc", "sweep=999")) {
      client()
          .get(BOARD + "?" + query)
          .then()
          .statusCode(400)
          .body("type", endsWith("invalid-parameter"))
          .body("errors[0].field", equalTo(query.split("=")[0]))
          .body("errors[0].fix", containsString("leave it out"));
    }
    client().accept("image/png").get(BOARD).then().statusCode(406);
  }

  private void twoVariants() {
    StoredRuns stored = new StoredRuns(sql);
    long sweep = stored.sweep();
    long moe = stored.trial(sweep, 0, "moe", 3e-3);
    long dense = stored.trial(sweep, 1, "dense", 3e-3);
    for (String dataset : List.of(NOUN, VERB)) {
      for (long seed = 0; seed < 2; seed++) {
        stored.computed(moe, dataset, seed, 0.6 + 1e-16 + seed * 1e-16, Circumstances.USUAL);
        stored.computed(dense, dataset, seed, 0.4 + seed * 0.1, Circumstances.USUAL);
      }
    }
  }
}
