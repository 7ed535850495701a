package dev.hypersweep.statistics;

import java.util.function.DoubleUnaryOperator;

/**
 * Integrals of smooth functions: the Gauss-Legendre rule of 20 nodes on each panel, exact for
 * polynomials up to degree 39 (C. F. Gauss, Methodus nova integralium valores per approximationem
 * inveniendi, 1814).
 */
final class GaussLegendre {

  private static final int N = 20;
  private static final double[] NODES = new double[N];
  private static final double[] WEIGHTS = new double[N];

  static {
    for (int i = 0; i < N; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (N + 0.5));
      double slope = 1;
      for (int step = 0; step < 10; step++) {
        double previous = 1;
        double value = x;
        for (int degree = 2; degree <= N; degree++) {
          double next = ((2 * degree - 1) * x * value - (degree - 1) * previous) / degree;
          previous = value;
          value = next;
        }
        slope = N * (x * value - previous) / (x * x - 1);
        x -= value / slope;
      }
      NODES[i] = x;
      WEIGHTS[i] = 2 / ((1 - x * x) * slope * slope);
    }
  }

  private GaussLegendre() {}

  /** The integral over the panels between neighbouring edges, which ascend. */
  static double integral(DoubleUnaryOperator function, double... edges) {
    double sum = 0;
    for (int panel = 1; panel < edges.length; panel++) {
      double half = (edges[panel] - edges[panel - 1]) / 2;
      double middle = (edges[panel] + edges[panel - 1]) / 2;
      for (int i = 0; i < N; i++) {
        sum += half * WEIGHTS[i] * function.applyAsDouble(middle + half * NODES[i]);
      }
    }
    return sum;
  }
}
