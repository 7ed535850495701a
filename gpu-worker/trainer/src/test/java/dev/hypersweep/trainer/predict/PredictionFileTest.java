package dev.hypersweep.trainer.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionFileTest {

  @TempDir Path folder;

  private static final Prediction WHOLE =
      new Prediction(
          "dev",
          "7",
          "q1",
          "a \"text\"\nof two lines",
          "yes",
          List.of("yes", "\u00e9\uD83D\uDC31"),
          new TreeMap<>(Map.of("correct", 1.0, "nll", 0.25)));
  private static final Prediction BARE =
      new Prediction("test", "0", null, "", "", List.of(), new TreeMap<>());

  @Test
  void everyColumnComesBackAndWhatIsNotThereIsNull() throws IOException {
    Path file = folder.resolve("predictions.parquet");
    PredictionFile.write(file, List.of(WHOLE, BARE));
    List<Map<String, Object>> rows = PredictionRows.of(file);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0))
        .containsEntry("split", "dev")
        .containsEntry("id", "7")
        .containsEntry("group", "q1")
        .containsEntry("input", "a \"text\"\nof two lines")
        .containsEntry("output", "yes")
        .containsEntry("references", "[\"yes\",\"\u00e9\uD83D\uDC31\"]")
        .containsEntry("score_correct", 1.0)
        .containsEntry("score_nll", 0.25);
    assertThat(rows.get(1)).containsEntry("references", "[]").containsEntry("output", "");
    assertThat(rows.get(1).get("group")).isNull();
    assertThat(rows.get(1).get("score_nll")).isNull();
  }

  @Test
  void aLaterFileTakesThePlaceOfAnEarlierOneAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("predictions.parquet");
    PredictionFile.write(file, List.of(WHOLE));
    PredictionFile.write(file, List.of(BARE));
    assertThat(PredictionRows.of(file)).hasSize(1);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aPlaceThatTakesNoFileIsAnError() {
    Path nowhere = folder.resolve("missing").resolve("predictions.parquet");
    assertThatThrownBy(() -> PredictionFile.write(nowhere, List.of(WHOLE)))
        .isInstanceOf(IOException.class);
  }
}
