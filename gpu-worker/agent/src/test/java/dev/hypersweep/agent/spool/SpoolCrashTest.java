package dev.hypersweep.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.agent.peer.Child;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the spool keeps when its process or its disk does not go on. */
@Timeout(60)
class SpoolCrashTest {

  @TempDir Path folder;

  @Test
  void aKilledWriterLosesNoRecordThatItHadWritten() throws Exception {
    Process writer = Child.start(List.of(), SpoolWriter.class, Map.of(), folder.toString());
    long taken = -1;
    try (BufferedReader output = writer.inputReader()) {
      while (taken < 5_000) {
        taken = Long.parseLong(output.readLine());
      }
      // By its handle: Process.destroyForcibly would close the pipe that still holds numbers.
      writer.toHandle().destroyForcibly();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        // The last number may be torn, and is smaller then.
        taken = Math.max(taken, Long.parseLong(line));
      }
    }
    try (Spool spool = new Spool(folder)) {
      List<SpoolRecord> records = SpoolTest.drain(spool);
      assertThat(records).hasSizeGreaterThan((int) taken);
      for (int i = 0; i < records.size(); i++) {
        assertThat(((SpoolRecord.Logs) records.get(i)).chunk().sequence()).isEqualTo(i);
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskRefusesTheRecordKeepsTheOthersAndStillTakesTheLastWord() throws Exception {
    // No file may grow beyond 64 kB: to a writer that is a disk without room.
    List<String> limited = List.of("bash", "-c", "ulimit -f 64; exec \"$0\" \"$@\"");
    Process writer = Child.start(limited, SpoolWriter.class, Map.of(), folder.toString());
    String last = "";
    try (BufferedReader output = writer.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        last = line;
      }
    }
    assertThat(writer.waitFor()).isZero();
    assertThat(last).matches("full (\\d+) \\1 true");
  }
}
