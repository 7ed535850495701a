package dev.hypersweep.agent.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.agent.peer.Bench;
import dev.hypersweep.agent.peer.FaultyOrchestrator.Said;
import dev.hypersweep.agent.peer.SmallDisk;
import dev.hypersweep.protocol.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A worker whose disk fills up while it works: 64 MB free are what it wants before a lease. */
@Timeout(60)
class FullDiskTest {

  @TempDir Path folder;

  @Test
  void anAttemptThatCannotBeSpooledIsTriedAgainAndNamesFolderAndFix() throws Exception {
    Path home = folder.resolve("home");
    Path full = folder.resolve("full");
    try (SmallDisk disk = SmallDisk.mount(home, "70m");
        Bench bench = new Bench(home)) {
      // More than what is left of the spool's last block.
      String much = "log:" + "x".repeat(10_000);
      bench.lease(41, "progress:1 file:" + full + " " + much + " hang").start();
      bench.awaitAccepted("POST /attempts/41/metrics");
      disk.fill();
      Files.createFile(full);

      Said failure = bench.awaitAccepted("POST /attempts/41/failure");

      assertThat(failure.body())
          .contains("\"NODE_LOST\"", home.toString(), "No space left", "HYPERSWEEP_HOME");
    }
  }

  @Test
  void aCheckpointThatFindsNoRoomIsNotWaitedForAsIfTheOrchestratorWereAway() throws Exception {
    Path home = folder.resolve("home");
    String content = "x".repeat(8 << 20);
    String sha256 = Sha256.hex(content);
    try (SmallDisk disk = SmallDisk.mount(home, "70m");
        Bench bench = new Bench(home)) {
      bench.artifacts.put(sha256, content);
      bench.fault =
          said -> {
            if (said.line().startsWith("GET /artifacts/")) {
              fill(disk);
            }
            return Optional.empty();
          };
      bench
          .lease(42, "finish", "{\"attemptId\":1,\"step\":5,\"sha256\":\"%s\"}".formatted(sha256))
          .start();

      Said failure = bench.awaitAccepted("POST /attempts/42/failure");

      assertThat(failure.body()).contains("\"NODE_LOST\"", home.toString(), "HYPERSWEEP_HOME");
    }
  }

  private static void fill(SmallDisk disk) {
    try {
      disk.fill();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
