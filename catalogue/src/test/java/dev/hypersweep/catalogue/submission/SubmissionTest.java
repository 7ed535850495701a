package dev.hypersweep.catalogue.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class SubmissionTest {

  private static final SubmissionFormat GLUE = SubmissionFormat.GLUE;
  private static final SubmissionFormat SUPERGLUE = SubmissionFormat.SUPERGLUE;

  /** Without the 390,965 rows of QQP. */
  private static final SubmissionFormat THREE_FILES =
      new SubmissionFormat(
          "glue", "GLUE", List.of(GLUE.file("RTE"), GLUE.file("STS-B"), GLUE.file("WNLI")));

  @Test
  void eachBenchmarkSpellsItsLabelsItsOwnWay() {
    assertThat(text(GLUE, "RTE", "0", "not_entailment"))
        .isEqualTo("index\tprediction\n0\tnot_entailment\n");
    assertThat(text(SUPERGLUE, "WiC", "3", "False"))
        .isEqualTo("{\"idx\": 3, \"label\": \"false\"}\n");
    assertThat(text(SUPERGLUE, "WSC", "3", "false"))
        .isEqualTo("{\"idx\": 3, \"label\": \"False\"}\n");
    assertThat(text(SUPERGLUE, "COPA", "3", "1")).isEqualTo("{\"idx\": 3, \"label\": 1}\n");
    assertThat(text(SUPERGLUE, "ReCoRD", "3", "São \"P\""))
        .isEqualTo("{\"idx\": 3, \"label\": \"S\\u00e3o \\\"P\\\"\"}\n");
  }

  @Test
  void similaritiesAreCutToTheirRangeAndRoundedFromTheirExactValue() {
    assertThat(text(GLUE, "STS-B", "0", "5.37")).endsWith("\t5.000\n");
    assertThat(text(GLUE, "STS-B", "0", "-1")).endsWith("\t0.000\n");
    // 2.0625 lies exactly between; 1.0005 is a little less in binary.
    assertThat(text(GLUE, "STS-B", "0", "2.0625")).endsWith("\t2.062\n");
    assertThat(text(GLUE, "STS-B", "0", "1.0005")).endsWith("\t1.000\n");
    assertThatThrownBy(() -> text(GLUE, "STS-B", "0", "NaN"))
        .hasMessageContaining("STS-B.tsv line 1");
  }

  @Test
  void answersOfMultiRcAreNestedByPassageAndQuestion() {
    List<TestAnswer> answers =
        List.of(
            new TestAnswer("1/2/4", "1"),
            new TestAnswer("0/0/1", "1"),
            new TestAnswer("0/0/0", "0"),
            new TestAnswer("0/1/2", "0"));
    assertThat(SubmissionWriter.text(SUPERGLUE.file("MultiRC"), answers))
        .isEqualTo(
            """
            {"idx": 0, "passage": {"questions": [{"idx": 0, "answers": [{"idx": 0, "label": 0}, \
            {"idx": 1, "label": 1}]}, {"idx": 1, "answers": [{"idx": 2, "label": 0}]}]}}
            {"idx": 1, "passage": {"questions": [{"idx": 2, "answers": [{"idx": 4, "label": 1}]}]}}
            """);
  }

  @Test
  void strangeAnswersAndIdsAreNamedAllAtOnce() {
    List<TestAnswer> answers =
        List.of(
            new TestAnswer("0", "maybe"),
            new TestAnswer("x", "1"),
            new TestAnswer("2", "1"),
            new TestAnswer("2", "0"));
    assertThatThrownBy(() -> SubmissionWriter.text(GLUE.file("CoLA"), answers))
        .hasMessage(
            "CoLA.tsv line 1: the answer 'maybe' to example 0 is not one of 0, 1; "
                + "CoLA.tsv line 2: 'x' is no index, a number from 0; "
                + "CoLA.tsv line 4: example 2 is answered twice");
  }

  @Test
  void aCompleteSubmissionPassesItsOwnCheckAndHasTheSameBytesInAnyOrder() throws IOException {
    Map<String, List<TestAnswer>> answers = complete(THREE_FILES);
    byte[] archive = SubmissionArchive.of(THREE_FILES, answers);
    assertThat(SubmissionArchive.check(THREE_FILES, archive)).isEmpty();
    Map<String, List<TestAnswer>> shuffled = new LinkedHashMap<>();
    List<String> tasks = new ArrayList<>(answers.keySet());
    Collections.reverse(tasks);
    for (String task : tasks) {
      List<TestAnswer> reversed = new ArrayList<>(answers.get(task));
      Collections.reverse(reversed);
      shuffled.put(task, reversed);
    }
    assertThat(SubmissionArchive.of(THREE_FILES, shuffled)).isEqualTo(archive);
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertThat(names).containsExactly("RTE.tsv", "STS-B.tsv", "WNLI.tsv");
  }

  @Test
  void aMissingTaskOrRowIsRefusedBeforeAnythingIsPacked() {
    Map<String, List<TestAnswer>> answers = complete(THREE_FILES);
    answers.remove("WNLI");
    answers.put("RTE", answers.get("RTE").subList(1, 3000));
    assertThatThrownBy(() -> SubmissionArchive.of(THREE_FILES, answers))
        .isInstanceOf(SubmissionException.class)
        .hasMessageContaining("WNLI.tsv: is missing")
        .hasMessageContaining("RTE.tsv: answers 2,999 examples, the official test split has 3,000")
        .hasMessageContaining("RTE.tsv line 2: its index is 1, due is 0; RTE.tsv: answers")
        .hasMessageContaining("RTE.tsv: has no answer to 0");
    answers.put("RTW", List.of());
    assertThatThrownBy(() -> SubmissionArchive.of(THREE_FILES, answers))
        .hasMessageContaining("'RTW'");
  }

  @Test
  void theCheckOfATableNamesEachLine() {
    assertThat(faults(GLUE, "WNLI", "index,prediction\n0\t1\n1\t1\t\n2 1\n3\tyes\n0\t0"))
        .contains(
            "WNLI.tsv: its last line has no line feed at its end",
            "WNLI.tsv line 1: its header is 'index,prediction', it must be 'index' tab 'prediction'",
            "WNLI.tsv line 3: has 3 fields; two are due, a tab between",
            "WNLI.tsv line 4: has 1 fields; two are due, a tab between",
            "WNLI.tsv line 5: 'yes' is not one of 0, 1",
            "WNLI.tsv line 6: its index is 0, due is 4",
            "WNLI.tsv line 6: example 0 is answered twice",
            "WNLI.tsv: answers 2 examples, the official test split has 146",
            "WNLI.tsv: has no answer to 1, 2, 4, 5, 6 and 139 more");
    assertThat(faults(GLUE, "WNLI", "index\tprediction\r\n"))
        .containsExactly(
            "WNLI.tsv line 1: holds a carriage return; lines end with a line feed alone");
  }

  @Test
  void theCheckOfJsonLinesNamesTypesAndFields() {
    String text =
        """
        {"idx": 0, "label": true}
        {"idx": "1", "label": "true"}
        {"idx": 2, "label": "True"}
        {"idx": 3, "answer": "true"}
        {"idx": 4, "label": "true"
        {"idx": 3245, "label": "true"}

        """;
    assertThat(faults(SUPERGLUE, "BoolQ", text))
        .contains(
            "BoolQ.jsonl line 1: label is true, it must be a text: one of true, false",
            "BoolQ.jsonl line 2: idx is \"1\", it must be a number from 0",
            "BoolQ.jsonl line 3: label \"True\" is not one of true, false",
            "BoolQ.jsonl line 4: must be an object with idx and label and nothing else, it is one"
                + " with answer, idx",
            "BoolQ.jsonl line 6: example 3245 is none: the official test split ends with 3244",
            "BoolQ.jsonl line 7: is empty")
        .anyMatch(fault -> fault.startsWith("BoolQ.jsonl line 5: is not JSON"));
    assertThat(
            faults(
                SUPERGLUE,
                "MultiRC",
                "{\"idx\": 0, \"passage\": {\"questions\": [{\"idx\": 0, \"answers\":"
                    + " [{\"idx\": 0, \"label\": \"1\"}, {\"idx\": 0, \"label\": 1}]}]}}\n"))
        .contains(
            "MultiRC.jsonl line 1: passage.questions.answers.label is \"1\", it must be a whole"
                + " number: one of 0, 1",
            "MultiRC.jsonl line 1: example 0/0/0 is answered twice");
  }

  @Test
  void anArchiveOfAnythingElseIsNamedAsSuch() {
    assertThat(SubmissionArchive.check(GLUE, new byte[] {1, 2, 3}))
        .extracting(SubmissionFault::toString)
        .containsExactly("the archive: is no zip archive, or an empty one");
  }

  @Test
  void onlyNumberedExamplesCanBeFilledWithAConstant() {
    assertThat(SubmissionArchive.notAttempted(GLUE.file("AX"))).hasSize(1104);
    assertThatThrownBy(() -> SubmissionArchive.notAttempted(SUPERGLUE.file("ReCoRD")))
        .hasMessageContaining("ReCoRD.jsonl");
  }

  private static Map<String, List<TestAnswer>> complete(SubmissionFormat format) {
    Map<String, List<TestAnswer>> answers = new LinkedHashMap<>();
    format.files().forEach(file -> answers.put(file.task(), SubmissionArchive.notAttempted(file)));
    return answers;
  }

  private static String text(SubmissionFormat format, String task, String id, String answer) {
    return SubmissionWriter.text(format.file(task), List.of(new TestAnswer(id, answer)));
  }

  private static List<String> faults(SubmissionFormat format, String task, String text) {
    return SubmissionChecker.check(format.file(task), text).stream()
        .map(SubmissionFault::toString)
        .toList();
  }
}
