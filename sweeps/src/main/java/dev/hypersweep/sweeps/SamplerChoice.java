package dev.hypersweep.sweeps;

import java.util.List;
import java.util.Set;

/**
 * Who chooses the points.
 *
 * @param name one of {@code Samplers.NAMES}
 * @param seed equal seeds and results give equal points
 * @param parallel trials of a variant block that are open at a time, 1 or more; null: as many as
 *     the workers need. Only for a sampler that learns
 * @param warmStart ids of stored sweeps from whose trials it learns before its own. Only for a
 *     sampler that learns
 */
public record SamplerChoice(String name, long seed, Long parallel, List<Long> warmStart) {

  public static final String AUTO = "auto";
  public static final String GRID = "grid";
  public static final String RANDOM = "random";

  /** What a definition that says nothing gets. */
  public static final SamplerChoice STANDARD = new SamplerChoice(AUTO, 0);

  private static final Set<String> UNLEARNING = Set.of(GRID, RANDOM, "sobol", "lhs");

  public SamplerChoice {
    warmStart = List.copyOf(warmStart);
  }

  /** With as many open trials as the workers need, and nothing to begin with. */
  public SamplerChoice(String name, long seed) {
    this(name, seed, null, List.of());
  }

  /** Whether its points depend on what became of earlier ones; {@code auto} may. */
  public boolean learns() {
    return !UNLEARNING.contains(name);
  }
}
