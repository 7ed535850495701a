package dev.hypersweep.sweeps.health;

import java.util.Map;

/**
 * Something that people should know of a sweep.
 *
 * @param kind what it is about
 * @param subject the parameter or cause that it is about; empty if the whole sweep
 * @param text one or two sentences for people
 * @param numbers what it rests on, by name
 */
public record Finding(Kind kind, String subject, String text, Map<String, Double> numbers) {

  /** What findings are about. */
  public enum Kind {
    /** The best trials lie at the end of a parameter's range. */
    EDGE,
    /** A parameter changes nothing that can be seen. */
    NO_EFFECT,
    /** Every trial fails, and for one cause. */
    ONE_CAUSE,
    /** Seeds differ more than trials do. */
    NOISE,
    /** The leaders cannot be told apart with the seeds that there are. */
    MORE_SEEDS,
    /** The leaders can be told apart. */
    SEPARATED
  }

  public Finding {
    numbers = Map.copyOf(numbers);
  }
}
