package dev.hypersweep.orchestrator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredWork;
import dev.hypersweep.orchestrator.Yaml;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SweepActionsTest extends RunningOrchestrator {

  private StoredWork work;

  @BeforeEach
  void aSweepWithOneLeasedRun() {
    Yaml.of("name: s\nvariants: [dense]\ndatasets: [wordnet]\nseeds: 3\n")
        .post("/api/v1/sweeps")
        .then()
        .statusCode(201);
    work = new StoredWork(sql);
    work.lease(1, work.worker("w1", StoredWork.NOUNS));
  }

  private ValidatableResponse act(String action) {
    return client().post("/api/v1/sweeps/1/" + action).then();
  }

  @Test
  void pauseHoldsWhatWaitsAndResumeLetsItGo() {
    act("pause")
        .statusCode(200)
        .body("state", equalTo("PAUSED"))
        .body("runs.held", equalTo(5))
        .body("runs.leased", equalTo(1));
    client().get("/api/v1/runs/2").then().body("waitingBecause", equalTo("its sweep is paused"));
    act("pause").statusCode(409).body("type", endsWith("/illegal-transition"));
    act("resume")
        .statusCode(200)
        .body("state", equalTo("WAITING"))
        .body("runs.waiting", equalTo(5))
        .body("runs.held", equalTo(0));
    sql.update("update sweep set state = 'RUNNING', started_at = now()");
    act("pause").statusCode(200);
    act("resume").statusCode(200).body("state", equalTo("RUNNING"));
  }

  @Test
  void cancelEndsWhatHasNotBegunAndSignalsWhatHas() {
    act("pause").statusCode(200);
    act("cancel")
        .statusCode(200)
        .body("state", equalTo("CANCELLED"))
        .body("finishedAt", notNullValue())
        .body("runs.cancelled", equalTo(5))
        .body("runs.leased", equalTo(1));
    assertThat(sql.number("select count(*) from run where signal = 'CANCEL' and id = 1"))
        .isEqualTo(1);
    assertThat(sql.number("select count(*) from trial where state = 'CANCELLED'")).isEqualTo(1);
    for (String action : new String[] {"pause", "resume", "cancel"}) {
      act(action).statusCode(409).body("detail", containsString("CANCELLED"));
    }
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    client().post("/api/v1/sweeps/99/pause").then().statusCode(404);
    client().get("/api/v1/sweeps/99").then().statusCode(404).body("type", endsWith("/not-found"));
    client().get("/api/v1/sweeps/99/runs").then().statusCode(404);
    client().get("/api/v1/sweeps/99/trials").then().statusCode(404);
    client().get("/api/v1/sweeps/99/curves").then().statusCode(404);
    client().get("/api/v1/sweeps/nine").then().statusCode(404);
  }
}
