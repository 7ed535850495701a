package dev.hypersweep.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.protocol.DatasetInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficialFilesTest {

  @TempDir Path folder;

  @Test
  void countsAreTheOfficialOnes() {
    Corpora corpora = new Corpora(SharedData.folder());
    assertCounts(corpora.read("glue/cola").info(), "train/dev", 8551, 1043, 2);
    assertCounts(corpora.read("glue/rte").info(), "train/dev", 2490, 277, 2);
    assertCounts(corpora.read("trec").info(), "train/test", 5452, 500, 6);
  }

  @Test
  void quotationMarksAreOrdinaryAndLatin1IsReadAsSuch() {
    Corpora corpora = new Corpora(SharedData.folder());
    assertThat(corpora.read("glue/cola").train()).anyMatch(e -> text(e).contains("\""));
    assertThat(corpora.read("trec").train()).anyMatch(e -> text(e).contains("\u00f0"));
  }

  @Test
  void aFileThatIsCutOffIsRefusedWithItsNameAndLine() throws IOException {
    Path cola = folder.resolve("glue/CoLA");
    Files.createDirectories(cola);
    Files.writeString(cola.resolve("train.tsv"), "gj04\t1\t\tA sentence.\n");
    assertThatThrownBy(() -> new Corpora(folder).read("glue/cola"))
        .isInstanceOf(DatasetBroken.class)
        .hasMessageContaining("train.tsv, line 1")
        .hasMessageContaining("ends after 1 rows")
        .hasMessageContaining("fetch the official file again");
  }

  @Test
  void aLineWithoutItsColumnsIsNamed() throws IOException {
    Path file = folder.resolve("broken.tsv");
    Files.writeString(file, "gj04\t1\t\tA sentence.\ngj04\t1\tcut\n");
    LineFile lines = new LineFile(file, StandardCharsets.UTF_8, 0, 2);
    assertThatThrownBy(() -> lines.read((id, line) -> example(LineFile.columns(line, 4))))
        .isInstanceOf(DatasetBroken.class)
        .hasMessageContaining("broken.tsv, line 2: 3 columns instead of 4");
  }

  @Test
  void bytesThatAreNotTheEncodingAreRefused() throws IOException {
    Path file = folder.resolve("latin.tsv");
    Files.write(file, "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    LineFile lines = new LineFile(file, StandardCharsets.UTF_8, 0, 1);
    assertThatThrownBy(
            () -> lines.read((id, line) -> new Example.Labelled(id, null, line, null, 0)))
        .isInstanceOf(DatasetBroken.class)
        .hasMessageContaining("latin.tsv")
        .hasMessageContaining("UTF-8");
  }

  @Test
  void whatIsNotThereIsAbsentAndSaysWhereItIsLookedFor() {
    assertThatThrownBy(() -> new Corpora(folder).read("trec"))
        .isInstanceOf(DatasetAbsent.class)
        .hasMessageContaining("train_5500.label");
    assertThatThrownBy(() -> new Corpora(null).read("glue/rte"))
        .isInstanceOf(DatasetAbsent.class)
        .hasMessageContaining("HYPERSWEEP_DATA");
  }

  private static Example example(String[] columns) {
    return new Example.Labelled("0", null, columns[3], null, Integer.parseInt(columns[1]));
  }

  private static String text(Example example) {
    return ((Example.Labelled) example).text();
  }

  private static void assertCounts(
      DatasetInfo info, String split, int train, int evaluation, int classes) {
    assertThat(info.split()).isEqualTo(split);
    assertThat(info.trainExamples()).isEqualTo(train);
    assertThat(info.evaluationExamples()).isEqualTo(evaluation);
    assertThat(info.classes()).isEqualTo(classes);
  }
}
