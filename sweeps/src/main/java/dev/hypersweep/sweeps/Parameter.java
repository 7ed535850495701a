package dev.hypersweep.sweeps;

/**
 * Something that a sweep varies.
 *
 * @param name a catalogue setting, or {@code variant}
 * @param domain its values
 * @param when under which values of other parameters it exists; null for always
 */
public record Parameter(String name, Domain domain, Condition when) {

  /** The parameter that chooses the architecture in a sweep without {@code variants:}. */
  public static final String VARIANT = "variant";
}
