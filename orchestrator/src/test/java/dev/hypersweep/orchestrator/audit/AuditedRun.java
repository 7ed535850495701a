package dev.hypersweep.orchestrator.audit;

import static org.hamcrest.Matchers.endsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.orchestrator.Deadline;
import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredRuns;
import dev.hypersweep.orchestrator.StoredRuns.Circumstances;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.run.RunEnded;
import dev.hypersweep.orchestrator.run.RunKind;
import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Sha256;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** A stored run of 400 steps, and what a worker leaves that executes it again. */
abstract class AuditedRun extends RunningOrchestrator {

  static final String NOUN = "wordnet/noun-supersense";
  static final Circumstances USUAL = Circumstances.USUAL;

  @Inject Event<RunEnded> ended;
  @Inject Transactions transactions;

  StoredRuns stored;
  long run;

  @BeforeEach
  void aStoredRun() {
    stored = new StoredRuns(sql);
    long trial = stored.trial(stored.sweep(), 0, "moe", 3e-3);
    run = stored.computed(trial, NOUN, 0, 0.5625, USUAL);
    digests(run, "a", 1, 400);
  }

  JsonNode request(int status) throws Exception {
    var response = client().post("/api/v1/runs/" + run + "/audits");
    JsonNode audit = mapper.readTree(response.asString());
    response
        .then()
        .statusCode(status)
        .header("Location", endsWith("/api/v1/audits/" + audit.get("id")));
    return audit;
  }

  static long execution(JsonNode audit) {
    return audit.get("executionRunId").asLong();
  }

  RunSpecification specification(long id) {
    return sql.first(
            "select specification::text from run where id = ?",
            row -> specification(row.getString(1)),
            id)
        .orElseThrow();
  }

  RunSpecification specification(String text) {
    try {
      return mapper.readValue(text, RunSpecification.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a worker would have left. */
  void repeat(
      JsonNode audit, double accuracy, Circumstances circumstances, String history, int steps) {
    long execution = execution(audit);
    stored.result(execution, specification(execution), Map.of("accuracy", accuracy), circumstances);
    if (steps > 0) {
      digests(execution, history, 1, steps);
    }
    end(execution, RunState.SUCCEEDED);
  }

  void digests(long id, String history, int from, int to) {
    long attempt = sql.number("select id from attempt where run_id = ?", id);
    stored.digests(attempt, 0, from, chain(history, from, 200));
    stored.digests(attempt, 1, 201, chain(history, 201, to));
  }

  static List<String> chain(String history, int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(step -> Sha256.hex(history + step)).toList();
  }

  void end(long execution, RunState state) {
    transactions.run(
        () -> {
          sql.update("update run set state = ? where id = ?", state, execution);
          ended.fire(new RunEnded(execution, RunKind.AUDIT, state));
        });
  }

  ValidatableResponse judged(JsonNode audit) {
    String path = "/api/v1/audits/" + audit.get("id");
    Deadline.until("judged", () -> client().get(path).path("state").equals("JUDGED"));
    return client().get(path).then().statusCode(200);
  }
}
