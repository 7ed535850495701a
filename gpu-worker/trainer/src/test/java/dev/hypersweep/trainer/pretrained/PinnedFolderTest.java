package dev.hypersweep.trainer.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedFolderTest {

  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    Files.writeString(folder.resolve("config.json"), "{}");
    Files.writeString(folder.resolve("model.safetensors"), "tensors");
    Files.writeString(folder.resolve("tokenizer.json"), "tokens");
  }

  @Test
  void theSameContentIsFoundAgain() {
    String pinned = PinnedFolder.pinned(folder.toString());
    assertThat(pinned).matches("[^@]+@[0-9a-f]{64}");
    assertThat(PinnedFolder.pinned(pinned)).isEqualTo(pinned);
    assertThat(PinnedFolder.of(pinned).verified()).isEqualTo(folder);
  }

  @Test
  void aSwappedFileIsRefusedAndBothHashesAreNamed() throws IOException {
    String before = PinnedFolder.pinned(folder.toString());
    for (String name : new String[] {"config.json", "model.safetensors", "tokenizer.json"}) {
      byte[] kept = Files.readAllBytes(folder.resolve(name));
      Files.writeString(folder.resolve(name), "swapped");
      String after = PinnedFolder.pinned(folder.toString());
      assertThatThrownBy(() -> PinnedFolder.of(before).verified())
          .as(name)
          .isInstanceOf(PretrainedUnusable.class)
          .hasMessageContaining(before.substring(before.indexOf('@') + 1))
          .hasMessageContaining(after.substring(after.indexOf('@') + 1));
      Files.write(folder.resolve(name), kept);
    }
  }

  @Test
  void whatIsNoPartOfTheModelDoesNotCount() throws IOException {
    String before = PinnedFolder.pinned(folder.toString());
    Files.writeString(folder.resolve("README.md"), "about");
    assertThat(PinnedFolder.pinned(folder.toString())).isEqualTo(before);
  }

  @Test
  void aFolderThatIsNotThereIsNamedWithTheFix() {
    assertThatThrownBy(() -> PinnedFolder.pinned("no/such/model"))
        .isInstanceOf(PretrainedUnusable.class)
        .hasMessageContaining("no/such/model")
        .hasMessageContaining("HYPERSWEEP_MODELS");
  }
}
