package dev.hypersweep.orchestrator.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.hypersweep.orchestrator.Deadline;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.RunPause;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs pause at rungs, and the best go on from their checkpoints. */
@QuarkusTest
class PromotedSweepTest extends PromotedRuns {

  private static final String ASHA = "{name: asha-promotion, min: 100, reduction: 3}";

  @Inject Promotions promotions;
  @Inject Transactions transactions;

  @Test
  void nineTrialsPauseAtTheFirstRungAndTheBestReachTheEnd() {
    submit(definition(ASHA, "{name: random}", 9, 1));
    List<Trained> trained = carryOut(register("w"));
    client()
        .get("/api/v1/sweeps/1")
        .then()
        .body("state", equalTo("FINISHED"))
        .body("runs.paused", equalTo(0));
    long whole = sql.number("select count(*) from run where state = 'SUCCEEDED'");
    assertThat(whole).isBetween(1L, 3L);
    assertThat(sql.number("select count(*) from run where state = 'PRUNED'")).isEqualTo(9 - whole);
    assertThat(trained)
        .filteredOn(one -> one.from() == 0)
        .hasSize(9)
        .allMatch(one -> one.to() == 100);
    assertThat(trained).filteredOn(one -> one.from() > 0).isNotEmpty();
    assertThat(trained.stream().mapToLong(one -> one.to() - one.from()).sum())
        .as("steps of the workers")
        .isLessThan(9L * STEPS / 2);
    assertThat(sql.number("select count(*) from attempt where state = 'PAUSED'"))
        .isEqualTo(trained.size() - whole);
    assertThat(sql.number("select sum(attempts) from run")).as("retries spent").isZero();
    assertThat(text("select failure_message from run where state = 'PRUNED' limit 1"))
        .contains("Not promoted from rung", "with accuracy 0.", " there;");
    assertThat(
            sql.number(
                """
                select count(*) from trial where state = 'PRUNED'
                  and partial_objective is not null and partial_steps in (100, 300)
                """))
        .isEqualTo(9 - whole);
    assertThat(sql.number("select count(*) from trial where state = 'COMPLETED'")).isEqualTo(whole);
  }

  @Test
  void aPausedRunShowsItsRungAndGivesItsWorkerBack() {
    submit(definition(ASHA, "{name: random}", 9, 1));
    long worker = register("w");
    Lease first = claim(worker);
    assertThat(first.until()).isEqualTo(100);
    execute(first);
    client()
        .get("/api/v1/runs/" + first.runId())
        .then()
        .body("state", equalTo("PAUSED"))
        .body("rung", equalTo(1))
        .body("step", equalTo(100))
        .body("attempts[0].state", equalTo("PAUSED"))
        .body("waitingBecause", containsString("paused at rung 1, step 100"));
    client().get("/api/v1/sweeps/1").then().body("runs.paused", equalTo(1));
    assertThat(claim(worker).runId()).isNotEqualTo(first.runId());
  }

  @Test
  void theSamePauseAgainChangesNothingAndAnotherWordIsRefused() {
    submit(definition(ASHA, "{name: random}", 9, 1));
    Lease lease = claim(register("w"));
    execute(lease);
    List<String> before = facts();
    pause(lease, 100);
    assertThat(facts()).isEqualTo(before);
    fail(lease, FailureClass.CODE).then().statusCode(409);
    finish(lease, 0.5).then().statusCode(409);
    attempt(lease, "pause", new RunPause(lease.generation(), 200)).then().statusCode(409);
    assertThat(runState(lease.runId())).isEqualTo("PAUSED");
  }

  @Test
  void aPauseBeforeTheRungOrWithoutACheckpointIsRefused() {
    submit(definition(ASHA, "{name: random}", 9, 1));
    Lease lease = claim(register("w"));
    attempt(lease, "pause", new RunPause(lease.generation(), 50)).then().statusCode(422);
    attempt(lease, "pause", new RunPause(lease.generation(), 100))
        .then()
        .statusCode(422)
        .body("errors[0].message", containsString("no checkpoint"));
    assertThat(runState(lease.runId())).isEqualTo("LEASED");
  }

  @Test
  void aWorkerThatDiesOnTheWayToARungIsFollowedFromTheCheckpoint() {
    submit(definition(ASHA, "{name: random}", 3, 1));
    long worker = register("w");
    for (int i = 0; i < 3; i++) {
      execute(claim(worker));
    }
    Lease second = claim(worker);
    assertThat(second.resume().step()).isEqualTo(100);
    assertThat(second.until()).isEqualTo(300);
    expire(second.runId());
    Deadline.until("it waits again", () -> runState(second.runId()).equals("WAITING"));
    Lease third = claim(worker);
    assertThat(third.runId()).isEqualTo(second.runId());
    assertThat(third.resume().step()).isEqualTo(100);
    assertThat(third.until()).isEqualTo(300);
    // It dies again, between its checkpoint and its word of it.
    train(third);
    expire(third.runId());
    Deadline.until("it waits again", () -> runState(third.runId()).equals("WAITING"));
    Lease fourth = claim(worker);
    assertThat(fourth.resume().step()).isEqualTo(300);
    pause(fourth, 300);
    assertThat(facts()).contains("RUNG " + number(fourth) + " 300 " + shown(fourth, 300));
  }

  private long number(Lease lease) {
    return sql.number(
        "select t.number from trial t join run r on r.trial_id = t.id where r.id = ?",
        lease.runId());
  }

  private String shown(Lease lease, long step) {
    return text("select round(?::numeric, 6)", accuracy(lease, step));
  }

  /** All that a process knows beyond the tables is nothing: settling again at any time is idle. */
  @Test
  void settlingAgainAndAgainChangesNothing() {
    for (String name : List.of("asha-promotion", "halving-promotion", "hyperband-promotion")) {
      emptyTables();
      submit(definition("{name: %s, min: 100}".formatted(name), "{name: random}", 12, 1));
      carryOut(register("w"));
      List<String> undisturbed = facts();
      emptyTables();
      submit(definition("{name: %s, min: 100}".formatted(name), "{name: random}", 12, 1));
      long worker = register("w");
      for (Lease lease = claim(worker); lease != null; lease = claim(worker)) {
        execute(lease);
        long sweep = sql.number("select id from sweep");
        transactions.run(() -> promotions.settle(sweep));
      }
      assertThat(facts()).as(name).isEqualTo(undisturbed);
      assertThat(text("select state from sweep")).isEqualTo("FINISHED");
      assertThat(sql.number("select count(*) from run where state = 'SUCCEEDED'")).isPositive();
    }
  }

  @Test
  void aTrialStandsAtItsRungOnceAllOfItsRunsDo() {
    submit(definition(ASHA, "{name: random}", 3, 2));
    long worker = register("w");
    for (int i = 0; i < 5; i++) {
      execute(claim(worker));
    }
    assertThat(facts()).filteredOn(fact -> fact.startsWith("RUNG")).hasSize(2);
    Lease sixth = claim(worker);
    execute(sixth);
    assertThat(facts()).filteredOn(fact -> fact.startsWith("RUNG")).hasSize(3);
    assertThat(facts()).filteredOn(fact -> fact.startsWith("PROMOTE")).hasSize(1);
    assertThat(sql.number("select count(*) from run where state = 'WAITING' and rung = 2"))
        .isEqualTo(2);
    carryOut(worker);
    assertThat(sql.number("select count(*) from run where state = 'SUCCEEDED'")).isEqualTo(2);
  }

  @Test
  void aTrialWithAFailedRunIsDroppedAndItsOthersGoNoFurther() {
    submit(definition(ASHA, "{name: random}", 3, 2));
    long worker = register("w");
    Lease first = claim(worker);
    fail(first, FailureClass.NAN).then().statusCode(200);
    // Runs wait seed by seed: the trial's other one comes after the first ones of the others.
    execute(claim(worker));
    execute(claim(worker));
    assertThat(facts()).doesNotContain("DROP 0");
    execute(claim(worker));
    assertThat(facts()).contains("DROP 0");
    assertThat(text("select state from trial where number = 0")).isEqualTo("FAILED");
    assertThat(text("select string_agg(state, ' ' order by state) from run where trial_id = 1"))
        .isEqualTo("FAILED PRUNED");
    carryOut(worker);
    client().get("/api/v1/sweeps/1").then().body("state", equalTo("FINISHED"));
  }

  @Test
  void whoIsPromotedInAPausedSweepIsHeld() {
    submit(definition(ASHA, "{name: random}", 3, 1));
    long worker = register("w");
    execute(claim(worker));
    execute(claim(worker));
    Lease third = claim(worker);
    client().post("/api/v1/sweeps/1/pause").then().statusCode(200);
    execute(third);
    assertThat(facts()).filteredOn(fact -> fact.startsWith("PROMOTE")).hasSize(1);
    assertThat(sql.number("select count(*) from run where state = 'HELD'")).isEqualTo(1);
    assertThat(sql.number("select count(*) from run where state = 'PAUSED'")).isEqualTo(2);
    assertThat(claim(worker)).isNull();
    client().post("/api/v1/sweeps/1/resume").then().statusCode(200);
    assertThat(claim(worker).resume().step()).isEqualTo(100);
  }

  @Test
  void cancellingASweepEndsItsPausedRuns() {
    submit(definition(ASHA, "{name: random}", 4, 1));
    long worker = register("w");
    execute(claim(worker));
    execute(claim(worker));
    Lease leased = claim(worker);
    client().post("/api/v1/sweeps/1/cancel").then().statusCode(200);
    train(leased);
    pause(leased, 100);
    assertThat(runState(leased.runId())).isEqualTo("CANCELLED");
    assertThat(sql.number("select count(*) from run where state = 'CANCELLED'")).isEqualTo(4);
  }

  @Test
  void aSpentBudgetLeavesRunsWhereTheyPaused() {
    submit(definition(ASHA, "{name: random}", 4, 1));
    long worker = register("w");
    execute(claim(worker));
    execute(claim(worker));
    sql.update("update sweep set budget_until = now() - interval '1 second'");
    Deadline.until("the sweep ends", () -> text("select state from sweep").equals("FINISHED"));
    assertThat(text("select ended_because from sweep"))
        .contains("2 runs not executed and 2 left where they paused");
    assertThat(sql.number("select count(*) from trial where state = 'PRUNED'")).isEqualTo(2);
    assertThat(sql.number("select count(*) from trial where state = 'CANCELLED'")).isEqualTo(2);
  }

  @Test
  void whomABracketDoesNotPromoteEndsWhileTheSweepGoesOn() {
    submit(
        definition("{name: halving-promotion, min: 100, reduction: 3}", "{name: random}", 18, 1));
    long worker = register("w");
    for (int i = 0; i < 8; i++) {
      execute(claim(worker));
    }
    assertThat(sql.number("select count(*) from run where state = 'PAUSED'")).isEqualTo(8);
    execute(claim(worker));
    assertThat(text("select state from sweep")).isEqualTo("RUNNING");
    assertThat(sql.number("select count(*) from trial where state = 'PRUNED'")).isEqualTo(6);
    assertThat(sql.number("select count(*) from run where state = 'PAUSED'")).isZero();
    assertThat(text("select failure_message from run where state = 'PRUNED' limit 1"))
        .contains("Not promoted from rung 1 (step 100)", " of 9 there; the last that went on had");
    carryOut(worker);
    assertThat(text("select state from sweep")).isEqualTo("FINISHED");
    assertThat(sql.number("select count(*) from trial where state = 'COMPLETED'")).isEqualTo(2);
  }

  @Test
  void aTrialThatPausesLeavesItsPlaceToANewOneFromWhichTheSamplerLearns() {
    submit(definition(ASHA, "{name: tpe, parallel: 2, seed: 5}", 8, 1));
    long worker = register("w");
    assertThat(sql.number("select count(*) from trial")).isEqualTo(2);
    execute(claim(worker));
    assertThat(sql.number("select count(*) from trial")).isEqualTo(3);
    assertThat(sql.number("select partial_steps from trial where number = 0")).isEqualTo(100);
    List<Trained> all = new ArrayList<>(carryOut(worker));
    client()
        .get("/api/v1/sweeps/1")
        .then()
        .body("state", equalTo("FINISHED"))
        .body("trials", equalTo(8));
    assertThat(all).anyMatch(one -> one.to() == STEPS);
  }
}
