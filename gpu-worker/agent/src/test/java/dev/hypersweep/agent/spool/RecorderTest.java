package dev.hypersweep.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.protocol.MetricBatch;
import dev.hypersweep.protocol.MetricPoint;
import dev.hypersweep.protocol.StepDigests;
import dev.hypersweep.protocol.TrainerEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {

  private static final Duration NEVER = Duration.ofHours(1);

  @TempDir Path folder;

  @Test
  void manyStepsBecomeOneBatch() throws Exception {
    try (Spool spool = new Spool(folder)) {
      Recorder recorder = new Recorder(spool, 3, NEVER);
      for (long step = 1; step <= 100; step++) {
        recorder.progress(step(step));
      }
      recorder.flushIfDue();
      assertThat(spool.backlog()).isZero();
      recorder.checkpoint(new TrainerEvent.Checkpoint(100, "/x/latest.bin"));

      List<SpoolRecord> records = SpoolTest.drain(spool);
      assertThat(records).hasSize(2);
      MetricBatch batch = ((SpoolRecord.Metrics) records.get(0)).batch();
      assertThat(batch.generation()).isEqualTo(3);
      assertThat(batch.points()).hasSize(100);
      assertThat(batch.digests().firstStep()).isEqualTo(1);
      assertThat(batch.digests().digests()).hasSize(100).first().isEqualTo("d1");
      assertThat(records.get(1))
          .isEqualTo(new SpoolRecord.Checkpoint(100, "checkpoint-100.bin", "/x/latest.bin"));
    }
  }

  @Test
  void aBatchHasAtMostTwoThousandPointsAndNoneIsLost() throws Exception {
    try (Spool spool = new Spool(folder)) {
      Recorder recorder = new Recorder(spool, 3, NEVER);
      List<MetricPoint> points =
          LongStream.range(0, 5_001).mapToObj(i -> new MetricPoint("a", i, i)).toList();
      recorder.progress(new TrainerEvent.Progress(1, points, null));

      List<MetricPoint> stored = new ArrayList<>();
      long sequence = 0;
      for (SpoolRecord record : SpoolTest.drain(spool)) {
        MetricBatch batch = ((SpoolRecord.Metrics) record).batch();
        assertThat(batch.points()).hasSizeLessThanOrEqualTo(2_000);
        assertThat(batch.sequence()).isEqualTo(sequence++);
        stored.addAll(batch.points());
      }
      assertThat(stored).isEqualTo(points);
    }
  }

  @Test
  void arraysAreGatheredUntilTheirValuesAreMany() throws Exception {
    try (Spool spool = new Spool(folder)) {
      Recorder recorder = new Recorder(spool, 3, NEVER);
      List<MetricArray> arrays =
          LongStream.range(0, 50)
              .mapToObj(i -> new MetricArray("load", i, Collections.nCopies(1_000, 0.5)))
              .toList();
      recorder.progress(new TrainerEvent.Progress(1, null, null, arrays));

      List<MetricArray> stored = new ArrayList<>();
      for (SpoolRecord record : SpoolTest.drain(spool)) {
        MetricBatch batch = ((SpoolRecord.Metrics) record).batch();
        assertThat(batch.arrays()).hasSizeLessThanOrEqualTo(20);
        stored.addAll(batch.arrays());
      }
      assertThat(stored).isEqualTo(arrays);
    }
  }

  @Test
  void digestsOfOneBatchAreWithoutGaps() throws Exception {
    try (Spool spool = new Spool(folder)) {
      Recorder recorder = new Recorder(spool, 3, Duration.ZERO);
      recorder.progress(step(1));
      recorder.progress(step(2));
      recorder.progress(step(5));
      recorder.flushIfDue();
      assertThat(SpoolTest.drain(spool))
          .extracting(record -> ((SpoolRecord.Metrics) record).batch().digests())
          .containsExactly(
              new StepDigests(1, List.of("d1", "d2")), new StepDigests(5, List.of("d5")));
    }
  }

  @Test
  void logChunksFitInto64KilobytesAndStayWhole() throws Exception {
    String line = "a\uD83D\uDE00\u20AC\0".repeat(30_000);
    try (Spool spool = new Spool(folder)) {
      Recorder recorder = new Recorder(spool, 3, NEVER);
      recorder.line(line);
      StringBuilder text = new StringBuilder();
      for (SpoolRecord record : SpoolTest.drain(spool)) {
        String chunk = ((SpoolRecord.Logs) record).chunk().text();
        assertThat(chunk.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64_000);
        text.append(chunk);
      }
      assertThat(text.toString()).isEqualTo(line.replace('\0', '\uFFFD') + "\n");
    }
  }

  @Test
  void aLogWithoutEndIsCut() throws Exception {
    try (Spool spool = new Spool(folder)) {
      Recorder recorder = new Recorder(spool, 3, Duration.ZERO);
      String line = "x".repeat(10_000);
      for (int i = 0; i < 3_000; i++) {
        recorder.line(line);
      }
      recorder.flushIfDue();
      assertThat(spool.backlog()).isLessThan(20L << 20);
      List<SpoolRecord> records = SpoolTest.drain(spool);
      assertThat(((SpoolRecord.Logs) records.get(records.size() - 1)).chunk().text())
          .contains("the log is cut here");
    }
  }

  @Test
  void sequencesGoOnAfterAReopening() throws Exception {
    try (Spool spool = new Spool(folder)) {
      Recorder recorder = new Recorder(spool, 3, Duration.ZERO);
      recorder.progress(step(1));
      recorder.line("a");
      recorder.flushIfDue();
    }
    try (Spool spool = new Spool(folder)) {
      Recorder recorder = new Recorder(spool, 3, Duration.ZERO);
      recorder.progress(step(2));
      recorder.line("b");
      recorder.flushIfDue();
      List<SpoolRecord> records = SpoolTest.drain(spool);
      assertThat(((SpoolRecord.Metrics) records.get(2)).batch().sequence()).isEqualTo(1);
      assertThat(((SpoolRecord.Logs) records.get(3)).chunk().sequence()).isEqualTo(1);
    }
  }

  private static TrainerEvent.Progress step(long step) {
    return new TrainerEvent.Progress(
        step,
        List.of(new MetricPoint("train/loss", step, 1.0 / step)),
        new StepDigests(step, List.of("d" + step)));
  }
}
