package dev.hypersweep.statistics.nonparametric;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * The test of H. B. Mann and D. R. Whitney, On a Test of Whether one of Two Random Variables is
 * Stochastically Larger than the Other, The Annals of Mathematical Statistics 18 (1947).
 *
 * @param u number of pairs in which the first sample's value is higher, ties one half
 * @param p two-sided, normal approximation with corrections for ties and continuity; 1 if all
 *     values are equal
 */
public record MannWhitney(double u, double p) {

  /** Compares two independent samples of one value or more, none of them NaN. */
  public static MannWhitney of(double[] a, double[] b) {
    var test =
        MannWhitneyUTest.withDefaults()
            .with(PValueMethod.ASYMPTOTIC)
            .with(ContinuityCorrection.ENABLED);
    double u = test.statistic(a, b);
    boolean constant =
        DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).distinct().limit(2).count() == 1;
    return new MannWhitney(u, constant ? 1 : test.test(a, b).getPValue());
  }
}
