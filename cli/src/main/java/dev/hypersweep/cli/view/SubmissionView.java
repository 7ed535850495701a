package dev.hypersweep.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Numbers;
import dev.hypersweep.cli.text.Style;
import dev.hypersweep.cli.text.Table;
import dev.hypersweep.cli.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Submissions to benchmarks. */
public final class SubmissionView {

  private SubmissionView() {}

  /**
   * A line per task.
   *
   * @param file that was written; null if something is missing
   */
  public static List<String> lines(JsonNode report, String file, Style style) {
    Table table =
        new Table("task", "file", "model of", "trial", "run", "score", "answers", "missing");
    Json.each(report.path("tasks"))
        .forEach(
            task ->
                table.row(
                    Text.of(task.path("task")),
                    Text.of(task.path("file")),
                    Text.of(task.path("dataset")),
                    Text.of(task.path("trial")),
                    Text.of(task.path("run")),
                    Numbers.score(task.path("score")),
                    "%,d of %,d"
                        .formatted(task.path("answers").asLong(), task.path("examples").asLong()),
                    Text.of(task.path("missing"))));
    List<String> lines = new ArrayList<>(table.lines(style));
    if (file != null) {
      lines.add("written and checked: " + file);
      return lines;
    }
    long missing =
        Json.each(report.path("tasks")).filter(task -> task.path("missing").isTextual()).count();
    lines.add(
        "nothing written: %d of %d tasks are missing, and the site of %s takes whole archives only"
            .formatted(missing, report.path("tasks").size(), Text.of(report.path("title"))));
    return lines;
  }

  /** What is wrong with an archive, a line per fault. */
  public static List<String> faults(JsonNode found, String file) {
    if (found.path("valid").asBoolean()) {
      return List.of(file + ": every file is there and as " + benchmark(found) + " asks for");
    }
    List<String> lines = new ArrayList<>();
    Json.each(found.path("faults"))
        .forEach(
            fault ->
                lines.add(
                    Text.of(fault.path("file"))
                        + (fault.path("line").isNumber()
                            ? " line " + fault.path("line").asText()
                            : "")
                        + ": "
                        + Text.of(fault.path("what"))));
    lines.add("%s: %d faults; %s would refuse it".formatted(file, lines.size(), benchmark(found)));
    return lines;
  }

  private static String benchmark(JsonNode found) {
    return "the site of " + Text.of(found.path("benchmark"));
  }
}
