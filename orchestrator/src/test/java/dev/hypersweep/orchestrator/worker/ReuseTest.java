package dev.hypersweep.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.protocol.Lease;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReuseTest extends DispatchTest {

  @Inject ComputedAnswers answers;

  @Test
  void whatWasComputedBeforeEndsAtOnceWithItsNumbers() {
    List<Long> first = queue("default", 0, 2);
    long worker = register("w");
    finish(claim(worker), 0.5).then().statusCode(200);
    finish(claim(worker), 0.7).then().statusCode(200);
    List<Long> second = queue("default", 0, 2);
    long fresh = queue("default", 0, "dense", Examples.NOUNS, 1).get(0);

    Lease lease = claim(worker);

    assertThat(lease.runId()).isEqualTo(fresh);
    for (int i = 0; i < 2; i++) {
      assertThat(runState(second.get(i))).isEqualTo("SUCCEEDED");
      assertThat(sql.number("select reused_from from run where id = ?", second.get(i)))
          .isEqualTo(first.get(i));
    }
    assertThat(sql.list("select objective from trial order by id", row -> row.getDouble(1)))
        .startsWith(0.6, 0.6);
    assertThat(sql.list("select state from sweep order by id", row -> row.getString(1)))
        .containsExactly("FINISHED", "FINISHED", "RUNNING");
    assertThat(sql.number("select count(*) from attempt")).isEqualTo(3);
  }

  @Test
  void anotherTrainerComputesItsOwn() {
    queue("default", 0, 1);
    long worker = register("w");
    finish(claim(worker), 0.5).then().statusCode(200);
    sql.update("update worker set stopped_at = now() where id = ?", worker);
    long second = queue("default", 0, 1).get(0);
    long other = register(Examples.registration("v", "trainer-2", Examples.NOUNS));

    assertThat(claim(other).runId()).isEqualTo(second);
  }

  @Test
  void whatAnEqualRunAnswersMeanwhileEndsWithoutALease() {
    queue("default", 0, 1);
    Lease lease = claim(register("w"));
    long equal = queue("default", 0, 1).get(0);
    answers.pass();
    assertThat(runState(equal)).isEqualTo("WAITING");
    finish(lease, 0.5).then().statusCode(200);

    answers.pass();

    assertThat(runState(equal)).isEqualTo("SUCCEEDED");
    assertThat(sql.number("select reused_from from run where id = ?", equal))
        .isEqualTo(lease.runId());
    assertThat(sql.number("select count(*) from attempt")).isEqualTo(1);
  }

  @Test
  void nothingIsHandedOutInAPausedSweepOrToAnAudit() {
    long run = queue("default", 0, 1).get(0);
    finish(claim(register("w")), 0.5).then().statusCode(200);
    long execution = audit(run);
    long held = queue("default", 0, 1).get(0);
    sql.update("update run set state = 'HELD' where id = ?", held);

    answers.pass();

    assertThat(runState(execution)).isEqualTo("WAITING");
    assertThat(runState(held)).isEqualTo("HELD");
  }

  @Test
  void auditsAreExecutedNeverReused() {
    long run = queue("default", 0, 1).get(0);
    long worker = register("w");
    finish(claim(worker), 0.5).then().statusCode(200);
    long execution = audit(run);

    Lease lease = claim(worker);

    assertThat(lease.runId()).isEqualTo(execution);
    finish(lease, 0.5).then().statusCode(200);
    assertThat(runState(execution)).isEqualTo("SUCCEEDED");
  }

  @Test
  void anAuditWaitsForTheEnvironmentOfItsRunWhileThatLives() {
    long run = queue("default", 0, 1).get(0);
    long same = register("w");
    finish(claim(same), 0.5).then().statusCode(200);
    long execution = audit(run);
    long other = register(Examples.registration("v", "trainer-2", Examples.NOUNS));

    assertThat(claim(other)).isNull();
    sql.update("update worker set last_seen_at = now() - interval '1 hour' where id = ?", same);
    assertThat(claim(other).runId()).isEqualTo(execution);
  }

  private long audit(long run) {
    long execution =
        sql.number(
            """
            insert into run (kind, team_id, dataset, seed, specification, identity, state, device,
                             threads, memory_bytes)
            select 'AUDIT', team_id, dataset, seed, specification, identity, 'WAITING', device,
                   threads, memory_bytes from run where id = ? returning id
            """,
            run);
    sql.update(
        "insert into audit (run_id, execution_run_id, state) values (?, ?, 'WAITING')",
        run,
        execution);
    return execution;
  }
}
