package dev.hypersweep.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.LogChunk;
import dev.hypersweep.protocol.MetricBatch;
import dev.hypersweep.protocol.MetricPoint;
import dev.hypersweep.protocol.RunFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

  @TempDir Path folder;

  @Test
  void recordsComeBackInTheirOrderAndUntilTheyAreAcknowledged() throws Exception {
    List<SpoolRecord> records =
        List.of(batch(0, 10), chunk(0), new SpoolRecord.Checkpoint(10, "c-10", "/c"), failure());
    try (Spool spool = new Spool(folder)) {
      for (SpoolRecord record : records) {
        spool.append(record);
      }
      assertThat(spool.oldest(Duration.ZERO)).isEqualTo(spool.oldest(Duration.ZERO));
      assertThat(drain(spool)).isEqualTo(records);
      assertThat(spool.oldest(Duration.ZERO)).isEmpty();
      assertThat(spool.backlog()).isZero();
    }
  }

  @Test
  void aReopenedSpoolGoesOnWhereItWas() throws Exception {
    try (Spool spool = new Spool(folder)) {
      spool.append(batch(0, 10));
      spool.append(batch(1, 20));
      spool.append(chunk(0));
      spool.acknowledge(spool.oldest(Duration.ZERO).orElseThrow());
    }
    try (Spool spool = new Spool(folder)) {
      assertThat(spool.summary()).isEqualTo(new SpoolSummary.Snapshot(2, 1, 20, false));
      spool.append(failure());
      assertThat(drain(spool)).containsExactly(batch(1, 20), chunk(0), failure());
      assertThat(spool.summary().ended()).isTrue();
    }
  }

  @Test
  void aTornLastRecordIsCutOffWhereverItTore() throws Exception {
    try (Spool spool = new Spool(folder)) {
      spool.append(batch(0, 10));
      spool.append(chunk(0));
    }
    byte[] whole = Files.readAllBytes(folder.resolve("spool.log"));
    int first = (int) Frames.size(dev.hypersweep.agent.wire.Json.bytes(batch(0, 10)).length);
    for (int length = first; length < whole.length; length++) {
      Files.write(folder.resolve("spool.log"), Arrays.copyOf(whole, length));
      assertOnlyFirstIsLeftAndMoreFits();
    }
  }

  @Test
  void garbageAfterTheLastRecordIsCutOff() throws Exception {
    try (Spool spool = new Spool(folder)) {
      spool.append(batch(0, 10));
    }
    byte[] good = Files.readAllBytes(folder.resolve("spool.log"));
    for (byte[] tail : List.of(new byte[300], "{\"type\":\"logs\"}".getBytes(), new byte[] {-1})) {
      byte[] all = Arrays.copyOf(good, good.length + tail.length);
      System.arraycopy(tail, 0, all, good.length, tail.length);
      Files.write(folder.resolve("spool.log"), all);
      assertOnlyFirstIsLeftAndMoreFits();
    }
  }

  @Test
  void aDamagedCursorSendsAllAgain() throws Exception {
    try (Spool spool = new Spool(folder)) {
      spool.append(batch(0, 10));
      spool.acknowledge(spool.oldest(Duration.ZERO).orElseThrow());
    }
    for (byte[] cursor : List.of(new byte[0], new byte[16], new byte[] {1, 2, 3})) {
      Files.write(folder.resolve("acknowledged"), cursor);
      try (Spool spool = new Spool(folder)) {
        assertThat(spool.oldest(Duration.ZERO)).isPresent();
      }
    }
  }

  @Test
  void aReaderWaitsForARecord() throws Exception {
    try (Spool spool = new Spool(folder)) {
      Thread writer =
          new Thread(
              () -> {
                try {
                  spool.append(chunk(0));
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      writer.start();
      assertThat(spool.oldest(Duration.ofSeconds(20))).isPresent();
      writer.join();
    }
  }

  private void assertOnlyFirstIsLeftAndMoreFits() throws Exception {
    Files.deleteIfExists(folder.resolve("acknowledged"));
    try (Spool spool = new Spool(folder)) {
      spool.append(chunk(7));
      assertThat(drain(spool)).containsExactly(batch(0, 10), chunk(7));
    }
  }

  static List<SpoolRecord> drain(Spool spool) throws Exception {
    List<SpoolRecord> records = new ArrayList<>();
    for (var entry = spool.oldest(Duration.ZERO);
        entry.isPresent();
        entry = spool.oldest(Duration.ZERO)) {
      records.add(entry.get().record());
      spool.acknowledge(entry.get());
    }
    return records;
  }

  static SpoolRecord batch(long sequence, long step) {
    return new SpoolRecord.Metrics(
        new MetricBatch(1, sequence, List.of(new MetricPoint("train/loss", step, 0.25)), null));
  }

  static SpoolRecord chunk(long sequence) {
    return new SpoolRecord.Logs(new LogChunk(1, sequence, "line\n"));
  }

  static SpoolRecord failure() {
    return new SpoolRecord.Failure(new RunFailure(1, FailureClass.NAN, "ä", 20));
  }
}
