package dev.hypersweep.statistics;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The noncentral t distribution: (Z + δ) / S with Z standard normal and S an independent estimate
 * of the standard deviation 1, S² ~ χ²(ν) / ν. It is what a t statistic follows if there is an
 * effect.
 *
 * @param degreesOfFreedom ν, 1 or more
 * @param noncentrality δ
 */
public record NoncentralT(double degreesOfFreedom, double noncentrality) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Steps of S from its centre in units of 1/√ν; its density is nothing beyond. */
  private static final int REACH = 10;

  /**
   * P(T > t) = E[Φ(δ - t S)], integrated over the density of S, which is proportional to s^(ν-1)
   * e^(-ν s² / 2). Absolute error below 1e-11.
   */
  public double survivalProbability(double t) {
    double[] edges = edges(t);
    double mass = GaussLegendre.integral(this::density, edges);
    double above =
        GaussLegendre.integral(
            s -> density(s) * NORMAL.cumulativeProbability(noncentrality - t * s), edges);
    return Math.min(1, above / mass);
  }

  /** P(T <= t). */
  public double cumulativeProbability(double t) {
    return new NoncentralT(degreesOfFreedom, -noncentrality).survivalProbability(-t);
  }

  /** Without its constant factor, 1 at s = 1. */
  private double density(double s) {
    return StrictMath.exp(
        (degreesOfFreedom - 1) * StrictMath.log(s) - degreesOfFreedom * (s - 1) * (s + 1) / 2);
  }

  /** Panels half a unit of S wide, and finer ones where Φ climbs from 0 to 1. */
  private double[] edges(double t) {
    double unit = 1 / Math.sqrt(degreesOfFreedom);
    double low = Math.max(0, 1 - REACH * unit);
    double high = 1 + REACH * unit;
    DoubleStream broad =
        IntStream.rangeClosed(-2 * REACH, 2 * REACH).mapToDouble(i -> 1 + i * unit / 2);
    DoubleStream fine = IntStream.rangeClosed(-9, 9).mapToDouble(i -> (noncentrality + i) / t);
    return DoubleStream.concat(DoubleStream.of(low, high), DoubleStream.concat(broad, fine))
        .filter(s -> s >= low && s <= high)
        .sorted()
        .distinct()
        .toArray();
  }
}
