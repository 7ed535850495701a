package dev.hypersweep.statistics;

import java.util.List;

/**
 * A benchmark's score: the mean over datasets (strata) of the mean over seeds, each dataset with
 * the same weight however many seeds it has.
 *
 * <p>Its squared error is Σ s_k²/n_k / K², since seeds are drawn independently per dataset; the
 * datasets themselves are fixed, not a sample (W. G. Cochran, Sampling Techniques, 1977, theorem
 * 5.3). Degrees of freedom by {@link Satterthwaite}.
 */
public final class StratifiedMean {

  private StratifiedMean() {}

  /**
   * The score of one row; its error is unknown if any dataset has a single value.
   *
   * @param strata one sample per dataset, 1 or more
   */
  public static Estimate of(List<Sample> strata) {
    if (strata.isEmpty()) {
      throw new IllegalArgumentException("a score needs a dataset");
    }
    int count = strata.size();
    double mean = 0;
    Satterthwaite error = new Satterthwaite();
    for (Sample sample : strata) {
      mean += sample.mean() / count;
      Estimate stratum = sample.estimate();
      error.add(stratum.squaredError() / count / count, stratum.degreesOfFreedom());
    }
    return new Estimate(mean, error.variance(), error.degreesOfFreedom());
  }
}
