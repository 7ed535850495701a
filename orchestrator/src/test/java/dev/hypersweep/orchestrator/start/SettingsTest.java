package dev.hypersweep.orchestrator.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.orchestrator.database.DatabaseAddress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void nothingIsNeeded() {
    Settings settings = Settings.of(Map.of("HYPERSWEEP_PORT", " "));

    assertThat(settings.port()).isEqualTo(8484);
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.home()).isEqualTo(Path.of(System.getProperty("user.home"), ".hypersweep"));
    assertThat(settings.database()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "http", "-1"})
  void aPortThatIsNoneIsNamed(String port) {
    assertThatThrownBy(() -> Settings.of(Map.of("HYPERSWEEP_PORT", port)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(port);
  }

  @Test
  void addressesOfOthersAreToldFromOurs() {
    assertThat(Addresses.areOurs("127.0.0.2")).isTrue();
    assertThat(Addresses.areOurs("0.0.0.0")).isTrue();
    assertThat(Addresses.areOurs("192.0.2.1")).isFalse();
  }

  @Test
  void bothFormsOfADatabaseUrlAreRead() {
    assertThat(DatabaseAddress.parse("postgresql://me:s%40cr+t@db.example:5433/sweeps?ssl=true"))
        .isEqualTo(
            new DatabaseAddress(
                "jdbc:postgresql://db.example:5433/sweeps?ssl=true", "me", "s@cr+t"));
    assertThat(DatabaseAddress.parse("postgres://db/x"))
        .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/x", null, null));
    assertThat(DatabaseAddress.parse("jdbc:postgresql://db/x?user=me").jdbcUrl())
        .isEqualTo("jdbc:postgresql://db/x?user=me");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql://u:secret@db/x", "postgresql://", "postgresql://u:secret@[/x"})
  void anUnreadableUrlIsRefusedWithoutRepeatingItsPassword(String url) {
    assertThatThrownBy(() -> DatabaseAddress.parse(url))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("HYPERSWEEP_DATABASE_URL")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aHomeHasOneOrchestratorAtATime(@TempDir Path folder) {
    try (Home home = Home.open(folder)) {
      assertThatThrownBy(() -> Home.open(folder))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("Another orchestrator");
      assertThat(home.folder()).isEqualTo(folder);
    }
    Home.open(folder).close();
  }

  @Test
  void aHomeThatCannotBeAFolderIsNamed(@TempDir Path folder) throws Exception {
    Path file = java.nio.file.Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> Home.open(file))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(file.toString());
  }
}
