package dev.hypersweep.catalogue.submission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which examples a file has answered so far. */
final class SeenIds {

  private final SubmissionFile file;
  private final FaultList faults;
  private final Set<ExampleId> ids = new HashSet<>();
  private final Set<Integer> numbers = new HashSet<>();

  SeenIds(SubmissionFile file, FaultList faults) {
    this.file = file;
    this.faults = faults;
  }

  /**
   * Notes an answered example.
   *
   * @param number what runs from 0: the index, for MultiRC the answer's
   */
  void add(int line, ExampleId id, int number) {
    if (!ids.add(id)) {
      faults.add(line, "example " + shown(id) + " is answered twice");
    } else if (file.runningIds() && number >= file.examples()) {
      faults.add(
          line,
          "example %s is none: the official test split ends with %d"
              .formatted(shown(id), file.examples() - 1));
    }
    numbers.add(number);
  }

  /** How many examples were answered. */
  int count() {
    return ids.size();
  }

  /** Numbers without an answer, ascending; none where they do not run. */
  List<Integer> missing() {
    return file.runningIds()
        ? IntStream.range(0, file.examples()).filter(i -> !numbers.contains(i)).boxed().toList()
        : List.of();
  }

  private String shown(ExampleId id) {
    return file.form() == Form.JSON_PASSAGES
        ? id.first() + "/" + id.second() + "/" + id.third()
        : String.valueOf(id.first());
  }
}
