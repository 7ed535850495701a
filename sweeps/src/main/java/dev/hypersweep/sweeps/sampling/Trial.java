package dev.hypersweep.sweeps.sampling;

import java.util.SortedMap;

/**
 * A point and what became of it.
 *
 * @param point values of the parameters that exist in it
 */
public record Trial(SortedMap<String, Object> point, Result result) {

  /** Whether it is still to be told. */
  public boolean isRunning() {
    return result instanceof Result.Running;
  }

  Trial with(Result ended) {
    return new Trial(point, ended);
  }
}
