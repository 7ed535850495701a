package dev.hypersweep.agent.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void waitsDoubleUpToTheMostAndBeginAgainAfterASuccess() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(350));
    for (long upper : new long[] {100, 200, 350, 350}) {
      assertThat(backoff.next().toMillis()).isBetween(upper / 2, upper);
    }
    backoff.reset();
    assertThat(backoff.next().toMillis()).isBetween(50L, 100L);
  }

  @Test
  void waitsDifferSoThatWorkersDoNotComeBackInStep() {
    assertThat(
            java.util.stream.IntStream.range(0, 50)
                .mapToObj(i -> new Backoff(Duration.ofSeconds(100), Duration.ofSeconds(100)).next())
                .distinct())
        .hasSizeGreaterThan(10);
  }
}
