package dev.hypersweep.trainer.train;

import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.trainer.model.Losses;
import dev.hypersweep.trainer.moe.gate.AuxiliaryLoss;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.moe.gate.RoutingStatistics;
import dev.hypersweep.trainer.nn.Pass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the routers of a model spread one batch, as metrics: {@code routing/load/I} [N] of the I-th
 * sparse layer, from 1, and with one value per sparse layer {@code routing/entropy}, {@code
 * routing/dropped}, {@code routing/dead} and each auxiliary loss, not weighted. Of a batch in
 * parts, each part counts by its assignments of tokens to experts.
 */
final class RoutingReport {

  private static final String LOAD = "load/";

  private final SortedMap<String, double[]> sums = new TreeMap<>();
  private double assignments;
  private int layers;

  /** Adds a part; autograd must not be recording. */
  void add(Pass pass, Losses losses) {
    layers = losses.routings().size();
    double own =
        losses.routings().stream().mapToDouble(r -> r.selection().experts().length).sum() / layers;
    assignments += own;
    for (int layer = 0; layer < layers; layer++) {
      Routing routing = losses.routings().get(layer);
      RoutingStatistics statistics = RoutingStatistics.of(pass, routing);
      for (int expert = 0; expert < statistics.load().length; expert++) {
        add(LOAD + (layer + 1), statistics.load().length, expert, own * statistics.load()[expert]);
      }
      add("entropy", layers, layer, own * statistics.entropy());
      add("dropped", layers, layer, own * statistics.dropped());
      for (AuxiliaryLoss loss : losses.objective().of(pass, List.of(routing))) {
        add(loss.name(), layers, layer, own * loss.number());
      }
    }
  }

  private void add(String name, int size, int place, double value) {
    sums.computeIfAbsent(name, any -> new double[size])[place] += value;
  }

  /** The metrics of a step; none for a dense model. */
  List<MetricArray> arrays(long step) {
    List<MetricArray> arrays = new ArrayList<>();
    sums.forEach((name, sum) -> arrays.add(array(name, step, sum)));
    if (layers > 0) {
      double[] dead = new double[layers];
      Arrays.setAll(dead, layer -> dead(sums.get(LOAD + (layer + 1))));
      arrays.add(new MetricArray("routing/dead", step, Arrays.stream(dead).boxed().toList()));
    }
    return arrays;
  }

  private MetricArray array(String name, long step, double[] sum) {
    List<Double> means = Arrays.stream(sum).map(value -> value / assignments).boxed().toList();
    return new MetricArray("routing/" + name, step, means);
  }

  private static long dead(double[] load) {
    return Arrays.stream(load).filter(share -> share == 0).count();
  }
}
