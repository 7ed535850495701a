package dev.hypersweep.trainer.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.SharedVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointKindTest {

  @TempDir Path copy;

  @Test
  void everyContainerGivesItsLogitsAndEveryBadFileIsRefused() {
    Outcome outcome = ParityCases.outcome("model/checkpoint-io");
    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.passes()).isTrue();
    assertThat(outcome.compared()).isGreaterThan(5000);
  }

  @Test
  void aBadFileThatIsAcceptedAndAContainerOfAnotherModelFail() throws IOException {
    Path folder = SharedVectors.folder("model/checkpoint-io");
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(folder.relativize(each).toString());
        Files.createDirectories(target.getParent());
        Files.write(target, Files.readAllBytes(each));
      }
    }
    Path malformed = copy.resolve("malformed-safetensors");
    Files.copy(
        malformed.resolve("valid-control.safetensors"),
        malformed.resolve("truncated-data.safetensors"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.copy(
        copy.resolve("safetensors/model.safetensors"),
        copy.resolve("f16/model.safetensors"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    Outcome outcome = ParityCases.outcome(copy);
    assertThat(outcome.faults()).singleElement().asString().contains("truncated-data");
    assertThat(outcome.greatest().place()).startsWith("logits.f16");
    assertThat(outcome.greatest().passes()).isFalse();
  }
}
