package dev.hypersweep.catalogue.submission;

/**
 * Something that is wrong with a submission.
 *
 * @param file its name
 * @param line from 1, the header included; 0 if it concerns the whole file
 * @param what is wrong, and what should be there
 */
public record SubmissionFault(String file, int line, String what) {

  @Override
  public String toString() {
    return line == 0 ? file + ": " + what : file + " line " + line + ": " + what;
  }
}
