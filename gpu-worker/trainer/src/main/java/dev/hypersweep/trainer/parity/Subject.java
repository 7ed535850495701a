package dev.hypersweep.trainer.parity;

/**
 * What a line of the report is about.
 *
 * @param path a case's folder, or a {@code .jsonl} file, as seen from the folder that was asked for
 * @param metric the metric whose cases of that file are meant; null for a folder
 */
record Subject(String path, String metric) {

  static Subject folder(String path) {
    return new Subject(path, null);
  }

  /** In one piece, for people. */
  String name() {
    return metric == null ? path : path + " " + metric;
  }
}
