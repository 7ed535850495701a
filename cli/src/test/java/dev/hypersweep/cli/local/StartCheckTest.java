package dev.hypersweep.cli.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.cli.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartCheckTest {

  @TempDir Path folder;

  private StartCheck check(Map<String, String> environment) {
    return new StartCheck(environment, new Home(folder));
  }

  @ParameterizedTest
  @CsvSource({
    "HYPERSWEEP_PORT, 70000",
    "HYPERSWEEP_PORT, http",
    "HYPERSWEEP_DEVICE, tpu",
    "HYPERSWEEP_DATA, /no/such/folder"
  })
  void aSettingThatCannotBeMeantIsNamedWithItsValue(String name, String value) {
    assertThatThrownBy(() -> check(Map.of(name, value)).settings(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " is " + value + ": ");
  }

  @Test
  void whatIsEmptyIsNotSet() {
    Map<String, String> empty =
        Map.of("HYPERSWEEP_PORT", " ", "HYPERSWEEP_DEVICE", "", "HYPERSWEEP_DATA", "");

    assertThatCode(() -> check(empty).settings(null)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(empty).settings(70_000)).hasMessageStartingWith("--port");
  }

  @Test
  void aDiskWithoutRoomForANewDatabaseIsNamedWithBothSizes() {
    assertThatThrownBy(() -> check(Map.of()).space(20L << 20))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("no space left")
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("20 MB free, 256 MB needed");
  }

  @Test
  void aDatabaseThatIsThereOrElsewhereNeedsLess() throws Exception {
    Map<String, String> elsewhere = Map.of("HYPERSWEEP_DATABASE_URL", "postgresql://db/x");

    assertThatCode(() -> check(elsewhere).space(100L << 20)).doesNotThrowAnyException();
    Files.createDirectory(folder.resolve("postgres"));
    assertThatCode(() -> check(Map.of()).space(100L << 20)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(elsewhere).space(63L << 20)).hasMessageContaining("64 MB");
  }
}
