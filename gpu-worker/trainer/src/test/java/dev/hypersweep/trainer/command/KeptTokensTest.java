package dev.hypersweep.trainer.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.protocol.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that writes texts is the same to the last bit, whatever the cache of its home holds. */
@Timeout(600)
class KeptTokensTest {

  private static final String RUN =
      "{\"dataset\":\"wordnet/definition-generation\",\"variant\":\"dense\",\"settings\":{"
          + "\"backbone\":\"t5\",\"tokenizer\":\"bytes\",\"hidden\":16,\"ffn\":16,\"batch\":8,"
          + "\"sequence_length\":24,\"target_length\":8,\"steps\":3,\"evaluation_examples\":5}}";

  private static RunResult uncached;

  @TempDir Path home;

  @BeforeAll
  static void runWithoutACache(@TempDir Path folder) throws Exception {
    uncached = result(Files.writeString(folder.resolve("a-file"), ""));
  }

  @Test
  void theFirstRunKeepsItsTokensAndTheNextReadsThem() throws Exception {
    same(result(home));
    List<Path> kept = files();
    // Sources and right answers of the training split and of the evaluated one.
    assertThat(kept).hasSize(4).allMatch(file -> file.toString().endsWith(".safetensors"));
    Object written = Files.getAttribute(kept.get(0), "unix:ino");
    same(result(home));
    assertThat(files()).isEqualTo(kept);
    assertThat(Files.getAttribute(kept.get(0), "unix:ino")).isEqualTo(written);
  }

  @Test
  void aProcessKilledWhileItWritesLeavesNothingThatIsRead() throws Exception {
    try (TrainerProcess killed = train(home)) {
      while (killed.lives() && files().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(killed.lives()).isTrue();
    }
    same(result(home));
  }

  private static void same(RunResult result) {
    assertThat(result.chain()).isEqualTo(uncached.chain());
    assertThat(result.metrics()).isEqualTo(uncached.metrics());
  }

  private static RunResult result(Path home) throws Exception {
    try (TrainerProcess trainer = train(home)) {
      return Json.MAPPER.readValue(trainer.line(), RunResult.class);
    }
  }

  private static TrainerProcess train(Path home) throws IOException {
    TrainerProcess trainer =
        TrainerProcess.start(Map.of("HYPERSWEEP_HOME", home.toString()), "train", "-", "--json");
    trainer.send(RUN);
    trainer.closeInput();
    return trainer;
  }

  private List<Path> files() throws IOException {
    Path cache = home.resolve("cache");
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
