package dev.hypersweep.sweeps.sampling.gp;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;

/**
 * A Gaussian process after the data (Rasmussen and Williams 2006, equations 2.25 and 2.26). Points
 * that are still running narrow it where they are and do not move it (kriging believer, Ginsbourger
 * et al. 2010).
 */
final class Posterior {

  private final Data data;
  private final double[][] points;
  private final double[] weights;
  private final double signal;
  private final int told;

  /** [n x n] inverse of the Cholesky factor of all points' covariance, lower triangle. */
  private final double[] inverse;

  /** [told] solution for the targets. */
  private final double[] alpha;

  private final double[] k;
  private final double[] slope;
  private final double[] v;

  /** Mean and deviation at the last point asked about. */
  private double mean;

  private double deviation;

  /**
   * The process.
   *
   * @param running coordinates of points without a target
   */
  Posterior(Data data, double[][] running, Hyperparameters parameters) {
    this.data = data;
    this.told = data.size();
    this.points = Arrays.copyOf(data.points(), told + running.length);
    System.arraycopy(running, 0, points, told, running.length);
    this.weights = parameters.weights();
    this.signal = parameters.signal();
    int size = points.length;
    DMatrixRMaj covariance = new DMatrixRMaj(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        double value = signal * Matern.value(distance(points[i], points[j]));
        covariance.data[i * size + j] = value;
        covariance.data[j * size + i] = value;
      }
      covariance.data[i * size + i] = signal + parameters.noise();
    }
    double jitter = 1e-9 * signal;
    CholeskyDecompositionInner_DDRM cholesky = new CholeskyDecompositionInner_DDRM(true);
    while (!cholesky.decompose(covariance.copy())) {
      jitter *= 10;
      for (int i = 0; i < size; i++) {
        covariance.data[i * size + i] += jitter;
      }
    }
    double[] factor = cholesky.getT(null).data;
    this.inverse = new double[size * size];
    invert(factor, inverse, size);
    // The told points come first, so that their factor is the leading block.
    double[] solved = new double[told];
    for (int i = 0; i < told; i++) {
      double sum = 0;
      for (int j = 0; j <= i; j++) {
        sum += inverse[i * size + j] * data.targets()[j];
      }
      solved[i] = sum;
    }
    this.alpha = new double[told];
    for (int i = 0; i < told; i++) {
      for (int j = 0; j <= i; j++) {
        alpha[j] += inverse[i * size + j] * solved[i];
      }
    }
    this.k = new double[size];
    this.slope = new double[size];
    this.v = new double[size];
  }

  private static void invert(double[] factor, double[] inverse, int size) {
    TriangularSolver_DDRM.invertLower(factor, inverse, size);
    for (int i = 0; i < size; i++) {
      Arrays.fill(inverse, i * size + i + 1, (i + 1) * size, 0);
    }
  }

  private double distance(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < weights.length; d++) {
      sum += weights[d] * data.squared(d, a[d], b[d]);
    }
    return sum;
  }

  /** Computes {@link #mean} and {@link #deviation} at a point. */
  void ask(double[] point) {
    int size = points.length;
    mean = 0;
    for (int i = 0; i < size; i++) {
      double r = Math.sqrt(5 * distance(points[i], point));
      double decay = signal * Math.exp(-r);
      k[i] = (1 + r + r * r / 3) * decay;
      slope[i] = -5.0 / 6 * (1 + r) * decay;
      if (i < told) {
        mean += k[i] * alpha[i];
      }
    }
    double explained = 0;
    for (int i = 0; i < size; i++) {
      double sum = 0;
      int row = i * size;
      for (int j = 0; j <= i; j++) {
        sum += inverse[row + j] * k[j];
      }
      v[i] = sum;
      explained += sum * sum;
    }
    deviation = Math.sqrt(Math.max(1e-12 * signal, signal - explained));
  }

  double mean() {
    return mean;
  }

  double deviation() {
    return deviation;
  }

  /** Mean at a told point, without its variance. */
  double meanAt(int index) {
    double sum = 0;
    for (int i = 0; i < told; i++) {
      sum += alpha[i] * signal * Matern.value(distance(points[i], points[index]));
    }
    return sum;
  }

  /**
   * Derivatives of mean and deviation by the numeric coordinates, after {@link #ask} at the same
   * point; 0 for choices and what does not exist.
   */
  void gradients(double[] point, double[] ofMean, double[] ofDeviation) {
    int size = points.length;
    double[] u = new double[size];
    for (int i = 0; i < size; i++) {
      int row = i * size;
      for (int j = 0; j <= i; j++) {
        u[j] += inverse[row + j] * v[i];
      }
    }
    for (int d = 0; d < point.length; d++) {
      ofMean[d] = 0;
      ofDeviation[d] = 0;
      if (Double.isNaN(point[d]) || data.cube().dimension(d).isChoice()) {
        continue;
      }
      for (int i = 0; i < size; i++) {
        double dk = slope[i] * 2 * weights[d] * Data.difference(point[d], points[i][d]);
        ofMean[d] += i < told ? alpha[i] * dk : 0;
        ofDeviation[d] -= u[i] * dk / deviation;
      }
    }
  }
}
