package dev.hypersweep.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.cli.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

  @TempDir Path folder;

  @Test
  void aHomeIsMadeWhereThereIsNone() {
    try (HomeLock lock = HomeLock.take(new Home(folder.resolve("a/b")))) {
      assertThat(folder.resolve("a/b/logs")).isDirectory();
    }
  }

  @Test
  void aHomeThatIsAFileIsRefusedByItsPath() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> HomeLock.take(new Home(file)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("HYPERSWEEP_HOME");
  }
}
