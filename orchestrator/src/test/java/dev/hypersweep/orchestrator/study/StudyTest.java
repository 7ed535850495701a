package dev.hypersweep.orchestrator.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.Yaml;
import dev.hypersweep.sweeps.ask.AskCommand;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The REST twin of the pipe. */
@QuarkusTest
class StudyTest extends RunningOrchestrator {

  private static final String SPACE =
      """
      parameters:
        x: {type: float, low: -5, high: 5}
        n: {type: int, low: 1, high: 9}
        kind: {type: categorical, choices: [a, b, 1.0, 2, true]}
        y: {type: float, low: 1e-6, high: 1e12, log: true, when: {kind: [a]}}
      """;

  @Inject Studies studies;
  @TempDir Path folder;

  @BeforeEach
  void noStudies() {
    studies.forget();
    sql.update("truncate study, study_event restart identity");
  }

  private void make(String query) {
    Yaml.of(SPACE).post("/api/v1/studies?" + query).then().statusCode(201).body("id", equalTo(1));
  }

  private Response post(String what, String body) {
    return client().contentType("application/json").body(body).post("/api/v1/studies/1/" + what);
  }

  private static double value(JsonNode params) {
    double x = params.get("x").asDouble();
    return x * x + params.get("n").asInt() + (params.get("kind").asText().equals("b") ? 0 : 2);
  }

  /**
   * The whole dialogue over REST as the pipe's answers: every third trial stays out for a while.
   */
  private String dialogue(StringBuilder pipe) throws IOException {
    StringBuilder answers = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      int count = i % 5 == 0 ? 2 : 1;
      pipe.append("{\"ask\":").append(count).append("}\n");
      JsonNode trials =
          mapper
              .readTree(
                  post("asks", "{\"count\":" + count + "}")
                      .then()
                      .statusCode(200)
                      .extract()
                      .asString())
              .get("trials");
      trials.forEach(one -> answers.append(one).append('\n'));
      for (JsonNode one : trials) {
        int trial = one.get("trial").asInt();
        double value = value(one.get("params"));
        String report = "\"step\":1,\"value\":" + value + "}";
        pipe.append("{\"report\":").append(trial).append(',').append(report).append('\n');
        boolean prune =
            post("reports", "{\"trial\":" + trial + "," + report)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getBoolean("prune");
        answers.append("{\"prune\":").append(prune).append("}\n");
        if (trial % 3 == 2) {
          continue;
        }
        String end =
            prune
                ? "\"pruned\":true}"
                : trial % 7 == 6 ? "\"failed\":true}" : "\"value\":" + value + "}";
        pipe.append("{\"tell\":").append(trial).append(',').append(end).append('\n');
        post("tells", "{\"trial\":" + trial + "," + end).then().statusCode(204);
      }
      if (i == 12) {
        // As after a restart: what is kept is only a saving.
        studies.forget();
      }
    }
    return answers.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "sobol", "tpe", "gp", "nsga2", "auto"})
  void theAnswersAreThoseOfThePipe(String sampler) throws IOException {
    make("sampler=" + sampler + "&seed=7&pruner=median,startup=3");
    StringBuilder lines = new StringBuilder();
    String answers = dialogue(lines);
    Path space = Files.writeString(folder.resolve("space.yaml"), SPACE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AskCommand ask =
        new AskCommand(
            new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            System.err);
    int status =
        new CommandLine(ask)
            .execute(
                "--space",
                space.toString(),
                "--sampler",
                sampler,
                "--seed",
                "7",
                "--pruner",
                "median,startup=3");
    assertThat(status).isZero();
    assertThat(answers.lines().toList())
        .isEqualTo(out.toString(StandardCharsets.UTF_8).lines().toList());
    assertThat(answers).contains("{\"prune\":true}");
  }

  @Test
  void theSameKeyGetsTheSameAnswerAndChangesNothing() {
    for (int i = 0; i < 2; i++) {
      Yaml.of(SPACE)
          .header("Idempotency-Key", "s")
          .post("/api/v1/studies")
          .then()
          .statusCode(i == 0 ? 201 : 200)
          .body("id", equalTo(1));
    }
    Yaml.of(SPACE)
        .header("Idempotency-Key", "s")
        .post("/api/v1/studies?seed=1")
        .then()
        .statusCode(409);
    String first = keyed("asks", "a", "{\"count\":3}").then().statusCode(200).extract().asString();
    assertThat(keyed("asks", "a", "{\"count\":3}").asString()).isEqualTo(first);
    keyed("asks", "a", "{\"count\":4}").then().statusCode(409);
    for (int i = 0; i < 2; i++) {
      keyed("tells", "t", "{\"trial\":1,\"value\":0.5}").then().statusCode(204);
    }
    client().get("/api/v1/studies/1").then().body("trials", equalTo(3)).body("running", equalTo(2));
  }

  private Response keyed(String what, String key, String body) {
    return client()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post("/api/v1/studies/1/" + what);
  }

  @Test
  void whatMakesNoSenseIsRefusedAndStoresNothing() {
    Yaml.of("parameters: {x: {type: float, low: 3, high: 1}}")
        .post("/api/v1/studies")
        .then()
        .statusCode(422)
        .body("errors[0].line", equalTo(1));
    Yaml.of(SPACE)
        .post("/api/v1/studies?sampler=tpee")
        .then()
        .statusCode(400)
        .body("detail", containsString("no sampler tpee"));
    Yaml.of(SPACE).post("/api/v1/studies?pruner=median,warm=1").then().statusCode(400);
    Yaml.of(SPACE).post("/api/v1/studies?sampler=grid").then().statusCode(400);
    post("asks", "{}").then().statusCode(404);
    make("sampler=tpe");
    post("asks", "{\"count\":0}").then().statusCode(422);
    post("tells", "{\"trial\":0,\"value\":1}").then().statusCode(404);
    post("asks", "{}").then().statusCode(200).body("trials", hasSize(1));
    for (String body :
        List.of(
            "{\"trial\":0}",
            "{\"trial\":0,\"value\":1,\"failed\":true}",
            "{\"value\":1}",
            "{\"trial\":0,\"values\":[]}")) {
      post("tells", body).then().statusCode(422);
    }
    post("tells", "{\"trial\":0,\"values\":[1,2]}").then().statusCode(204);
    post("tells", "{\"trial\":0,\"values\":[1,2]}").then().statusCode(409);
    post("reports", "{\"trial\":0,\"step\":1,\"value\":1}").then().statusCode(409);
    assertThat(sql.number("select count(*) from study_event")).isEqualTo(2);
  }

  @Test
  void aGridGivesWhatIsLeftAndThenSaysThatItHasEnded() {
    Yaml.of("parameters: {x: {type: categorical, choices: [1, 2, 3]}}")
        .post("/api/v1/studies?sampler=grid")
        .then()
        .statusCode(201);
    post("asks", "{\"count\":5}").then().statusCode(200).body("trials", hasSize(3));
    post("asks", "{}").then().statusCode(409).body("detail", containsString("No point is left"));
  }
}
