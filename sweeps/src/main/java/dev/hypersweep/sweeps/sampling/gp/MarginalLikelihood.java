package dev.hypersweep.sweeps.sampling.gp;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;

/**
 * Minus the logarithm of the posterior density of hyperparameters, with its gradient (Rasmussen and
 * Williams 2006, equations 5.8 and 5.9, and a prior).
 */
final class MarginalLikelihood implements Lbfgs.Smooth {

  private final int size;
  private final int dimensions;
  private final double[] targets;

  /** [dimension][pair i > j]: squared distances. */
  private final double[][] squared;

  private final double[] distance;
  private final double[] slope;
  private final DMatrixRMaj covariance;
  private final DMatrixRMaj inverse;
  private final double[] alpha;

  MarginalLikelihood(Data data) {
    this.size = data.size();
    this.dimensions = data.cube().size();
    this.targets = data.targets();
    int pairs = size * (size - 1) / 2;
    this.squared = new double[dimensions][pairs];
    this.distance = new double[pairs];
    this.slope = new double[pairs];
    this.covariance = new DMatrixRMaj(size, size);
    this.inverse = new DMatrixRMaj(size, size);
    this.alpha = new double[size];
    for (int d = 0; d < dimensions; d++) {
      int pair = 0;
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < i; j++) {
          squared[d][pair++] = data.squared(d, data.points()[i][d], data.points()[j][d]);
        }
      }
    }
  }

  @Override
  public double at(double[] values, double[] gradient) {
    Hyperparameters parameters = new Hyperparameters(values);
    double signal = parameters.signal();
    double noise = parameters.noise();
    double[] weights = parameters.weights();
    fill(weights, signal, noise);
    LinearSolverChol_DDRM solver =
        new LinearSolverChol_DDRM(new CholeskyDecompositionInner_DDRM(true));
    if (!solver.setA(covariance)) {
      return Double.POSITIVE_INFINITY;
    }
    double logDeterminant = 0;
    DMatrixRMaj factor = solver.getDecomposition().getT(null);
    for (int i = 0; i < size; i++) {
      logDeterminant += 2 * Math.log(factor.data[i * size + i]);
    }
    solver.invert(inverse);
    double fit = 0;
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += inverse.data[i * size + j] * targets[j];
      }
      alpha[i] = sum;
      fit += sum * targets[i];
    }
    gradient(weights, signal, noise, gradient, fit);
    return (fit + logDeterminant) / 2 + parameters.penalty(gradient);
  }

  private void fill(double[] weights, double signal, double noise) {
    Arrays.fill(distance, 0);
    for (int d = 0; d < dimensions; d++) {
      double weight = weights[d];
      double[] one = squared[d];
      for (int p = 0; p < distance.length; p++) {
        distance[p] += weight * one[p];
      }
    }
    int pair = 0;
    double[] k = covariance.data;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        double r = Math.sqrt(5 * distance[pair]);
        double decay = signal * Math.exp(-r);
        double value = (1 + r + r * r / 3) * decay;
        slope[pair++] = -5.0 / 6 * (1 + r) * decay;
        k[i * size + j] = value;
        k[j * size + i] = value;
      }
      k[i * size + i] = signal + noise;
    }
  }

  private void gradient(
      double[] weights, double signal, double noise, double[] gradient, double fit) {
    // Half the trace of (K^-1 - alpha alpha^T) dK; pairs stand for both triangles.
    int pair = 0;
    double diagonal = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        slope[pair++] *= inverse.data[i * size + j] - alpha[i] * alpha[j];
      }
      diagonal += inverse.data[i * size + i] - alpha[i] * alpha[i];
    }
    for (int d = 0; d < dimensions; d++) {
      double sum = 0;
      double[] one = squared[d];
      for (int p = 0; p < slope.length; p++) {
        sum += slope[p] * one[p];
      }
      gradient[d] = weights[d] * sum;
    }
    // K = signal part + noise I, and the trace of K^-1 K is n.
    gradient[dimensions + 1] = noise * diagonal / 2;
    gradient[dimensions] = (size - fit) / 2 - gradient[dimensions + 1];
  }
}
