package dev.hypersweep.trainer.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.SharedVectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFileTest {

  private static final String COUNTS =
      """
      {"metric": "lm.text_counts", "input": {"text": "a b\\n"}, "expected": %s, "tolerance": 0}
      """;

  private static final String LOSS =
      """
      {"metric": "lm.masked_loss", "tolerance": 0.01, "expected": {"loss": %s},
       "input": {"ignore_index": -1, "labels": [[%d]], "token_losses": [[200.0]]}}
      """;

  @TempDir Path folder;

  @Test
  void everyTextAndClassMetricGivesTheReferencesNumbers() throws IOException {
    Path shared = SharedVectors.folder("metrics");
    for (String name :
        List.of(
            "bleu",
            "chrf_ter",
            "classification",
            "correlation",
            "language_model",
            "porter_stems",
            "question_answering",
            "rouge",
            "superglue")) {
      for (var metric : VectorFile.run(shared.resolve(name + ".jsonl")).entrySet()) {
        assertThat(metric.getValue().faults()).as(name + " " + metric.getKey()).isEmpty();
        assertThat(metric.getValue().cases()).isPositive();
      }
    }
  }

  @Test
  void wholeNumbersAreEqualOrWrong() throws IOException {
    assertThat(run(COUNTS.formatted("{\"words\": 2, \"bytes\": 4}")).faults()).isEmpty();
    assertThat(run(COUNTS.formatted("{\"words\": 3}")).faults())
        .containsExactly("line 1: words is 2.0, expected 3.0 within 0.0");
  }

  @Test
  void anExpectedKeyThatIsNotComputedFails() throws IOException {
    assertThat(run(COUNTS.formatted("{\"words\": 2, \"verses\": 1}")).faults())
        .containsExactly("line 1: verses is not computed");
  }

  @Test
  void theToleranceGrowsWithTheNumber() throws IOException {
    assertThat(run(loss("201.9", 5)).passes()).isTrue();
    assertThat(run(loss("202.1", 5)).passes()).isFalse();
  }

  @Test
  void notANumberEqualsItselfOnly() throws IOException {
    assertThat(run(loss("\"NaN\"", -1)).passes()).isTrue();
    assertThat(run(loss("\"NaN\"", 5)).passes()).isFalse();
    assertThat(run(loss("0.0", -1)).passes()).isFalse();
  }

  @Test
  void anUnknownMetricABrokenLineAndAnEmptyFileFail() throws IOException {
    assertThat(run("{\"metric\": \"meteor\", \"input\": {}, \"expected\": {}, \"tolerance\": 0}"))
        .satisfies(
            outcome ->
                assertThat(outcome.faults().get(0))
                    .startsWith("line 1: cannot be computed: metric 'meteor' is unknown"));
    assertThat(run("{\"metric\": ").faults().get(0)).startsWith("line 1: is not JSON");
    assertThat(run("\n").faults()).containsExactly("line 1: the file holds no case");
    assertThat(run("{\"metric\": \"rouge.stem\", \"input\": {}, \"tolerance\": 0}").faults())
        .containsExactly("line 1: needs the fields metric, input and expected");
  }

  @Test
  void signaturesAreComparedWithoutTheVersion() throws IOException {
    String line =
        """
        {"metric": "chrf.sentence", "input": {"hypothesis": "x", "references": ["x"]}, "tolerance": 0,
         "expected": {"signature": "nrefs:1|case:%s|eff:yes|nc:6|nw:0|space:no|version:99"}}
        """;
    assertThat(run(oneLine(line.formatted("mixed"))).passes()).isTrue();
    assertThat(run(oneLine(line.formatted("lc"))).passes()).isFalse();
  }

  @Test
  void failingCasesAreCountedAndNamedByTheirLine() throws IOException {
    Outcome outcome =
        run(COUNTS.formatted("{\"words\": 9}") + "\n" + COUNTS.formatted("{\"words\": 2}"));
    assertThat(outcome.cases()).isEqualTo(2);
    assertThat(outcome.failing()).isEqualTo(1);
    assertThat(outcome.faults()).singleElement().asString().startsWith("line 1:");
  }

  @Test
  void aFileThatIsNotUtf8Fails() throws IOException {
    Path file = folder.resolve("latin.jsonl");
    Files.write(file, "{\"metric\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(VectorFile.run(file).values())
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.passes()).isFalse());
  }

  private static String loss(String expected, int label) {
    return oneLine(LOSS.formatted(expected, label));
  }

  private static String oneLine(String text) {
    return text.replace("\n", " ");
  }

  private Outcome run(String lines) throws IOException {
    Path file = Files.writeString(folder.resolve("cases.jsonl"), lines);
    Map<String, Outcome> outcomes = VectorFile.run(file);
    assertThat(outcomes).hasSize(1);
    return outcomes.values().iterator().next();
  }
}
