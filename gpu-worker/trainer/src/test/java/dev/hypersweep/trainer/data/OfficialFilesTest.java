package dev.hypersweep.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.protocol.DatasetInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The official files, where they are. */
class OfficialFilesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "glue/cola, 8551, 1043, 2, train/dev",
    "glue/rte, 2490, 277, 2, train/dev",
    "glue/mrpc, 3668, 408, 2, train/dev",
    "superglue/cb, 250, 56, 3, train/val",
    "superglue/wsc, 554, 104, 2, train/val",
    "superglue/copa, 400, 100, 0, train/val",
    "trec, 5452, 500, 6, train/test",
    "trec/fine, 5452, 500, 50, train/test",
    "copa, 500, 500, 0, dev/test",
    "xquad/ro, 0, 1190, 0, -/validation",
    "xsum, 0, 1000, 0, '-/test[1,000 of 11,334]'"
  })
  void countsAreTheOfficialOnes(String name, int train, int evaluation, int classes, String split) {
    DatasetInfo info = new Corpora(SharedData.folder()).read(name).info();
    assertThat(info.split()).isEqualTo(split);
    assertThat(info.trainExamples()).isEqualTo(train);
    assertThat(info.evaluationExamples()).isEqualTo(evaluation);
    assertThat(info.classes()).isEqualTo(classes);
  }

  @Test
  void onlyKnownGoldLabelsOfMnliAreScored() {
    Corpus mnli = new Corpora(SharedData.folder()).read("glue/mnli");
    assertThat(mnli.evaluations().stream().map(Split::name))
        .containsExactly("dev_matched[2,784 of 9,815]", "dev_mismatched[997 of 9,832]");
    assertThat(mnli.tests().stream().map(Split::name)).containsExactly("glue/ax/test");
  }

  @Test
  void examplesOfColaAreHashedAsTheyAlwaysWere() {
    assertThat(new Corpora(SharedData.folder()).read("glue/cola").info().contentHash())
        .startsWith("2321c3a32767");
  }

  @Test
  void wordsThatWscAsksAboutAreMarked() {
    Corpus wsc = new Corpora(SharedData.folder()).read("superglue/wsc");
    assertThat(wsc.evaluation())
        .allMatch(example -> ((Example.Labelled) example).text().contains("*"));
    List<TextToText> texts = wsc.textToText(wsc.evaluations().get(0));
    assertThat(texts).hasSameSizeAs(wsc.evaluation());
    assertThat(texts.get(0).source()).contains("* anyone *").contains("# him #");
  }

  @Test
  void whatIsNotThereIsAbsentAndSaysWhereItIsLookedFor() {
    assertThatThrownBy(() -> new Corpora(folder).read("trec"))
        .isInstanceOf(DatasetAbsent.class)
        .hasMessageContaining("TREC_10.label")
        .hasMessageContaining("data fetch trec");
    assertThatThrownBy(() -> new Corpora(null).read("glue/rte"))
        .isInstanceOf(DatasetAbsent.class)
        .hasMessageContaining("HYPERSWEEP_DATA");
  }

  @Test
  void aWorkerRemembersWhatItCountedUntilAFileChanges() throws Exception {
    OwnDataset own =
        new OwnDataset(folder, "texts")
            .card(
                """
                title: Texts
                task: language-model
                format: lines
                splits: {valid: {files: [valid.txt]}}
                evaluation: valid
                encoder: {text: "{line}"}
                metrics: [perplexity]
                """)
            .file("valid.txt", "one\ntwo\n");
    Path home = folder.resolve("home");
    DescriptionCache cache = new DescriptionCache(new Corpora(folder), home);
    DatasetInfo first = cache.info("texts");
    assertThat(first).isEqualTo(own.read().info());
    Path kept = home.resolve("cache/datasets/texts.json");
    Files.writeString(
        kept,
        Files.readString(kept)
            .replace("\"valid\"", "\"remembered\"")
            .replace("-/valid", "-/remembered"));
    assertThat(cache.info("texts").split()).isEqualTo("-/remembered");
    Files.writeString(kept, "damaged");
    assertThat(cache.info("texts")).isEqualTo(first);
    own.file("valid.txt", "one\ntwo\nthree\n");
    assertThat(cache.info("texts").evaluationExamples()).isEqualTo(3);
  }
}
