package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.sweeps.sampling.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialSearchTest {

  private static SweepDefinition definition(String sampler) {
    return SweepDefinitions.read(
        """
        name: x
        variants: [dense, moe]
        datasets: [glue/rte]
        parameters:
          learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true}
          batch: {type: int, low: 8, high: 64}
        sampler: {name: NAME, seed: 5}
        budget: {trials: 20}
        """
            .replace("NAME", sampler));
  }

  private static Result result(TrialPoint trial) {
    double rate = (Double) trial.parameters().get("learning_rate");
    return trial.number() % 7 == 5
        ? Result.FAILED
        : Result.of(List.of(Math.abs(Math.log10(rate) + 3)));
  }

  private static MadeTrial made(TrialPoint trial, Result result) {
    return new MadeTrial(trial.variant(), new TreeMap<>(trial.parameters()), result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tpe", "gp", "cmaes", "nsga2", "auto", "random"})
  void oneThatGrewChoosesWhatOneThatBeginsHereDoes(String sampler) {
    SweepDefinition definition = definition(sampler);
    TrialSearch grown = TrialChoice.of(definition).search();
    List<TrialPoint> points = new ArrayList<>();
    List<MadeTrial> made = new ArrayList<>();
    long toCome;
    do {
      TrialChoice.Chosen fresh = TrialChoice.of(definition).next(made, 3);
      TrialChoice.Chosen next = grown.next(3);
      assertThat(next.trials()).isEqualTo(fresh.trials());
      assertThat(next.toCome()).isEqualTo(fresh.toCome());
      points.addAll(next.trials());
      next.trials().forEach(one -> made.add(made(one, Result.RUNNING)));
      toCome = next.toCome();
      // The last one that runs ends first.
      for (int i = points.size() - 1; i >= 0; i--) {
        if (grown.isOpen(i)) {
          grown.end(i, result(points.get(i)));
          made.set(i, made(points.get(i), result(points.get(i))));
          break;
        }
      }
    } while (toCome > 0);
    assertThat(points).hasSize(40);
    assertThat(grown.ended()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tpe", "gp", "cmaes", "nsga2", "auto"})
  void whatPausedIsLearntFromUntilItPausesAgainOrEnds(String sampler) {
    SweepDefinition definition = definition(sampler);
    TrialSearch grown = TrialChoice.of(definition).search();
    List<TrialPoint> points = new ArrayList<>(grown.next(2).trials());
    Map<Integer, Result.Pruned> pausing = new TreeMap<>();
    Map<Integer, Result> ends = new TreeMap<>();
    for (int round = 0; round < 12; round++) {
      int running = 0;
      while (pausing.containsKey(running) || ends.containsKey(running)) {
        running++;
      }
      pausing.put(running, new Result.Pruned(100, round % 5));
      grown.pause(running, pausing.get(running));
      int earliest = pausing.keySet().iterator().next();
      if (round % 4 == 3) {
        pausing.remove(earliest);
        ends.put(earliest, Result.of(List.of(0.1 * round)));
        grown.end(earliest, ends.get(earliest));
      } else {
        pausing.put(earliest, new Result.Pruned(300, round % 3));
        grown.pause(earliest, pausing.get(earliest));
      }
      TrialSearch fresh = TrialChoice.of(definition).search();
      points.forEach(one -> fresh.add(made(one, ends.getOrDefault(one.number(), Result.RUNNING))));
      pausing.forEach(fresh::pause);
      TrialChoice.Chosen next = grown.next(2, pausing.keySet());
      assertThat(next.trials()).isNotEmpty();
      assertThat(fresh.next(2, pausing.keySet()).trials()).isEqualTo(next.trials());
      points.addAll(next.trials());
    }
  }

  @Test
  void aWarmStartIsLearntFromAndHasNoNumber() {
    SweepDefinition definition = definition("tpe");
    List<MadeTrial> stored = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      double rate = 1e-4 * Math.pow(100, i / 31.0);
      Map<String, Object> point = Map.of("learning_rate", rate, "batch", i + 8L);
      stored.add(new MadeTrial("moe", point, Result.of(List.of(Math.abs(Math.log10(rate) + 2.2)))));
    }
    List<TrialPoint> warm = TrialChoice.of(definition, stored).next(List.of(), 8).trials();
    List<TrialPoint> cold = TrialChoice.of(definition).next(List.of(), 8).trials();
    assertThat(warm.get(0).number()).isZero();
    assertThat(of("dense", warm)).as("nothing is stored of it").isEqualTo(of("dense", cold));
    assertThat(distance(of("moe", warm))).isLessThan(0.7 * distance(of("moe", cold)));
  }

  private static List<Object> of(String variant, List<TrialPoint> trials) {
    return trials.stream()
        .filter(one -> one.variant().equals(variant))
        .map(one -> one.parameters().get("learning_rate"))
        .toList();
  }

  /** Mean distance from the best of the stored ones. */
  private static double distance(List<Object> rates) {
    return rates.stream()
        .mapToDouble(rate -> Math.abs(Math.log10((Double) rate) + 2.2))
        .average()
        .orElseThrow();
  }
}
