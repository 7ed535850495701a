package dev.hypersweep.sweeps;

/**
 * Who chooses the points.
 *
 * @param name {@code auto}, {@code grid} or {@code random}
 * @param seed equal seeds give equal points
 */
public record SamplerChoice(String name, long seed) {

  public static final String AUTO = "auto";
  public static final String GRID = "grid";
  public static final String RANDOM = "random";

  /** What a definition that says nothing gets. */
  public static final SamplerChoice STANDARD = new SamplerChoice(AUTO, 0);
}
