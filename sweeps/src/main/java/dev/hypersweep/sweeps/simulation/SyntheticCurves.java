package dev.hypersweep.sweeps.simulation;

import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.Space;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * Curves that are made up: power laws {@code end + gain · step^-rate} with noise. The end is a bowl
 * around a point of the space that the seed chooses, so that some parameters matter more than
 * others; points differ in how fast they come down, so that curves cross.
 */
public final class SyntheticCurves implements Curves {

  private static final double NOISE = 0.01;

  private final Space space;
  private final List<Place> places;
  private final long steps;
  private final double seconds;
  private final long seed;

  /**
   * Curves on a space.
   *
   * @param steps of a run; it reports at each of them
   * @param seconds that a run takes on the mean; fast ones half, slow ones twice as long
   */
  public SyntheticCurves(Space space, List<Place> places, long steps, double seconds, long seed) {
    if (steps < 1 || steps > 100_000) {
      throw new IllegalArgumentException("steps are 1 to 100000, not " + steps);
    }
    this.space = space;
    this.places = List.copyOf(places);
    this.steps = steps;
    this.seconds = seconds;
    this.seed = seed;
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public List<Place> places() {
    return places;
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public List<Curve> of(SortedMap<String, Object> point) {
    double end = 0.5;
    for (Parameter parameter : space.parameters()) {
      Object value = point.get(parameter.name());
      if (value != null) {
        Draws draws = Draws.of(seed, "synthetic\n" + parameter.name(), 0);
        double away = parameter.domain().position(value) - draws.uniform();
        end += 2 * draws.uniform() * draws.uniform() * away * away;
      }
    }
    Draws own = Draws.of(seed, "curve\n" + point, 0);
    double rate = 0.4 + own.uniform();
    double gain = 1 + own.uniform();
    double time = seconds * StrictMath.pow(2, 2 * own.uniform() - 1);
    double whole = end;
    return places.stream().map(place -> curve(place, point, whole, rate, gain, time)).toList();
  }

  private Curve curve(
      Place place,
      SortedMap<String, Object> point,
      double end,
      double rate,
      double gain,
      double time) {
    Draws draws = Draws.of(seed, place.dataset() + "\n" + point, place.seed());
    double offset = places.size() == 1 ? 0 : NOISE * 2 * draws.normal();
    long[] at = new long[(int) steps];
    double[] losses = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = i + 1L;
      losses[i] = end + offset + gain * StrictMath.pow(i + 1.0, -rate) + NOISE * draws.normal();
    }
    return new Curve(at, losses, time);
  }

  @Override
  public OptionalDouble optimum() {
    return OptionalDouble.empty();
  }
}
