package dev.hypersweep.orchestrator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Fewer points of a curve, with every spike kept: the curve is cut into stretches of equal length,
 * and of each the lowest and the highest point stay, as do the first and the last of all.
 */
public final class MinMaxSampling {

  private MinMaxSampling() {}

  /**
   * At most {@code limit} of the points, in their order; the same list if there are no more.
   *
   * @param limit 4 or more
   */
  public static <P> List<P> of(List<P> points, int limit, ToDoubleFunction<P> value) {
    if (limit < 4) {
      throw new IllegalArgumentException("limit " + limit + " is below 4");
    }
    int size = points.size();
    if (size <= limit) {
      return points;
    }
    List<P> kept = new ArrayList<>(limit);
    kept.add(points.get(0));
    int stretches = (limit - 2) / 2;
    int inner = size - 2;
    for (int stretch = 0; stretch < stretches; stretch++) {
      int from = 1 + (int) ((long) inner * stretch / stretches);
      int to = 1 + (int) ((long) inner * (stretch + 1) / stretches);
      keepExtremes(points, from, to, value, kept);
    }
    kept.add(points.get(size - 1));
    return kept;
  }

  private static <P> void keepExtremes(
      List<P> points, int from, int to, ToDoubleFunction<P> value, List<P> kept) {
    int lowest = from;
    int highest = from;
    for (int i = from + 1; i < to; i++) {
      double current = value.applyAsDouble(points.get(i));
      if (current < value.applyAsDouble(points.get(lowest))) {
        lowest = i;
      }
      if (current > value.applyAsDouble(points.get(highest))) {
        highest = i;
      }
    }
    kept.add(points.get(Math.min(lowest, highest)));
    if (lowest != highest) {
      kept.add(points.get(Math.max(lowest, highest)));
    }
  }
}
