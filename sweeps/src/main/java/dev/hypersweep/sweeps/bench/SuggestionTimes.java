package dev.hypersweep.sweeps.bench;

import dev.hypersweep.sweeps.Choices;
import dev.hypersweep.sweeps.Domain;
import dev.hypersweep.sweeps.Integers;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.Reals;
import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.FreeSpace;
import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.Result;
import dev.hypersweep.sweeps.sampling.Sampler;
import dev.hypersweep.sweeps.sampling.Samplers;
import dev.hypersweep.sweeps.sampling.Trial;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long a suggestion takes beside so many ended trials of 20 parameters: 8 float, 4 of them
 * logarithmic besides, 4 int, 4 categorical of 4 choices.
 */
final class SuggestionTimes {

  private SuggestionTimes() {}

  /**
   * Times of single suggestions; each is told before the next one, which is not timed.
   *
   * @return wall and processor time, [2][repeat] milliseconds, each in ascending order
   */
  static double[][] of(String name, int stored, int repeat) {
    FreeSpace space = space();
    Draws draws = Draws.of(stored, "bench", 0);
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < stored; i++) {
      SortedMap<String, Object> point = new TreeMap<>();
      for (Parameter parameter : space.parameters()) {
        point.put(parameter.name(), parameter.domain().quantile(draws.uniform()));
      }
      trials.add(new Trial(point, Result.of(List.of(loss(point)))));
    }
    History history = new History(trials);
    Sampler sampler = Samplers.named(name, space, 1, 0);
    // The first suggestions also compile the code.
    int warm = 10;
    double[][] times = new double[2][repeat];
    for (int i = -warm; i < repeat; i++) {
      long wall = System.nanoTime();
      long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      SortedMap<String, Object> point = sampler.next(history).orElseThrow();
      if (i >= 0) {
        times[0][i] = (System.nanoTime() - wall) / 1e6;
        times[1][i] =
            (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1e6;
      }
      history.add(point);
      history.end(history.size() - 1, Result.of(List.of(loss(point))));
    }
    Arrays.sort(times[0]);
    Arrays.sort(times[1]);
    return times;
  }

  private static FreeSpace space() {
    List<Parameter> parameters = new ArrayList<>();
    add(parameters, "f", 8, new Reals(0, 1, false, null));
    add(parameters, "l", 4, new Reals(1e-5, 1, true, null));
    add(parameters, "i", 4, new Integers(1, 64, false, 1));
    add(parameters, "c", 4, new Choices(List.of("a", "b", "c", "d"), false));
    return new FreeSpace(parameters, List.of(), Map.of());
  }

  private static void add(List<Parameter> parameters, String prefix, int count, Domain domain) {
    for (int i = 0; i < count; i++) {
      parameters.add(new Parameter(prefix + i, domain, null));
    }
  }

  private static double loss(Map<String, Object> point) {
    double loss = 0;
    for (Map.Entry<String, Object> one : point.entrySet()) {
      if (one.getValue() instanceof Double real) {
        loss += (real - 0.5) * (real - 0.5);
      } else if (one.getValue() instanceof Long whole) {
        loss += Math.abs(whole - 20) / 64.0;
      } else {
        loss += "abcd".indexOf((String) one.getValue()) / 4.0;
      }
    }
    return loss;
  }
}
