package dev.hypersweep.sweeps.sampling.gp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Minimises a smooth function in a box: limited-memory BFGS (Liu and Nocedal 1989) on the
 * coordinates that are not held at a bound, with projected steps that are halved until they
 * descend.
 */
final class Lbfgs {

  /** A function with its gradient. */
  interface Smooth {
    /**
     * The value at a point.
     *
     * @param gradient filled in
     */
    double at(double[] point, double[] gradient);
  }

  private static final int MEMORY = 8;
  private static final int MOST_HALVINGS = 12;

  private final Smooth function;
  private final double[] low;
  private final double[] high;
  private final int iterations;

  Lbfgs(Smooth function, double[] low, double[] high, int iterations) {
    this.function = function;
    this.low = low;
    this.high = high;
    this.iterations = iterations;
  }

  /** The best point found from a start; the start is not changed. */
  double[] minimum(double[] start) {
    int size = start.length;
    double[] x = start.clone();
    double[] gradient = new double[size];
    double value = function.at(x, gradient);
    Deque<double[][]> pairs = new ArrayDeque<>();
    for (int i = 0; i < iterations; i++) {
      double[] direction = direction(x, gradient, pairs);
      double slope = dot(direction, gradient);
      if (!(slope < 0)) {
        if (pairs.isEmpty()) {
          return x;
        }
        pairs.clear();
        continue;
      }
      double step = pairs.isEmpty() ? Math.min(1, 0.1 / norm(direction)) : 1;
      double[] next = new double[size];
      double[] nextGradient = new double[size];
      double nextValue = Double.NaN;
      int halvings = 0;
      for (; halvings < MOST_HALVINGS; halvings++, step /= 2.5) {
        for (int j = 0; j < size; j++) {
          next[j] = Math.min(high[j], Math.max(low[j], x[j] + step * direction[j]));
        }
        nextValue = function.at(next, nextGradient);
        if (nextValue <= value + 1e-4 * step * slope) {
          break;
        }
      }
      if (halvings == MOST_HALVINGS) {
        return x;
      }
      remember(pairs, x, next, gradient, nextGradient);
      double gain = value - nextValue;
      x = next;
      gradient = nextGradient;
      value = nextValue;
      if (gain < 1e-7 * (1 + Math.abs(value))) {
        return x;
      }
    }
    return x;
  }

  /** The two-loop recursion; a coordinate that would leave the box stays. */
  private double[] direction(double[] x, double[] gradient, Deque<double[][]> pairs) {
    boolean[] held = new boolean[x.length];
    double[] q = gradient.clone();
    for (int j = 0; j < x.length; j++) {
      held[j] = (x[j] <= low[j] && gradient[j] > 0) || (x[j] >= high[j] && gradient[j] < 0);
      q[j] = held[j] ? 0 : q[j];
    }
    List<double[][]> newest = new ArrayList<>(pairs);
    double[] alpha = new double[newest.size()];
    for (int i = 0; i < alpha.length; i++) {
      double[][] pair = newest.get(i);
      alpha[i] = dot(pair[0], q) / dot(pair[0], pair[1]);
      add(q, -alpha[i], pair[1]);
    }
    if (!newest.isEmpty()) {
      double[][] last = newest.get(0);
      double scale = dot(last[0], last[1]) / dot(last[1], last[1]);
      Arrays.setAll(q, j -> q[j] * scale);
    }
    for (int i = alpha.length - 1; i >= 0; i--) {
      double[][] pair = newest.get(i);
      double beta = dot(pair[1], q) / dot(pair[0], pair[1]);
      add(q, alpha[i] - beta, pair[0]);
    }
    for (int j = 0; j < q.length; j++) {
      q[j] = held[j] ? 0 : -q[j];
    }
    return q;
  }

  private static void remember(
      Deque<double[][]> pairs, double[] x, double[] next, double[] before, double[] after) {
    double[] moved = new double[x.length];
    double[] turned = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      moved[j] = next[j] - x[j];
      turned[j] = after[j] - before[j];
    }
    if (dot(moved, turned) > 1e-12 * dot(turned, turned)) {
      pairs.addFirst(new double[][] {moved, turned});
      if (pairs.size() > MEMORY) {
        pairs.removeLast();
      }
    }
  }

  private static void add(double[] to, double factor, double[] what) {
    for (int j = 0; j < to.length; j++) {
      to[j] += factor * what[j];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static double norm(double[] a) {
    return Math.max(1e-300, Math.sqrt(dot(a, a)));
  }
}
