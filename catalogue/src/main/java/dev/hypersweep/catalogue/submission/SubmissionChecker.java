package dev.hypersweep.catalogue.submission;

import java.util.List;

/**
 * Says what is wrong with a submission file before its site does: header, fields, spelling of
 * labels, types of JSON values, ids that miss, are strange or stand twice, number of rows.
 */
public final class SubmissionChecker {

  private static final int SHOWN_IDS = 5;

  private SubmissionChecker() {}

  /** Everything wrong with the text of a file, in order; empty if the site would take it. */
  public static List<SubmissionFault> check(SubmissionFile file, String text) {
    FaultList faults = new FaultList(file.name());
    if (text.startsWith("\uFEFF")) {
      faults.add(1, "begins with a byte order mark; write UTF-8 without one");
      return faults.all();
    }
    if (text.indexOf('\r') >= 0) {
      int line = 1 + (int) text.chars().limit(text.indexOf('\r')).filter(c -> c == '\n').count();
      faults.add(line, "holds a carriage return; lines end with a line feed alone");
      return faults.all();
    }
    if (!text.endsWith("\n")) {
      faults.add(0, text.isEmpty() ? "is empty" : "its last line has no line feed at its end");
    }
    List<String> lines = text.lines().toList();
    SeenIds seen = new SeenIds(file, faults);
    if (file.form() == Form.TSV) {
      tsv(file, lines, seen, faults);
    } else {
      JsonLines.check(file, lines, seen, faults);
    }
    if (seen.count() != file.examples()) {
      faults.add(
          0,
          "answers %,d examples, the official test split has %,d"
              .formatted(seen.count(), file.examples()));
    }
    List<Integer> missing = seen.missing();
    if (!missing.isEmpty()) {
      faults.add(
          0,
          "has no answer to %s%s"
              .formatted(
                  String.join(
                      ", ", missing.stream().limit(SHOWN_IDS).map(String::valueOf).toList()),
                  missing.size() > SHOWN_IDS
                      ? " and %,d more".formatted(missing.size() - SHOWN_IDS)
                      : ""));
    }
    return faults.all();
  }

  private static void tsv(SubmissionFile file, List<String> lines, SeenIds seen, FaultList faults) {
    if (lines.isEmpty() || !lines.get(0).equals(SubmissionFile.HEADER)) {
      String found = lines.isEmpty() ? "" : lines.get(0);
      faults.add(1, "its header is '" + found + "', it must be 'index' tab 'prediction'");
    }
    int due = 0;
    for (int i = 1; i < lines.size(); i++) {
      String[] fields = lines.get(i).split("\t", -1);
      if (fields.length != 2) {
        faults.add(i + 1, "has %d fields; two are due, a tab between".formatted(fields.length));
        continue;
      }
      ExampleId id = ExampleId.of(file.form(), fields[0]).orElse(null);
      if (id == null) {
        faults.add(i + 1, "'" + fields[0] + "' is no " + ExampleId.form(file.form()));
        continue;
      }
      if (id.first() != due) {
        faults.add(i + 1, "its index is %d, due is %d".formatted(id.first(), due));
      }
      // Only where the order breaks: one row too few is one fault, not one a line.
      due = id.first() + 1;
      seen.add(i + 1, id, id.first());
      if (!file.answers().isWritten(fields[1])) {
        faults.add(i + 1, "'" + fields[1] + "' is not " + file.answers().allowed());
      }
    }
  }
}
