package dev.hypersweep.catalogue.submission;

import dev.hypersweep.catalogue.submission.Answers.Labels;
import dev.hypersweep.catalogue.submission.Answers.Score;
import dev.hypersweep.catalogue.submission.Answers.Text;
import java.util.List;
import java.util.Optional;

/**
 * What a benchmark's site takes: one zip archive with these files at its top level, every one of
 * them present.
 *
 * <p>As https://gluebenchmark.com and https://super.gluebenchmark.com ask for, in the spelling of
 * their makers' toolkit jiant. That an archive must be flat and complete is known from the sites'
 * own pages only.
 *
 * @param benchmark its name in the catalogue
 * @param title as its makers write it
 * @param files in the makers' order
 */
public record SubmissionFormat(String benchmark, String title, List<SubmissionFile> files) {

  private static final Labels ZERO_ONE = Labels.of("0", "1");
  private static final Labels TWO_WAY = Labels.of("entailment", "not_entailment");
  private static final Labels THREE_WAY = Labels.of("entailment", "neutral", "contradiction");
  private static final Labels LOWER_TRUTH = Labels.of("true", "false");
  private static final Labels UPPER_TRUTH = Labels.of("True", "False");

  /** GLUE. QNLI is its second version; the predictions for AX are those of the MNLI model. */
  public static final SubmissionFormat GLUE =
      new SubmissionFormat(
          "glue",
          "GLUE",
          List.of(
              glue("CoLA", "cola", "test", ZERO_ONE, 1063),
              glue("SST-2", "sst-2", "test", ZERO_ONE, 1821),
              glue("MRPC", "mrpc", "test", ZERO_ONE, 1725),
              glue("STS-B", "sts-b", "test", new Score(0, 5, 3), 1379),
              glue("QQP", "qqp", "test", ZERO_ONE, 390965),
              glue("MNLI-m", "mnli", "test_matched", THREE_WAY, 9796),
              glue("MNLI-mm", "mnli", "test_mismatched", THREE_WAY, 9847),
              glue("QNLI", "qnli", "test", TWO_WAY, 5463),
              glue("RTE", "rte", "test", TWO_WAY, 3000),
              glue("WNLI", "wnli", "test", ZERO_ONE, 146),
              glue("AX", "ax", "test", THREE_WAY, 1104)));

  /** SuperGLUE. The ids of ReCoRD are those of its queries. */
  public static final SubmissionFormat SUPERGLUE =
      new SubmissionFormat(
          "superglue",
          "SuperGLUE",
          List.of(
              superGlue("BoolQ", "boolq", Form.JSON_TEXT, LOWER_TRUTH, 3245),
              superGlue(
                  "CB",
                  "cb",
                  Form.JSON_TEXT,
                  Labels.of("entailment", "contradiction", "neutral"),
                  250),
              superGlue("COPA", "copa", Form.JSON_NUMBER, ZERO_ONE, 500),
              superGlue("MultiRC", "multirc", Form.JSON_PASSAGES, ZERO_ONE, 9693),
              new SubmissionFile(
                  "ReCoRD",
                  "superglue/record",
                  "test",
                  "ReCoRD.jsonl",
                  Form.JSON_TEXT,
                  new Text(),
                  10000,
                  false),
              superGlue("RTE", "rte", Form.JSON_TEXT, TWO_WAY, 3000),
              superGlue("WiC", "wic", Form.JSON_TEXT, LOWER_TRUTH, 1400),
              superGlue("WSC", "wsc", Form.JSON_TEXT, UPPER_TRUTH, 146),
              superGlue("AX-b", "ax-b", Form.JSON_TEXT, TWO_WAY, 1104),
              superGlue("AX-g", "ax-g", Form.JSON_TEXT, TWO_WAY, 356)));

  /** The format of a benchmark, by its catalogue name or its title. */
  public static Optional<SubmissionFormat> of(String benchmark) {
    return List.of(GLUE, SUPERGLUE).stream()
        .filter(format -> format.benchmark.equalsIgnoreCase(benchmark))
        .findFirst();
  }

  /** The file of a task, as its makers write the task. */
  public SubmissionFile file(String task) {
    return files.stream()
        .filter(file -> file.task().equals(task))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no task '%s'; it has %s"
                        .formatted(
                            title,
                            task,
                            String.join(", ", files.stream().map(SubmissionFile::task).toList()))));
  }

  private static SubmissionFile glue(
      String task, String folder, String split, Answers answers, int examples) {
    return new SubmissionFile(
        task, "glue/" + folder, split, task + ".tsv", Form.TSV, answers, examples, true);
  }

  private static SubmissionFile superGlue(
      String task, String folder, Form form, Answers answers, int examples) {
    return new SubmissionFile(
        task, "superglue/" + folder, "test", task + ".jsonl", form, answers, examples, true);
  }
}
