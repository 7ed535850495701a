package dev.hypersweep.sweeps.sampling.cube;

import dev.hypersweep.sweeps.Choices;
import dev.hypersweep.sweeps.Domain;
import dev.hypersweep.sweeps.Integers;
import dev.hypersweep.sweeps.Parameter;
import java.util.OptionalLong;

/**
 * One parameter as a coordinate. Numbers and ordered choices lie in the unit interval; of a few
 * values each has a cell of it, and its coordinate is the cell's middle. The coordinate of an
 * unordered choice is its index.
 */
public final class Dimension {

  /** Ranges of more values than this are taken for continuous. */
  private static final int MOST_LEVELS = 1024;

  private final Parameter parameter;
  private final boolean choice;
  private final double[] edges;

  Dimension(Parameter parameter) {
    this.parameter = parameter;
    Domain domain = parameter.domain();
    this.choice = domain instanceof Choices choices && !choices.ordered();
    OptionalLong size = domain.size();
    boolean few = size.isPresent() && (choice || size.getAsLong() <= MOST_LEVELS);
    this.edges = few ? edges(domain, (int) size.getAsLong()) : null;
  }

  private static double[] edges(Domain domain, int levels) {
    double[] edges = new double[levels + 1];
    for (int i = 0; i <= levels; i++) {
      edges[i] = (double) i / levels;
    }
    if (domain instanceof Integers range && range.log()) {
      double from = StrictMath.log(range.low() - 0.5);
      double to = StrictMath.log(range.high() + 0.5);
      for (int i = 1; i < levels; i++) {
        edges[i] = (StrictMath.log(range.low() + i - 0.5) - from) / (to - from);
      }
    }
    return edges;
  }

  /** The parameter. */
  public Parameter parameter() {
    return parameter;
  }

  /** Whether values have no order. */
  public boolean isChoice() {
    return choice;
  }

  /** Whether the values are few and ordered: each has a cell. */
  public boolean isStepped() {
    return edges != null && !choice;
  }

  /** How many values there are; 0 for a continuous dimension. */
  public int levels() {
    return edges == null ? 0 : edges.length - 1;
  }

  /** Lower edge of a value's cell; the upper one of the value before it. */
  public double edge(int level) {
    return edges[level];
  }

  /** The coordinate of a value, from 0, of a dimension of few values. */
  public double at(int level) {
    return choice ? level : (edges[level] + edges[level + 1]) / 2;
  }

  /** The value's index, from 0, of a coordinate of a dimension of few values. */
  public int level(double coordinate) {
    if (choice) {
      return (int) coordinate;
    }
    int low = 0;
    int high = levels() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (edges[middle] <= coordinate) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The nearest coordinate that stands for a value. */
  public double snapped(double coordinate) {
    double inside = choice ? coordinate : Math.min(1, Math.max(0, coordinate));
    return edges == null ? inside : at(level(inside));
  }

  /** The coordinate for a uniform number: values are as likely as the domain says. */
  public double drawn(double uniform) {
    if (choice) {
      return Math.min(levels() - 1, (int) (uniform * levels()));
    }
    return snapped(uniform);
  }

  double encoded(Object value) {
    double position = parameter.domain().position(value);
    return choice ? Math.floor(position * levels()) : snapped(position);
  }

  Object decoded(double coordinate) {
    if (edges != null) {
      return parameter.domain().at(level(coordinate));
    }
    return parameter.domain().quantile(Math.min(Math.nextDown(1.0), Math.max(0, coordinate)));
  }
}
