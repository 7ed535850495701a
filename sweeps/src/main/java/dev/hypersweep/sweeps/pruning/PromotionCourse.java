package dev.hypersweep.sweeps.pruning;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/**
 * How far a number of trials are trained if their losses come in a certain order.
 *
 * @param trials that are trained to each step
 * @param steps of all trials together
 */
public record PromotionCourse(SortedMap<Long, Integer> trials, long steps) {

  /** The earliest trial is the best, and each later one worse: hardly anybody is promoted. */
  public static PromotionCourse ofBestFirst(Promotion promotion, int trials) {
    return of(promotion, trials, trial -> trial);
  }

  /** Each trial is better than all before it: as many are promoted as ever can be. */
  public static PromotionCourse ofBestLast(Promotion promotion, int trials) {
    return of(promotion, trials, trial -> -trial);
  }

  private static PromotionCourse of(Promotion promotion, int trials, IntToDoubleFunction loss) {
    SortedMap<Long, Integer> counts = new TreeMap<>();
    long steps = 0;
    for (int begun = 0; begun <= trials; begun++) {
      if (begun < trials) {
        steps += reach(promotion, promotion.begin(), loss, counts);
      } else {
        promotion.close();
      }
      for (var next = promotion.promoted(); next.isPresent(); next = promotion.promoted()) {
        steps += reach(promotion, next.get(), loss, counts);
      }
    }
    return new PromotionCourse(counts, steps);
  }

  private static long reach(
      Promotion promotion, RungJob job, IntToDoubleFunction loss, SortedMap<Long, Integer> counts) {
    counts.merge(job.to(), 1, Integer::sum);
    promotion.reached(job.trial(), loss.applyAsDouble(job.trial()));
    return job.to() - job.from();
  }
}
