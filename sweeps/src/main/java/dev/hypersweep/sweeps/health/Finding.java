package dev.hypersweep.sweeps.health;

import java.util.Map;

/**
 * Something that people should know of a sweep.
 *
 * @param kind what it is about
 * @param place in the definition that it is about, for example {@code parameters.dropout}; empty if
 *     nothing there would mend it
 * @param subject the parameter or cause that it is about; empty if the whole sweep
 * @param text what was seen, in one or two sentences for people
 * @param advice what to do, in a sentence
 * @param numbers what it rests on, by name
 */
public record Finding(
    Kind kind,
    String place,
    String subject,
    String text,
    String advice,
    Map<String, Double> numbers) {

  /** How much a finding should worry. */
  public enum Severity {
    /** The sweep does not do what it should. */
    PROBLEM,
    /** Its results mean less than they seem to, or could be better. */
    WARNING,
    /** Good to know. */
    HINT,
    /** As it should be. */
    GOOD
  }

  /** What findings are about. */
  public enum Kind {
    /** Every trial, or every one with some choice, fails, and for one cause. */
    ONE_CAUSE(Severity.PROBLEM),
    /** Seeds differ more than trials do. */
    NOISE(Severity.WARNING),
    /** The leaders cannot be told apart with the seeds that there are. */
    MORE_SEEDS(Severity.WARNING),
    /** The leaders can be told apart. */
    SEPARATED(Severity.GOOD),
    /** The best trials lie at the end of a parameter's range. */
    EDGE(Severity.WARNING),
    /** A parameter changes nothing that can be seen. */
    NO_EFFECT(Severity.HINT),
    /** There are too few trials or seeds to look for some of these. */
    TOO_LITTLE(Severity.HINT);

    private final Severity severity;

    Kind(Severity severity) {
      this.severity = severity;
    }
  }

  public Finding {
    numbers = Map.copyOf(numbers);
  }

  /** How much it should worry. */
  public Severity severity() {
    return kind.severity;
  }
}
