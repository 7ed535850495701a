package dev.hypersweep.sweeps.sampling;

import dev.hypersweep.sweeps.sampling.auto.Auto;
import dev.hypersweep.sweeps.sampling.cmaes.CmaEs;
import dev.hypersweep.sweeps.sampling.gp.Gp;
import dev.hypersweep.sweeps.sampling.nsga.Nsga2;
import dev.hypersweep.sweeps.sampling.quasi.LatinHypercube;
import dev.hypersweep.sweeps.sampling.quasi.SobolSampler;
import dev.hypersweep.sweeps.sampling.tpe.Tpe;
import java.util.List;
import java.util.OptionalLong;

/** Makes samplers by their names. */
public final class Samplers {

  /** All names. */
  public static final List<String> NAMES =
      List.of("auto", "grid", "random", "sobol", "lhs", "tpe", "gp", "cmaes", "nsga2");

  /** Those for several objectives; of them {@code auto} is NSGA-II where the space is no grid. */
  public static final List<String> OF_SEVERAL =
      List.of("auto", "grid", "random", "sobol", "lhs", "nsga2");

  private Samplers() {}

  /**
   * A sampler.
   *
   * @param trials how many points will be asked for, as far as is known; 0 if it is not
   * @throws IllegalArgumentException if there is none of that name, or not for such a space
   */
  public static Sampler named(String name, Space space, long seed, int trials) {
    return switch (name) {
      case "auto" -> byObjectives(new Auto(space, seed), space, seed);
      case "grid" -> grid(space);
      case "random" -> new RandomSearch(space, seed);
      case "sobol" -> new SobolSampler(space, seed);
      case "lhs" ->
          new LatinHypercube(space, seed, trials > 0 ? trials : LatinHypercube.STANDARD_SIZE);
      case "tpe" -> byObjectives(new Tpe(space, seed), space, seed);
      case "gp" -> byObjectives(new Gp(space, seed), space, seed);
      case "cmaes" -> byObjectives(new CmaEs(space, seed), space, seed);
      case "nsga2" -> new Nsga2(space, seed);
      default -> throw new IllegalArgumentException("there is no sampler " + name);
    };
  }

  /** Models of one objective leave several to NSGA-II. */
  private static Sampler byObjectives(Sampler one, Space space, long seed) {
    return new ByObjectives(one, new Nsga2(space, seed));
  }

  private static Sampler grid(Space space) {
    OptionalLong bound = Grid.bound(space);
    if (bound.isEmpty()) {
      throw new IllegalArgumentException(
          "a grid cannot list a range without a step: add step, or use another sampler");
    }
    if (bound.getAsLong() > Allotment.MOST_RUNS) {
      throw new IllegalArgumentException(
          "the grid has more than " + Allotment.MOST_RUNS + " points: use another sampler");
    }
    return new Grid(space);
  }
}
