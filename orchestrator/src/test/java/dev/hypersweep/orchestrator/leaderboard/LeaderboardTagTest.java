package dev.hypersweep.orchestrator.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredRuns;
import dev.hypersweep.orchestrator.StoredRuns.Circumstances;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A board's ETag changes with all that may change the board, and is told without making it. */
@QuarkusTest
class LeaderboardTagTest extends RunningOrchestrator {

  private static final String BOARD = "/api/v1/leaderboards/wordnet";
  private static final String NOUN = "wordnet/noun-supersense";

  private StoredRuns stored;
  private long trial;
  private String tag;

  @BeforeEach
  void aBoard() {
    stored = new StoredRuns(sql);
    trial = stored.trial(stored.sweep(), 0, "moe", 3e-3);
    stored.computed(trial, NOUN, 0, 0.5, Circumstances.USUAL);
    tag = tag();
    assertThat(askedAgain()).isEqualTo(304);
  }

  private String tag() {
    return client().get(BOARD).then().statusCode(200).extract().header("ETag");
  }

  private int askedAgain() {
    return client().header("If-None-Match", tag).get(BOARD).statusCode();
  }

  private void changes(Runnable change) {
    change.run();
    assertThat(askedAgain()).isEqualTo(200);
    tag = tag();
    assertThat(askedAgain()).isEqualTo(304);
  }

  @Test
  void whatTheOrchestratorStoresForTheBoardChangesIt() {
    changes(() -> stored.computed(trial, NOUN, 1, 0.6, Circumstances.USUAL));
    changes(() -> stored.run(trial, NOUN, 2, "WAITING"));
    changes(() -> sql.update("update run set state = 'FAILED' where seed = 2"));
    // Another sweep that varied something else on its way to the same configuration.
    changes(() -> stored.trial(stored.sweep(), 0, "moe", 3e-3));
  }

  @Test
  void whatIsAlteredByHandChangesItToo() {
    changes(() -> sql.update("update result_metric set value = 0.7"));
    changes(() -> sql.update("update result set pruned = true"));
    changes(() -> sql.update("delete from result_metric"));
  }

  @Test
  void heartbeatsAndRunsOnOtherDatasetsDoNot() {
    long other = stored.run(trial, "trec", 0, "WAITING");
    sql.update("update run set priority = 1, state = 'FAILED' where id = ?", other);
    sql.update("update worker set last_seen_at = now()");
    assertThat(askedAgain()).isEqualTo(304);
  }

  @Test
  void aTagThatAProxyMadeWeakIsKnownAgain() {
    String several = "\"other\", W/" + tag;
    assertThat(client().header("If-None-Match", several).get(BOARD).statusCode()).isEqualTo(304);
    assertThat(client().header("If-None-Match", "*").get(BOARD).statusCode()).isEqualTo(304);
    assertThat(client().header("If-None-Match", "W/\"other\"").get(BOARD).statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatTheFormDependsOnIsSaidOnce() {
    assertThat(client().get(BOARD).headers().getValues("Vary")).containsOnlyOnce("Accept");
  }

  @Test
  void everyFormOfABoardHasATagOfItsOwn() {
    Set<String> tags = new HashSet<>();
    List<String> forms = List.of("", "?rows=all", "?format=csv", "?rows=all&format=csv");
    forms.forEach(form -> tags.add(client().get(BOARD + form).header("ETag")));
    tags.add(client().get("/api/v1/leaderboards/small-text").header("ETag"));
    assertThat(tags).hasSize(5);
  }

  @Test
  void aClientThatHasTheBoardIsAnsweredWithoutMakingIt() {
    // From these parameters no board can be made.
    sql.update("update trial set parameters = '[]'");
    client().get(BOARD).then().statusCode(500);
    assertThat(askedAgain()).isEqualTo(304);
  }
}
