package dev.hypersweep.sweeps.sampling.auto;

import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.Sampler;
import dev.hypersweep.sweeps.sampling.Space;
import dev.hypersweep.sweeps.sampling.cmaes.CmaEs;
import dev.hypersweep.sweeps.sampling.cube.UnitCube;
import dev.hypersweep.sweeps.sampling.gp.Gp;
import dev.hypersweep.sweeps.sampling.tpe.Tpe;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * The default sampler of one objective. It begins quasi-randomly, then
 *
 * <ul>
 *   <li>up to {@value #PAYS} trials and {@value #MOST_DIMENSIONS} parameters: the Gaussian process,
 *       which makes most of few trials; where parameters are conditional in turn with TPE, which
 *       does not give branches up so early;
 *   <li>later, where all parameters are numbers and always exist: CMA-ES from the best trials, in
 *       turn with TPE;
 *   <li>else TPE, whose time does not grow.
 * </ul>
 */
public final class Auto implements Sampler {

  private static final int PAYS = 200;
  private static final int MOST_DIMENSIONS = 40;

  private final boolean large;
  private final boolean conditional;
  private final boolean numeric;
  private final Sampler process;
  private final Sampler parzen;
  private final Sampler evolution;

  /** Of a space and a seed. */
  public Auto(Space space, long seed) {
    UnitCube cube = new UnitCube(space);
    this.large = cube.size() > MOST_DIMENSIONS;
    this.conditional = cube.isConditional();
    this.numeric =
        !conditional
            && IntStream.range(0, cube.size()).noneMatch(j -> cube.dimension(j).isChoice());
    this.process = new Gp(space, seed);
    this.parzen = new Tpe(space, seed);
    this.evolution = new CmaEs(space, seed, PAYS);
  }

  @Override
  public Optional<SortedMap<String, Object>> next(History history) {
    return chosen(history).next(history);
  }

  private Sampler chosen(History history) {
    if (large || (conditional && history.size() % 2 == 1)) {
      return parzen;
    }
    if (history.settled() < PAYS) {
      // Many that run at a time make it no cheaper.
      return history.all().size() < 2 * PAYS ? process : parzen;
    }
    return numeric && history.size() % 2 == 0 ? evolution : parzen;
  }
}
