package dev.hypersweep.catalogue.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the text of a submission file, byte for byte as the benchmark makers' toolkit does. */
public final class SubmissionWriter {

  private SubmissionWriter() {}

  /**
   * The text of a file, its lines in ascending order of ids, each ended by a line feed.
   *
   * @param answers in any order, an answer per id; whether these are all is not looked at
   * @throws SubmissionException naming every id that is none, stands twice, or has an answer that
   *     this file cannot say; lines count the answers from 1
   */
  public static String text(SubmissionFile file, List<TestAnswer> answers) {
    List<SubmissionFault> faults = new ArrayList<>();
    TreeMap<ExampleId, String> sorted = new TreeMap<>();
    int row = 0;
    for (TestAnswer given : answers) {
      row++;
      ExampleId id = ExampleId.of(file.form(), given.id()).orElse(null);
      String answer = given.answer() == null ? "" : given.answer();
      String written = file.answers().written(answer).orElse(null);
      if (id == null) {
        faults.add(
            new SubmissionFault(
                file.name(), row, "'" + given.id() + "' is no " + ExampleId.form(file.form())));
      } else if (written == null) {
        faults.add(
            new SubmissionFault(
                file.name(),
                row,
                "the answer '%s' to example %s is not %s"
                    .formatted(answer, given.id(), file.answers().allowed())));
      } else if (sorted.put(id, written) != null) {
        faults.add(
            new SubmissionFault(file.name(), row, "example " + given.id() + " is answered twice"));
      }
    }
    if (!faults.isEmpty()) {
      throw new SubmissionException(faults);
    }
    return switch (file.form()) {
      case TSV -> tsv(sorted);
      case JSON_TEXT, JSON_NUMBER -> lines(sorted, file.form());
      case JSON_PASSAGES -> passages(sorted);
    };
  }

  private static String tsv(Map<ExampleId, String> answers) {
    StringBuilder text = new StringBuilder(SubmissionFile.HEADER).append('\n');
    answers.forEach(
        (id, answer) -> text.append(id.first()).append('\t').append(answer).append('\n'));
    return text.toString();
  }

  private static String lines(Map<ExampleId, String> answers, Form form) {
    StringBuilder text = new StringBuilder();
    answers.forEach(
        (id, answer) ->
            text.append("{\"idx\": ")
                .append(id.first())
                .append(", \"label\": ")
                .append(form == Form.JSON_TEXT ? AsciiJson.quoted(answer) : answer)
                .append("}\n"));
    return text.toString();
  }

  private static String passages(TreeMap<ExampleId, String> answers) {
    StringBuilder text = new StringBuilder();
    ExampleId open = null;
    for (Map.Entry<ExampleId, String> entry : answers.entrySet()) {
      ExampleId id = entry.getKey();
      boolean samePassage = open != null && open.first() == id.first();
      boolean sameQuestion = samePassage && open.second() == id.second();
      if (sameQuestion) {
        text.append(", ");
      } else {
        if (samePassage) {
          text.append("]}, ");
        } else {
          text.append(open == null ? "" : "]}]}}\n")
              .append("{\"idx\": ")
              .append(id.first())
              .append(", \"passage\": {\"questions\": [");
        }
        text.append("{\"idx\": ").append(id.second()).append(", \"answers\": [");
      }
      text.append("{\"idx\": ")
          .append(id.third())
          .append(", \"label\": ")
          .append(entry.getValue())
          .append("}");
      open = id;
    }
    return text.append(open == null ? "" : "]}]}}\n").toString();
  }
}
