package dev.hypersweep.protocol;

import java.util.List;

/**
 * Several values of one metric at one step: the load of each expert of a layer, or one number of
 * each layer.
 *
 * @param name for example {@code routing/load/1}, at most 200 characters; never that of a {@link
 *     MetricPoint}
 * @param step optimiser steps done when they were taken
 * @param values finite, 1 to {@value #LONGEST}; as many at every step
 */
public record MetricArray(String name, long step, List<Double> values) {

  /** Most values of an array. */
  public static final int LONGEST = 4_096;
}
