package dev.hypersweep.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.cli.home.Home;
import dev.hypersweep.cli.local.ProcessRecord.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {

  @TempDir Path folder;
  private Process process;

  @BeforeEach
  void someProcess() throws Exception {
    process = new ProcessBuilder("sleep", "60").start();
  }

  @AfterEach
  void endIt() {
    process.destroyForcibly();
  }

  @Test
  void whatAKilledLauncherLeftIsStopped() throws Exception {
    Home home = new Home(folder);
    new ProcessRecord(1, List.of(Entry.of("worker", process.toHandle()))).write(home);

    ProcessRecord record = ProcessRecord.read(home).orElseThrow();
    assertThat(record.alive()).hasSize(1);
    record.stopLeftovers();

    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(record.alive()).isEmpty();
  }

  @Test
  void aProcessIdUsedAnewIsLeftAlone() {
    Entry other =
        new Entry("worker", process.pid(), Entry.of("x", process.toHandle()).startedAt() - 1);
    ProcessRecord record = new ProcessRecord(1, List.of(other));

    record.stopLeftovers();

    assertThat(record.alive()).isEmpty();
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void aHomeWithoutRecordHasNoLeftovers() {
    assertThat(ProcessRecord.read(new Home(folder))).isEmpty();
  }
}
