package dev.hypersweep.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private static final Map<String, String> LEAST =
      Map.of("HYPERSWEEP_HOME", "/h", "HYPERSWEEP_TRAINER_COMMAND", "java -cp a:b/* T");

  @Test
  void littleNeedsToBeSaid() {
    Settings settings = Settings.of(LEAST);
    assertThat(settings.command().words()).containsExactly("java", "-cp", "a:b/*", "T");
    assertThat(settings.device()).isEqualTo("cpu");
    assertThat(settings.threads()).isEqualTo(1);
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isZero();
    assertThat(settings.memory()).isEmpty();
    assertThat(settings.folder()).hasParentRaw(java.nio.file.Path.of("/h/workers"));
  }

  @Test
  void aCommandMayBeAnArraySoThatWordsMayHaveSpaces() {
    Settings settings = with("HYPERSWEEP_TRAINER_COMMAND", "[\"/my java/bin/java\", \"T\"]");
    assertThat(settings.command().words()).containsExactly("/my java/bin/java", "T");
  }

  @ParameterizedTest
  @CsvSource({"2GiB,2147483648", "512 MB,512000000", "7,7", "1kib,1024"})
  void memoryIsWrittenAsPeopleWriteIt(String text, long bytes) {
    assertThat(with("HYPERSWEEP_MEMORY", text).memory()).hasValue(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "HYPERSWEEP_URL, localhost:8484",
    "HYPERSWEEP_URL, ftp://host",
    "HYPERSWEEP_DEVICE, tpu",
    "HYPERSWEEP_THREADS, 0",
    "HYPERSWEEP_THREADS, many",
    "HYPERSWEEP_MEMORY, 2 elephants",
    "HYPERSWEEP_MEMORY, 999999999999999GiB",
    "HYPERSWEEP_WORKER_PORT, 70000",
    "HYPERSWEEP_WORKER_NAME, ../up",
    "HYPERSWEEP_TRAINER_COMMAND, [1",
    "HYPERSWEEP_TRAINER_COMMAND, [1]",
    "HYPERSWEEP_TRAINER_COMMAND, ''",
  })
  void whatMakesNoSenseIsNamed(String name, String value) {
    assertThatThrownBy(() -> with(name, value))
        .isInstanceOf(AgentFailure.class)
        .hasMessageContaining(name);
  }

  private static Settings with(String name, String value) {
    Map<String, String> environment = new HashMap<>(LEAST);
    environment.put(name, value);
    return Settings.of(environment);
  }
}
