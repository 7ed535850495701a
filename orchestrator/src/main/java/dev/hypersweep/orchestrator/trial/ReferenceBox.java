package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.statistics.search.Hypervolume;
import dev.hypersweep.statistics.search.Objectives;
import dev.hypersweep.sweeps.sampling.Goal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The box in which a front's hypervolume is taken: from the best value of each objective to a tenth
 * of the range beyond the worst, so that the extremes of a front count, too (H. Ishibuchi et al.,
 * How to Specify a Reference Point in Hypervolume Calculation, 2018).
 *
 * @param ideal losses
 * @param reference losses
 */
record ReferenceBox(double[] ideal, double[] reference) {

  private static final double BEYOND = 0.1;

  /** Of four objectives the volume of more points would take too long. */
  private static final int MOST_OF_FOUR = 200;

  private static final int MOST = 2000;

  /** The box of these losses, at least one. */
  static ReferenceBox of(List<double[]> losses) {
    int objectives = losses.get(0).length;
    double[] ideal = new double[objectives];
    double[] reference = new double[objectives];
    for (int j = 0; j < objectives; j++) {
      int objective = j;
      ideal[j] = losses.stream().mapToDouble(one -> one[objective]).min().orElseThrow();
      double worst = losses.stream().mapToDouble(one -> one[objective]).max().orElseThrow();
      reference[j] = worst + BEYOND * (worst - ideal[j]);
    }
    return new ReferenceBox(ideal, reference);
  }

  /** Its volume. */
  double volume() {
    double volume = 1;
    for (int j = 0; j < ideal.length; j++) {
      volume *= reference[j] - ideal[j];
    }
    return volume;
  }

  /** The part of the box that the points of a front beat; null where that cannot be said. */
  Double share(List<double[]> front) {
    if (!(volume() > 0) || front.size() > (ideal.length > 3 ? MOST_OF_FOUR : MOST)) {
      return null;
    }
    double[][] points = front.stream().map(this::scaled).toArray(double[][]::new);
    double[] corner = new double[ideal.length];
    Arrays.fill(corner, 1);
    return Hypervolume.of(points, corner, new Objectives(new boolean[ideal.length])).value();
  }

  private double[] scaled(double[] losses) {
    double[] scaled = new double[losses.length];
    for (int j = 0; j < scaled.length; j++) {
      scaled[j] = (losses[j] - ideal[j]) / (reference[j] - ideal[j]);
    }
    return scaled;
  }

  /** Losses as values. */
  static List<Double> values(double[] losses, List<Goal> goals) {
    List<Double> values = new ArrayList<>();
    for (int j = 0; j < losses.length; j++) {
      values.add(goals.get(j).loss(losses[j]));
    }
    return values;
  }
}
