package dev.hypersweep.catalogue.submission;

/** How a submission file is laid out. */
public enum Form {
  /** A header, then a line per example: index, tab, answer. */
  TSV,
  /** A JSON object per example, its label a text. */
  JSON_TEXT,
  /** A JSON object per example, its label a number. */
  JSON_NUMBER,
  /** MultiRC: a JSON object per passage that holds its questions and their answers. */
  JSON_PASSAGES
}
