package dev.hypersweep.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.LeaseRequest;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.WorkerDescription;
import dev.hypersweep.protocol.WorkerRegistration;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClaimTest extends DispatchTest {

  @Inject Claims claims;

  @Test
  void aLeaseSaysWhatToExecute() {
    long run = queue("default", 0, 1).get(0);

    Lease lease = claim(register("w"));

    assertThat(lease.runId()).isEqualTo(run);
    assertThat(lease.generation()).isEqualTo(1);
    assertThat(lease.expiresInSeconds()).isBetween(25, 30);
    assertThat(lease.specification()).isEqualTo(Examples.specification(Examples.NOUNS, 0, "moe"));
    assertThat(lease.resume()).isNull();
    assertThat(runState(run)).isEqualTo("LEASED");
    assertThat(text("select state from trial")).isEqualTo("RUNNING");
    assertThat(text("select state from sweep")).isEqualTo("RUNNING");
  }

  @Test
  void higherPriorityGoesFirstThenAge() {
    List<Long> low = queue("default", 0, "moe", Examples.NOUNS, 2);
    List<Long> high = queue("default", 5, "dense", Examples.NOUNS, 1);
    long worker = register("w");

    assertThat(List.of(claim(worker).runId(), claim(worker).runId(), claim(worker).runId()))
        .containsExactly(high.get(0), low.get(0), low.get(1));
  }

  @Test
  void teamsTakeTurns() {
    List<Long> many = queue("alpha", 0, "moe", Examples.NOUNS, 4);
    List<Long> few = queue("beta", 0, "dense", Examples.NOUNS, 2);
    long worker = register("w");

    List<Long> order = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      order.add(claim(worker).runId());
    }

    assertThat(order)
        .containsExactly(
            many.get(0), few.get(0), many.get(1), few.get(1), many.get(2), many.get(3));
  }

  @Test
  void teamsTakeTurnsUnderConcurrentClaimsToo() throws Exception {
    int rounds = 40;
    Set<Long> alpha = Set.copyOf(queue("alpha", 0, "moe", Examples.NOUNS, rounds));
    queue("beta", 0, "dense", Examples.NOUNS, rounds);
    List<Long> workers = List.of(register("a"), register("b"));
    var executor = Executors.newFixedThreadPool(workers.size());
    try {
      for (int round = 0; round < rounds; round++) {
        String request = "round-" + round;
        List<Callable<Long>> both = new ArrayList<>();
        workers.forEach(
            worker -> both.add(() -> claims.claim(worker, request).orElseThrow().runId()));
        int ofAlpha = 0;
        for (var run : executor.invokeAll(both)) {
          ofAlpha += alpha.contains(run.get()) ? 1 : 0;
        }
        assertThat(ofAlpha).as("runs of alpha among the two of " + request).isEqualTo(1);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void priorityGoesBeforeTurns() {
    List<Long> alpha = queue("alpha", 1, "moe", Examples.NOUNS, 2);
    List<Long> beta = queue("beta", 0, "dense", Examples.NOUNS, 1);
    long worker = register("w");

    assertThat(List.of(claim(worker).runId(), claim(worker).runId(), claim(worker).runId()))
        .containsExactly(alpha.get(0), alpha.get(1), beta.get(0));
  }

  @Test
  void onlySuitableWorkersAreGivenARun() {
    queue("default", 0, 1);
    long wrongData = register(Examples.registration("verbs-only", "trainer-1", Examples.VERBS));
    assertThat(claim(wrongData)).isNull();
    assertThat(claim(registerWith("gpu", new Resources("gpu", 1, 8L << 30)))).isNull();
    assertThat(claim(registerWith("threads", new Resources("cpu", 2, 8L << 30)))).isNull();
    assertThat(claim(registerWith("small", new Resources("cpu", 1, 1L << 20)))).isNull();
    assertThat(claim(registerWith("right", new Resources("cpu", 1, 1L << 30)))).isNotNull();
  }

  @Test
  void theSameRequestGetsTheSameLease() {
    queue("default", 0, 2);
    long worker = register("w");

    Lease first = claim(worker, "request-1");
    Lease again = claim(worker, "request-1");
    Lease next = claim(worker, "request-2");

    assertThat(again.attemptId()).isEqualTo(first.attemptId());
    assertThat(again.generation()).isEqualTo(first.generation());
    assertThat(next.runId()).isNotEqualTo(first.runId());
    assertThat(sql.number("select count(*) from attempt")).isEqualTo(2);
  }

  @Test
  void anEqualRunWaitsWhileItsTwinIsComputed() {
    queue("default", 0, 1);
    List<Long> twin = queue("other", 0, 1);
    long worker = register("w");

    Lease lease = claim(worker);
    assertThat(claim(worker)).isNull();
    finish(lease, 0.5).then().statusCode(200);

    assertThat(claim(worker)).isNull();
    assertThat(runState(twin.get(0))).isEqualTo("SUCCEEDED");
  }

  @Test
  void concurrentClaimsNeverGiveOneRunTwice() throws Exception {
    int runs = 40;
    queue("alpha", 0, "moe", Examples.NOUNS, runs / 2);
    queue("beta", 0, "dense", Examples.NOUNS, runs / 2);
    // Twins of all of them: none may be executed beside its equal.
    queue("gamma", 0, "moe", Examples.NOUNS, runs / 2);
    List<Long> workers = List.of(register("a"), register("b"), register("c"), register("d"));
    Set<Long> given = ConcurrentHashMap.newKeySet();
    var executor = Executors.newFixedThreadPool(workers.size());
    try {
      List<Callable<Integer>> loops = new ArrayList<>();
      for (long worker : workers) {
        loops.add(
            () -> {
              int claimed = 0;
              Optional<Lease> lease = claims.claim(worker, "r-" + worker + "-0");
              while (lease.isPresent()) {
                assertThat(given.add(lease.get().runId())).isTrue();
                claimed++;
                lease = claims.claim(worker, "r-" + worker + "-" + claimed);
              }
              return claimed;
            });
      }
      int claimed = 0;
      for (var loop : executor.invokeAll(loops)) {
        claimed += loop.get();
      }
      assertThat(claimed).isEqualTo(runs).isEqualTo(given.size());
    } finally {
      executor.shutdownNow();
    }
    assertThat(sql.number("select count(distinct identity) from run where state = 'LEASED'"))
        .isEqualTo(runs);
  }

  @Test
  void anUnknownWorkerIsToldToRegister() {
    post("leases", new LeaseRequest(4711, "r")).then().statusCode(404);
  }

  private long registerWith(String name, Resources resources) {
    WorkerDescription usual =
        Examples.registration(name, "trainer-1", Examples.NOUNS).description();
    return register(
        new WorkerRegistration(
            name, new WorkerDescription(resources, usual.environment(), usual.datasets())));
  }
}
