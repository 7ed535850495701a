package dev.hypersweep.trainer.parity.vector;

import dev.hypersweep.catalogue.submission.SubmissionFile;
import dev.hypersweep.catalogue.submission.SubmissionFormat;
import dev.hypersweep.catalogue.submission.SubmissionWriter;
import dev.hypersweep.catalogue.submission.TestAnswer;
import java.util.List;
import java.util.Map;

/** {@code submission.*}: the files that benchmarks' sites take. */
final class SubmissionVectors {

  private SubmissionVectors() {}

  static Map<String, Evaluator> all() {
    return Map.of("submission.text", SubmissionVectors::text);
  }

  private static Object text(Input input) {
    String benchmark = input.text("benchmark");
    SubmissionFile file =
        SubmissionFormat.of(benchmark)
            .orElseThrow(() -> new IllegalArgumentException("no submissions to " + benchmark))
            .file(input.text("task"));
    List<TestAnswer> answers =
        input.list("rows").stream()
            .map(row -> new TestAnswer(id(file, row), written(row, "prediction")))
            .toList();
    return Map.of("file", file.name(), "text", SubmissionWriter.text(file, answers));
  }

  private static String id(SubmissionFile file, Input row) {
    return switch (file.form()) {
      case TSV -> written(row, "index");
      case JSON_PASSAGES ->
          written(row, "passage") + "/" + written(row, "question") + "/" + written(row, "answer");
      case JSON_TEXT, JSON_NUMBER -> written(row, "idx");
    };
  }

  /** A number, text or truth value as text. */
  private static String written(Input row, String field) {
    if (!row.has(field)) {
      throw new IllegalArgumentException("a row has no " + field);
    }
    return row.json().get(field).asText();
  }
}
