package dev.hypersweep.sweeps.sampling;

import dev.hypersweep.protocol.Sha256;
import dev.hypersweep.sweeps.Parameter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Independent draws (Bergstra and Bengio 2012). Points that are not admitted or were there before
 * are drawn again, at most {@value #MOST_ATTEMPTS} times; then one of the points that are left of a
 * finite space is taken, and any other counts as used up.
 *
 * <p>There is no generator with a state. A parameter's uniform number is the first 53 bits of the
 * SHA-256 of (seed, space, trial, attempt, parameter), so it depends on nothing else: neither on
 * the Java version, nor on other variants, nor on which other parameters there are.
 */
public final class RandomSearch implements Sampler {

  private static final int MOST_ATTEMPTS = 1000;
  private static final double UNIT = 0x1.0p-53;

  private final Space space;
  private final List<Parameter> parameters;
  private final long seed;
  private final Exhaustive exhaustive;

  /** Draws from a space by a seed. */
  public RandomSearch(Space space, long seed) {
    this.space = space;
    this.parameters = space.parameters();
    this.seed = seed;
    this.exhaustive = new Exhaustive(space);
  }

  @Override
  public Optional<SortedMap<String, Object>> next(History earlier) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      SortedMap<String, Object> point = draw(earlier.size(), attempt, Map.of());
      if (!earlier.contains(point) && space.admits(point)) {
        return Optional.of(point);
      }
    }
    return exhaustive.next(earlier, Draws.of(seed, space.name() + "/left", earlier.size()));
  }

  /**
   * A new point that the space admits, in which some parameters have given values.
   *
   * @param fixed values by name; those of parameters that do not exist in the point are ignored
   */
  Optional<SortedMap<String, Object>> completed(Map<String, Object> fixed, History earlier) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      SortedMap<String, Object> point = draw(earlier.size(), attempt, fixed);
      if (!earlier.contains(point) && space.admits(point)) {
        return Optional.of(point);
      }
    }
    return Optional.empty();
  }

  /** A point that the space admits, be it there before or not; empty if none was found. */
  public Optional<SortedMap<String, Object>> any(int trial) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      SortedMap<String, Object> point = draw(trial, attempt, Map.of());
      if (space.admits(point)) {
        return Optional.of(point);
      }
    }
    return Optional.empty();
  }

  private SortedMap<String, Object> draw(int trial, int attempt, Map<String, Object> fixed) {
    SortedMap<String, Object> values = new TreeMap<>();
    for (Parameter parameter : parameters) {
      if (space.exists(parameter, values)) {
        String stream = seed + "\n" + space.name() + "\n" + trial + "\n" + attempt + "\n";
        Object given = fixed.get(parameter.name());
        Object value =
            given != null ? given : parameter.domain().quantile(uniform(stream + parameter.name()));
        values.put(parameter.name(), space.coerced(parameter, value));
      }
    }
    return values;
  }

  private static double uniform(String stream) {
    byte[] hash = Sha256.digest().digest(stream.getBytes(StandardCharsets.UTF_8));
    return (ByteBuffer.wrap(hash).getLong() >>> 11) * UNIT;
  }
}
