package dev.hypersweep.orchestrator.study;

import java.util.List;
import java.util.SortedMap;

/**
 * Something that happened in a study.
 *
 * @param params the point that was asked, else null
 * @param step of a report, else null
 * @param values one per objective of a tell or report, else null
 * @param prune the answer to a report, else null
 */
record StudyEvent(
    Kind kind,
    int trial,
    SortedMap<String, Object> params,
    Long step,
    List<Double> values,
    Boolean prune) {

  enum Kind {
    ASK,
    TELL,
    FAIL,
    PRUNE,
    REPORT
  }

  static StudyEvent ask(int trial, SortedMap<String, Object> params) {
    return new StudyEvent(Kind.ASK, trial, params, null, null, null);
  }

  static StudyEvent end(Kind kind, int trial, List<Double> values) {
    return new StudyEvent(kind, trial, null, null, values, null);
  }

  static StudyEvent report(int trial, long step, List<Double> values, boolean prune) {
    return new StudyEvent(Kind.REPORT, trial, null, step, values, prune);
  }
}
