package dev.hypersweep.sweeps.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.hypersweep.sweeps.simulation.claim.ClaimContract;
import dev.hypersweep.sweeps.simulation.claim.ClaimTable;
import dev.hypersweep.sweeps.simulation.claim.Lease;
import dev.hypersweep.sweeps.simulation.claim.MemoryQueue;
import dev.hypersweep.sweeps.simulation.claim.QueuedRun;
import dev.hypersweep.sweeps.simulation.claim.WorkerShape;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MemoryQueueTest {

  @TestFactory
  Stream<DynamicTest> keepsTheContractOfTheClaim() {
    return ClaimContract.checks().stream()
        .map(check -> dynamicTest(check.name(), () -> check.against(new MemoryQueue())));
  }

  @Test
  void whatIsCancelledIsNeitherClaimedNorEndedOtherwise() {
    MemoryQueue queue = new MemoryQueue();
    queue.register(new WorkerShape("w", "cpu", 1, 0, Set.of("d")));
    QueuedRun run = new QueuedRun("t", 0, "d", "same", "cpu", 1, 0);
    long first = queue.add(run);
    Lease lease = queue.claim("w", "1").orElseThrow();
    long second = queue.add(run);
    queue.cancel(first);
    assertThat(queue.succeed(lease)).isFalse();
    assertThat(queue.claim("w", "2")).as("no longer held back").contains(new Lease(second, 1));
    queue.cancel(second);
    assertThat(queue.state(second)).isEqualTo(ClaimTable.State.CANCELLED);
    assertThat(queue.claim("w", "3")).isEmpty();
  }
}
