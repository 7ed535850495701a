package dev.hypersweep.orchestrator.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.artifact.ArtifactStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages of a long file are found by its index. */
@QuarkusTest
class LargePredictionsTest extends RunningOrchestrator {

  private static final int ROWS = 20_000;

  @Inject ArtifactStore store;
  @Inject PredictionReader reader;
  @Inject PredictionIndexes indexes;

  @Test
  void anIndexSaysWhichRowsAPageHas() throws IOException {
    List<PredictionRow> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String split = i < ROWS / 2 ? "dev" : "test";
      Double right = i < ROWS / 2 ? (Double) (i % 10 == 0 ? 0.0 : 1.0) : null;
      rows.add(
          WrittenPredictions.row(
              split, "an example's own number " + i, null, "yes", "correct", right));
    }
    byte[] file = WrittenPredictions.bytes(rows);
    String sha256;
    try (ArtifactStore.Incoming incoming =
        store.receive(new ByteArrayInputStream(file), file.length)) {
      incoming.keep();
      sha256 = incoming.sha256();
    }
    PredictionIndex index = indexes.of(sha256);
    assertThat(indexes.of(sha256)).as("made once").isSameAs(index);
    assertThat(index.counts())
        .extracting("name", "examples", "right")
        .containsExactly(
            tuple("dev", ROWS / 2L, ROWS / 2L - ROWS / 20L), tuple("test", ROWS / 2L, null));
    int[] wrong = index.rows("dev", PredictionIndex.Answers.WRONG);
    assertThat(wrong).hasSize(ROWS / 20).startsWith(0, 10, 20);
    assertThat(reader.rows(sha256, new int[] {20, 30, 40}))
        .extracting("row")
        .containsExactly(20L, 30L, 40L);
    assertThat(reader.rows(sha256, new int[] {ROWS - 2, ROWS - 1}).get(1))
        .usingRecursiveComparison()
        .ignoringFields("row")
        .isEqualTo(rows.get(ROWS - 1));
    assertThat(reader.rows(sha256, new int[0])).isEmpty();
  }
}
