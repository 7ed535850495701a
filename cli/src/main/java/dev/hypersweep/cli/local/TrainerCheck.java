package dev.hypersweep.cli.local;

import dev.hypersweep.cli.home.Home;
import java.time.Duration;
import java.util.Map;

/**
 * Lets the trainer describe itself once before any worker starts: that unpacks PyTorch's libraries
 * (half a gigabyte) where all workers find them, and a trainer that cannot run here says so at
 * once.
 */
final class TrainerCheck {

  private static final Duration LIMIT = Duration.ofSeconds(180);
  private static final int LINES = 20;

  private final Child child;

  TrainerCheck(Home home, Programs programs) {
    child =
        new Child(
            "trainer",
            programs.describe(),
            Map.of("HYPERSWEEP_HOME", home.path().toString()),
            home.logs().resolve("trainer-check.log"));
  }

  /** Starts it; the orchestrator can start meanwhile. */
  void begin() {
    try {
      child.start();
    } catch (java.io.IOException e) {
      throw new CannotStart("the trainer cannot be started: " + e.getMessage());
    }
  }

  /** Waits for its end and refuses to go on if it failed. */
  void await() {
    if (child.await(LIMIT) != 0) {
      throw new CannotStart(
          "the trainer cannot run here:\n  %s\nits log: %s"
              .formatted(String.join("\n  ", child.lastWords(LINES)), child.log()));
    }
  }

  /** Ends it if it still runs. */
  void stop() {
    child.ask();
    child.end(Duration.ofSeconds(5));
  }
}
