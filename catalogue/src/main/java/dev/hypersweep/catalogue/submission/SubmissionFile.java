package dev.hypersweep.catalogue.submission;

/**
 * One file of a submission.
 *
 * @param task as the benchmark's makers write it
 * @param dataset catalogue name of the dataset whose test split it answers
 * @param split name of that split
 * @param name of the file
 * @param form how it is laid out
 * @param answers what it may say
 * @param examples in the official test split
 * @param runningIds whether these are numbered 0, 1, 2, ..; else their ids are only unique
 */
public record SubmissionFile(
    String task,
    String dataset,
    String split,
    String name,
    Form form,
    Answers answers,
    int examples,
    boolean runningIds) {

  /** The first line of a {@link Form#TSV}. */
  public static final String HEADER = "index\tprediction";
}
