package dev.hypersweep.orchestrator.sweep;

import static dev.hypersweep.orchestrator.StoredWork.NOUNS;
import static dev.hypersweep.orchestrator.StoredWork.VERBS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.Yaml;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SubmissionTest extends RunningOrchestrator {

  static final String DEFINITION = DefinitionExample.YAML;

  private ValidatableResponse submit(String definition) {
    return Yaml.of(definition).post("/api/v1/sweeps").then();
  }

  @Test
  void aSubmittedSweepIsFoundInEveryView() {
    submit(DEFINITION)
        .statusCode(201)
        .header("Location", endsWith("/api/v1/sweeps/1"))
        .body("id", equalTo(1))
        .body("state", equalTo("WAITING"))
        .body("team", equalTo("default"))
        .body("runs.total", equalTo(36))
        .body("runs.waiting", equalTo(36))
        .body("trials", equalTo(6))
        .body("best", nullValue())
        .body("secondsLeft", nullValue())
        .body("objective.metric", equalTo("accuracy"))
        .body("source", equalTo(DEFINITION))
        .body("mediaType", equalTo("application/yaml"))
        .body("datasets", contains(NOUNS, VERBS))
        .body("variants", contains("dense", "moe", "hypermoe"))
        .body("seeds", contains(0, 1, 2))
        .body("benchmark", equalTo("wordnet"))
        .body("definition.name", equalTo("learning-rate"));
    client()
        .get("/api/v1/sweeps")
        .then()
        .body("total", equalTo(1))
        .body("next", nullValue())
        .body("items[0].name", equalTo("learning-rate"))
        .body("items[0].runs.total", equalTo(36));
    client()
        .get("/api/v1/sweeps/1/trials")
        .then()
        .body("total", equalTo(6))
        .body("items.number", contains(0, 1, 2, 3, 4, 5))
        .body("items[0].state", equalTo("WAITING"))
        .body("items[0].cells.dataset", contains(NOUNS, VERBS))
        .body("items[0].cells[0].of", equalTo(3))
        .body("items[0].cells[0].n", equalTo(0))
        .body("items[0].runs.total", equalTo(6));
    client()
        .get("/api/v1/sweeps/1/runs?limit=1&dataset=" + VERBS + "&variant=hypermoe")
        .then()
        .body("total", equalTo(6))
        .body("items", hasSize(1))
        .body("items[0].variant", equalTo("hypermoe"))
        .body("items[0].steps", equalTo(400))
        .body("items[0].metric", equalTo("accuracy"))
        .body("items[0].worker", nullValue());
    client()
        .get("/api/v1/runs/1")
        .then()
        .body("specification.settings.experts", nullValue())
        .body("specification.settings.learning_rate", equalTo(0.001f))
        .body("waitingBecause", equalTo("no live worker"))
        .body("attempts", hasSize(0))
        .body("sweepId", equalTo(1));
  }

  @Test
  void theSchemaOfDefinitionsIsServedWhereTheApiDocumentSays() {
    JsonPath document = client().get("/q/openapi?format=json").jsonPath();
    String address =
        document.getString(
            "paths.'/api/v1/sweeps'.post.requestBody.content.'application/yaml'.schema"
                + ".externalDocs.url");
    client()
        .get(address)
        .then()
        .statusCode(200)
        .contentType("application/schema+json")
        .body("required", hasItem("name"));
  }

  @Test
  void theSameKeyAndBodyMakeOneSweep() {
    String path = "/api/v1/sweeps";
    for (int status : new int[] {201, 200, 200}) {
      Yaml.of(DEFINITION)
          .header("Idempotency-Key", "k1")
          .post(path)
          .then()
          .statusCode(status)
          .body("id", equalTo(1));
    }
    Yaml.of(DEFINITION.replace("learning-rate", "other"))
        .header("Idempotency-Key", "k1")
        .post(path)
        .then()
        .statusCode(409)
        .body("type", endsWith("/idempotency-conflict"));
    assertThat(sql.number("select count(*) from sweep")).isEqualTo(1);
    assertThat(sql.number("select count(*) from run")).isEqualTo(36);
  }

  @Test
  void jsonTeamAndPriorityAreTaken() {
    client()
        .contentType("application/json")
        .queryParam("team", "vision")
        .queryParam("priority", "5")
        .body(
            "{\"name\":\"j\",\"variants\":[\"dense\"],\"datasets\":[\"trec\"],\"seeds\":[4],"
                + "\"priority\":1}")
        .post("/api/v1/sweeps")
        .then()
        .statusCode(201)
        .body("mediaType", equalTo("application/json"))
        .body("team", equalTo("vision"))
        .body("priority", equalTo(5))
        .body("seeds", contains(4))
        .body("benchmark", equalTo("trec"));
    assertThat(sql.number("select count(*) from run where priority = 5 and state = 'WAITING'"))
        .isEqualTo(1);
  }

  @Test
  void manyRequestsWithOneKeyAtOnceMakeOneSweep() {
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            Yaml.of(DEFINITION)
                                .header("Idempotency-Key", "k2")
                                .post("/api/v1/sweeps")
                                .statusCode()))
            .toList();
    List<Integer> statuses = answers.stream().map(CompletableFuture::join).sorted().toList();
    assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 201);
    assertThat(sql.number("select count(*) from sweep")).isEqualTo(1);
    assertThat(sql.number("select count(*) from run")).isEqualTo(36);
  }

  @Test
  void aLargeSweepIsStoredInTheOrderOfExecutionAndPaged() {
    String definition =
        """
        name: large
        variants: [dense, moe]
        datasets: [wordnet]
        seeds: 2
        parameters: {learning_rate: {type: float, low: 0.001, high: 0.1, log: true}}
        sampler: {name: random, seed: 3}
        budget: {trials: 1500}
        """;
    submit(definition).statusCode(201).body("runs.total", equalTo(12_000));
    // All trials with the first seed come before any with the second.
    assertThat(sql.number("select max(id) from run where seed = 0"))
        .isLessThan(sql.number("select min(id) from run where seed = 1"));
    assertThat(sql.number("select count(distinct identity) from run")).isEqualTo(12_000);
    client()
        .get("/api/v1/sweeps/1/runs?limit=200")
        .then()
        .body("total", equalTo(12_000))
        .body("items", hasSize(200));
    client()
        .get("/api/v1/sweeps/1/trials?limit=200&sort=-objective")
        .then()
        .body("total", equalTo(3000))
        .body("items[199].cells", hasSize(2));
  }
}
