package dev.hypersweep.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards of people's own, and every quirk of a file that a naive reader gets wrong. */
class OwnDatasetsTest {

  private static final String PAIRS =
      """
      title: Reviews
      task: classification
      format: tsv
      splits:
        train: {files: [train.tsv], rows: 3}
        dev: {files: [dev.tsv], rows: 2}
      train: train
      evaluation: dev
      labels: {"0": bad, "1": good}
      encoder: {id: "{index}", text: "{text}", label: "{label}"}
      metrics: [accuracy]
      """;

  @TempDir Path data;

  private OwnDataset reviews() {
    return new OwnDataset(data, "own/reviews");
  }

  @Test
  void quotationMarksByteOrderMarksAndOtherLineSeparatorsAreOrdinaryInATable() throws IOException {
    Corpus corpus =
        reviews()
            .card(PAIRS)
            .file("train.tsv", "\uFEFFlabel\ttext\n1\t\"an open quote\n0\ta\u2028b\u0085c\n1\td\n")
            .file("dev.tsv", "label\ttext\n0\tno line break at the end\n1\tx\r")
            .read();
    assertThat(corpus.train())
        .containsExactly(
            new Example.Labelled("0", null, "\"an open quote", null, 1),
            new Example.Labelled("1", null, "a\u2028b\u0085c", null, 0),
            new Example.Labelled("2", null, "d", null, 1));
    assertThat(((Example.Labelled) corpus.evaluation().get(1)).text()).isEqualTo("x\r");
    assertThat(corpus.info().split()).isEqualTo("train/dev");
    assertThat(corpus.info().majority()).isEqualTo(0.5);
    assertThat(corpus.textToText(corpus.evaluations().get(0)).get(0))
        .extracting(TextToText::source, TextToText::references, TextToText::candidates)
        .containsExactly(
            "own reviews text: no line break at the end", List.of("bad"), List.of("bad", "good"));
  }

  @Test
  void carriageReturnsThatEndEveryLineAreNoText() throws IOException {
    Corpus corpus =
        reviews()
            .card(PAIRS)
            .file("train.tsv", "label\ttext\r\n1\ta\r\n0\tb\r\n1\tc\r\n")
            .file("dev.tsv", "label\ttext\n0\ta\n1\tb\n")
            .read();
    assertThat(((Example.Labelled) corpus.train().get(2)).text()).isEqualTo("c");
  }

  @Test
  void aPartOfASplitIsNeverCalledByTheNameOfTheWhole() throws IOException {
    Corpus corpus =
        reviews()
            .card(PAIRS)
            .file("train.tsv", "label\ttext\n1\ta\n")
            .file("dev.tsv", "label\ttext\n0\ta\n1\tb\n")
            .read();
    assertThat(corpus.info().split()).isEqualTo("train[1 of 3]/dev");
  }

  @Test
  void brokenDataIsNamedWithFileLineAndFix() throws IOException {
    reviews().card(PAIRS).file("dev.tsv", "label\ttext\n0\ta\n1\tb\n");
    refused("label\ttext\n1\ta\n2\tb\n", "train.tsv, line 3: label 2 is none of [0, 1]");
    refused("label\ttext\n1\ta\n0\n", "train.tsv, line 3: 1 columns instead of 2");
    refused("label\ttext\n", "train.tsv: the split train has no rows");
    refused("label\ttext\n0\ta\n0\tb\n0\tc\n0\td\n", "4 rows, the official split train has 3");
    refused("label\tindex\ttext\n0\t7\ta\n1\t7\tb\n", "line 3: the id 7 is there twice");
    refused("label\twords\n0\ta\n", "line 2: there is no column text; there are [label, words]");
    reviews().file("train.tsv", "label\ttext\n1\tcaf\u00e9\n", StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> reviews().read())
        .isInstanceOf(DatasetBroken.class)
        .hasMessageContaining(
            "train.tsv, line 2: not UTF-8 text; save it as UTF-8, or write encoding: latin-1");
  }

  private void refused(String train, String message) throws IOException {
    reviews().file("train.tsv", train);
    assertThatThrownBy(() -> reviews().read())
        .isInstanceOf(DatasetBroken.class)
        .hasMessageContaining(message)
        .hasMessageMatching(".*(mend it there, or the card|copy the file again)");
  }

  @Test
  void anotherFileThanThePinnedOneIsRefused() throws IOException {
    reviews()
        .card(PAIRS + "sha256: {dev.tsv: 00}\n")
        .file("train.tsv", "label\ttext\n1\ta\n")
        .file("dev.tsv", "label\ttext\n0\ta\n1\tb\n");
    assertThatThrownBy(() -> reviews().read())
        .isInstanceOf(DatasetBroken.class)
        .hasMessageContaining("dev.tsv: not the official file: its SHA-256 is");
  }

  @Test
  void aFaultOfACardHasLineColumnValueAndFix() throws IOException {
    reviews().card(PAIRS.replace("format: tsv", "format: tvs"));
    assertThatThrownBy(() -> reviews().read())
        .isInstanceOf(DatasetBroken.class)
        .hasMessageContaining("card.yaml: line 3, column 9, format")
        .hasMessageContaining("did you mean tsv?");
    assertThat(new Corpora(data).names()).contains("own/reviews");
  }

  @Test
  void quotedCellsOfCsvMayHoldCommasQuotesAndLineBreaks() throws IOException {
    Corpus corpus =
        reviews()
            .card(
                PAIRS
                    .replace("format: tsv", "format: csv")
                    .replace("train.tsv", "train.csv")
                    .replace("dev.tsv", "dev.csv"))
            .file("train.csv", "label,text\n1,\"a, \"\"b\"\"\nc\\d\"\n0,\n1,x\n")
            .file("dev.csv", "label,text\n\"0\",\"\"\n1,b\n")
            .read();
    assertThat(corpus.train().stream().map(e -> ((Example.Labelled) e).text()))
        .containsExactly("a, \"b\"\nc\\d", "", "x");
    reviews().file("train.csv", "label,text\n1,\"never closed\n0,b\n");
    assertThatThrownBy(() -> reviews().read())
        .hasMessageContaining("train.csv, line 2: a quoted cell begins here and never ends");
  }

  @Test
  void aChoiceOfJsonLinesHasItsOptionsAndAnswers() throws IOException {
    Corpus corpus =
        new OwnDataset(data, "riddles")
            .card(
                """
                title: Riddles
                task: choice
                format: jsonl
                splits: {test: {files: [test.jsonl]}}
                evaluation: test
                encoder: {context: "{ask.text}", options: "{options}", answer: "{right}", first: "1"}
                metrics: [accuracy]
                """)
            .file(
                "test.jsonl",
                "{\"ask\": {\"text\": \"Who?\"}, \"options\": [\"I\", \"you\"], \"right\": 2}\n\n")
            .read();
    assertThat(corpus.train()).isEmpty();
    assertThat(corpus.info().split()).isEqualTo("-/test");
    assertThat(corpus.info().majority()).isNull();
    assertThat(corpus.evaluation())
        .containsExactly(
            new Example.Choice(
                "0", null, "Who?", List.of("I", "you"), List.of("I", "you"), Set.of(1)));
  }

  @Test
  void startsOfAnswersAreCountedInCharactersNotInUnits() throws IOException {
    OwnDataset own =
        new OwnDataset(data, "spans")
            .card(
                """
                title: Spans
                task: span
                format: squad
                splits: {dev: {files: [dev.json]}}
                evaluation: dev
                encoder: {id: "{id}", context: "{context}", question: "{question_text}", answers: "{answers}"}
                metrics: [squad_f1, exact_match]
                """)
            .file("dev.json", squad(4));
    Example.Question question = (Example.Question) own.read().evaluation().get(0);
    assertThat(question.answers()).containsExactly(new Example.Answer("cat", 5));
    assertThat(question.context().substring(5)).startsWith("cat");
    own.file("dev.json", squad(3));
    assertThatThrownBy(own::read)
        .isInstanceOf(DatasetBroken.class)
        .hasMessageContaining("dev.json: row 1: the answer \"cat\" does not stand");
    own.file("dev.json", squad(4).substring(0, 60));
    assertThatThrownBy(own::read).hasMessageContaining("dev.json, line 1: not JSON");
  }

  private static String squad(int start) {
    return "{\"data\": [{\"title\": \"t\", \"paragraphs\": [{\"context\": \"\uD83D\uDC08 a cat\","
        + " \"qas\": [{\"id\": \"q\", \"question\": \"?\", \"answers\": [{\"answer_start\": "
        + start
        + ", \"text\": \"cat\"}]}]}]}]}";
  }
}
