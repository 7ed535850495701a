package dev.hypersweep.sweeps.sampling.cmaes;

import dev.hypersweep.sweeps.sampling.Draws;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The search distribution of CMA-ES and its update after a generation (Hansen 2016, The CMA
 * Evolution Strategy: A Tutorial, appendix A, with negative weights). Names are the tutorial's.
 */
final class Distribution {

  private final int n;
  private final int lambda;
  private final int mu;
  private final double[] w;
  private final double muEff;
  private final double cSigma;
  private final double dSigma;
  private final double cC;
  private final double c1;
  private final double cMu;
  private final double chi;

  private final double[] m;
  private double sigma;
  private final double[] pC;
  private final double[] pSigma;
  private final double[] c;
  private int generation;

  /** Eigenvectors in columns [n x n] and roots of eigenvalues of C. */
  private double[] b;

  private double[] d;

  Distribution(double[] mean, double sigma, int lambda) {
    this.n = mean.length;
    this.lambda = lambda;
    this.mu = lambda / 2;
    this.m = mean.clone();
    this.sigma = sigma;
    double[] raw = new double[lambda];
    Arrays.setAll(raw, i -> Math.log((lambda + 1) / 2.0) - Math.log(i + 1.0));
    double sum = 0;
    double squares = 0;
    double below = 0;
    double belowSquares = 0;
    for (int i = 0; i < lambda; i++) {
      if (i < mu) {
        sum += raw[i];
        squares += raw[i] * raw[i];
      } else {
        below += raw[i];
        belowSquares += raw[i] * raw[i];
      }
    }
    this.muEff = sum * sum / squares;
    double muEffBelow = below * below / belowSquares;
    this.cSigma = (muEff + 2) / (n + muEff + 5);
    this.dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma;
    this.cC = (4 + muEff / n) / (n + 4 + 2 * muEff / n);
    this.c1 = 2 / ((n + 1.3) * (n + 1.3) + muEff);
    this.cMu = Math.min(1 - c1, 2 * (muEff - 2 + 1 / muEff) / ((n + 2.0) * (n + 2.0) + muEff));
    this.chi = Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
    double alpha =
        Math.min(
            1 + c1 / cMu, Math.min(1 + 2 * muEffBelow / (muEff + 2), (1 - c1 - cMu) / (n * cMu)));
    this.w = new double[lambda];
    for (int i = 0; i < lambda; i++) {
      w[i] = raw[i] >= 0 && i < mu ? raw[i] / sum : alpha * raw[i] / -below;
    }
    this.pC = new double[n];
    this.pSigma = new double[n];
    this.c = new double[n * n];
    for (int i = 0; i < n; i++) {
      c[i * n + i] = 1;
    }
    decompose();
  }

  private Distribution(Distribution other) {
    this.n = other.n;
    this.lambda = other.lambda;
    this.mu = other.mu;
    this.w = other.w;
    this.muEff = other.muEff;
    this.cSigma = other.cSigma;
    this.dSigma = other.dSigma;
    this.cC = other.cC;
    this.c1 = other.c1;
    this.cMu = other.cMu;
    this.chi = other.chi;
    this.m = other.m.clone();
    this.sigma = other.sigma;
    this.pC = other.pC.clone();
    this.pSigma = other.pSigma.clone();
    this.c = other.c.clone();
    this.generation = other.generation;
    this.b = other.b;
    this.d = other.d;
  }

  Distribution copy() {
    return new Distribution(this);
  }

  int lambda() {
    return lambda;
  }

  double[] draw(Draws draws) {
    double[] z = new double[n];
    Arrays.setAll(z, i -> d[i] * draws.normal());
    double[] x = m.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        x[i] += sigma * b[i * n + j] * z[j];
      }
    }
    return x;
  }

  /**
   * Learns from a generation. Points that it did not draw itself (those of another generation, or
   * of a warm start) are pulled towards the mean (Hansen 2011, Injecting external solutions).
   *
   * @param points [lambda][n], best first
   */
  void learn(double[][] points) {
    generation++;
    double[][] y = new double[lambda][];
    double[] lengths = new double[lambda];
    for (int i = 0; i < lambda; i++) {
      double[] step = new double[n];
      for (int j = 0; j < n; j++) {
        step[j] = (points[i][j] - m[j]) / sigma;
      }
      double length = norm(whitened(step));
      double most = Math.sqrt(n) + 2.0 * n / (n + 2);
      double pull = Math.min(1, most / Math.max(1e-300, length));
      Arrays.setAll(step, j -> step[j] * pull);
      y[i] = step;
      lengths[i] = length * pull;
    }
    double[] moved = new double[n];
    for (int i = 0; i < mu; i++) {
      for (int j = 0; j < n; j++) {
        moved[j] += w[i] * y[i][j];
      }
    }
    for (int j = 0; j < n; j++) {
      m[j] += sigma * moved[j];
    }
    double[] white = whitened(moved);
    double keep = Math.sqrt(cSigma * (2 - cSigma) * muEff);
    for (int j = 0; j < n; j++) {
      pSigma[j] = (1 - cSigma) * pSigma[j] + keep * white[j];
    }
    double path = norm(pSigma);
    double correction = Math.sqrt(1 - Math.pow(1 - cSigma, 2.0 * generation));
    boolean hSigma = path / correction < (1.4 + 2 / (n + 1.0)) * chi;
    double share = hSigma ? Math.sqrt(cC * (2 - cC) * muEff) : 0;
    for (int j = 0; j < n; j++) {
      pC[j] = (1 - cC) * pC[j] + share * moved[j];
    }
    sigma *= Math.exp(Math.min(1, cSigma / dSigma * (path / chi - 1)));
    adapt(y, lengths, hSigma);
    decompose();
  }

  private void adapt(double[][] y, double[] lengths, boolean hSigma) {
    double sum = Arrays.stream(w).sum();
    double lost = hSigma ? 0 : cC * (2 - cC);
    double keep = 1 + c1 * lost - c1 - cMu * sum;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double value = keep * c[i * n + j] + c1 * pC[i] * pC[j];
        for (int k = 0; k < lambda; k++) {
          double length = lengths[k] * lengths[k] + 1e-8;
          double weight = w[k] >= 0 ? w[k] : w[k] * n / length;
          value += cMu * weight * y[k][i] * y[k][j];
        }
        c[i * n + j] = value;
        c[j * n + i] = value;
      }
    }
  }

  /** C^(-1/2) times a vector. */
  private double[] whitened(double[] vector) {
    double[] inner = new double[n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        inner[j] += b[i * n + j] * vector[i];
      }
      inner[j] /= d[j];
    }
    double[] result = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        result[i] += b[i * n + j] * inner[j];
      }
    }
    return result;
  }

  private void decompose() {
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    eigen.decompose(DMatrixRMaj.wrap(n, n, c.clone()));
    b = new double[n * n];
    d = new double[n];
    for (int j = 0; j < n; j++) {
      d[j] = Math.sqrt(Math.max(1e-20, eigen.getEigenvalue(j).getReal()));
      DMatrixRMaj vector = eigen.getEigenVector(j);
      for (int i = 0; i < n; i++) {
        b[i * n + j] = vector.get(i);
      }
    }
  }

  double[] mean() {
    return m.clone();
  }

  /** Of one coordinate. */
  double deviation(int i) {
    return sigma * Math.sqrt(Math.max(0, c[i * n + i]));
  }

  /** Whether it has become too narrow or too skewed to go on. */
  boolean isSpent() {
    double widest = Arrays.stream(d).max().orElse(0);
    double narrowest = Arrays.stream(d).min().orElse(0);
    return sigma * widest < 1e-9 || widest > 1e7 * narrowest || !Double.isFinite(sigma);
  }

  private static double norm(double[] vector) {
    double sum = 0;
    for (double one : vector) {
      sum += one * one;
    }
    return Math.sqrt(sum);
  }
}
