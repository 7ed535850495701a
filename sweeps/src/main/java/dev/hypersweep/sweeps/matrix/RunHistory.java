package dev.hypersweep.sweeps.matrix;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What runs have told of their datasets: the losses of the latest {@value #MOST} trials, and what a
 * run costs. From it follows the order in which the next trial's datasets decide earliest.
 */
public final class RunHistory {

  /** More trials than this tell no more, and cost time at each choice. */
  public static final int MOST = 100;

  private static final class Mean {
    private double sum;
    private int count;

    void add(double value) {
      sum += value;
      count++;
    }

    double value() {
      return sum / count;
    }
  }

  private final List<String> datasets;
  private final Map<Long, Map<String, Mean>> losses =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Map<String, Mean>> eldest) {
          return size() > MOST;
        }
      };
  private final Map<String, Mean> seconds = new HashMap<>();
  private List<String> order;

  /**
   * Nothing is known.
   *
   * @param datasets of the sweep, in its order
   */
  public RunHistory(List<String> datasets) {
    this.datasets = List.copyOf(datasets);
    this.order = this.datasets;
  }

  /**
   * A run has ended.
   *
   * @param trial any number that tells trials apart; a trial is as late as its first run
   * @param loss NaN if it has none
   * @param cost seconds that it took, above 0
   */
  public void measured(long trial, String dataset, double loss, double cost) {
    seconds.computeIfAbsent(dataset, any -> new Mean()).add(cost);
    if (!Double.isNaN(loss)) {
      losses
          .computeIfAbsent(trial, any -> new HashMap<>())
          .computeIfAbsent(dataset, any -> new Mean())
          .add(loss);
    }
    order = null;
  }

  /** The datasets, those that decide early first. */
  public List<String> order() {
    if (order == null) {
      Map<String, double[]> stored = new HashMap<>();
      Map<String, Double> costs = new HashMap<>();
      for (String dataset : datasets) {
        stored.put(
            dataset,
            losses.values().stream()
                .mapToDouble(
                    own -> own.containsKey(dataset) ? own.get(dataset).value() : Double.NaN)
                .toArray());
        if (seconds.containsKey(dataset)) {
          costs.put(dataset, seconds.get(dataset).value());
        }
      }
      order = List.copyOf(RunOrder.datasets(datasets, stored, costs));
    }
    return order;
  }
}
