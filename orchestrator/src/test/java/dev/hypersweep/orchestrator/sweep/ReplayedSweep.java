package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.sweep.Remaining.Made;
import dev.hypersweep.orchestrator.sweep.Remaining.Open;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;

/**
 * A sweep on a virtual clock: workers take its runs in order, and each run takes as long as its
 * variant, its dataset, its trial and chance make it.
 */
final class ReplayedSweep {

  private static final int WORKERS = 4;

  private record Run(
      int trial, String variant, String dataset, long steps, double seconds, boolean pruned) {}

  private record Running(Run run, double since, double until) {}

  private final Random random;
  private final int variants;
  private final int datasets;
  private final int seeds;
  private final int trials;
  private final boolean adaptive;
  private final double pruned;
  private final double[] slowness;
  private final double[] rates;
  private final List<Run> waiting = new ArrayList<>();
  private final List<Run> done = new ArrayList<>();
  private final Map<String, Long> made = new TreeMap<>();
  private final Map<Integer, Integer> open = new HashMap<>();
  private int chosen;
  private double now;

  /**
   * A sweep that has not begun.
   *
   * @param trials of a variant
   * @param adaptive whether trials are chosen as others end
   * @param pruned share of the trials that take a quarter of their time
   */
  ReplayedSweep(
      long seed,
      int variants,
      int datasets,
      int seeds,
      int trials,
      boolean adaptive,
      double pruned) {
    this.random = new Random(seed);
    this.variants = variants;
    this.datasets = datasets;
    this.seeds = seeds;
    this.trials = trials;
    this.adaptive = adaptive;
    this.pruned = pruned;
    this.slowness = random.doubles(variants, 1, 3).toArray();
    // Datasets differ in their steps and by a factor of up to five in what a step takes.
    this.rates = random.doubles(datasets, 0.02, 0.1).toArray();
    choose();
  }

  /** When it will end, as said when so many runs have ended. */
  double estimateAfter(int runs) {
    return play(runs);
  }

  /** When it ends. */
  double end() {
    play(Integer.MAX_VALUE);
    return now;
  }

  private final PriorityQueue<Running> running =
      new PriorityQueue<>(Comparator.comparingDouble(Running::until));

  private double play(int runs) {
    while (done.size() < runs && !(waiting.isEmpty() && running.isEmpty())) {
      while (running.size() < WORKERS && !waiting.isEmpty()) {
        Run next = waiting.remove(0);
        running.add(new Running(next, now, now + next.seconds()));
      }
      Running first = running.remove();
      now = first.until();
      done.add(first.run());
      if (open.merge(first.run().trial(), -1, Integer::sum) == 0) {
        open.remove(first.run().trial());
        choose();
      }
    }
    Remaining remaining = remaining();
    double left = remaining.seconds(timings(), new Timings(List.of())).orElse(0);
    return now + left / Math.max(1, Math.min(WORKERS, remaining.runs()));
  }

  /** As many of a variant as keep every worker busy. */
  private int atOnce() {
    int runs = variants * datasets * seeds;
    return Math.max(2, 1 + (WORKERS + runs - 1) / runs);
  }

  private void choose() {
    List<List<Run>> added = new ArrayList<>();
    while (chosen < variants * trials && (!adaptive || open.size() < atOnce() * variants)) {
      added.add(trial(chosen++));
    }
    if (adaptive) {
      added.forEach(waiting::addAll);
    } else {
      // The first seed of all trials first.
      for (int seed = 0; seed < seeds; seed++) {
        for (List<Run> trial : added) {
          waiting.addAll(trial.subList(seed * datasets, (seed + 1) * datasets));
        }
      }
    }
  }

  private List<Run> trial(int number) {
    int variant = number % variants;
    String name = "variant-" + variant;
    double own = slowness[variant] * Math.exp(0.25 * random.nextGaussian());
    boolean ended = random.nextDouble() < pruned;
    List<Run> runs = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      for (int dataset = 0; dataset < datasets; dataset++) {
        long steps = 100L << dataset;
        double seconds = 5 + steps * rates[dataset] * own * Math.exp(0.1 * random.nextGaussian());
        double taken = ended ? seconds / 4 : seconds;
        runs.add(new Run(number, name, "dataset-" + dataset, steps, taken, ended));
      }
    }
    made.merge(name, 1L, Long::sum);
    open.put(number, runs.size());
    return runs;
  }

  private Remaining remaining() {
    List<Open> left = new ArrayList<>();
    waiting.forEach(run -> left.add(open(run, 0)));
    running.forEach(
        one ->
            left.add(
                open(one.run(), one.run().steps() * (now - one.since()) / one.run().seconds())));
    Map<String, Made> known = new HashMap<>();
    made.forEach(
        (variant, count) ->
            known.put(
                variant,
                new Made(
                    count,
                    done.stream()
                        .filter(run -> run.variant().equals(variant))
                        .mapToDouble(Run::seconds)
                        .sum())));
    return new Remaining(
        left, known, (long) variants * trials - chosen, (long) datasets * seeds, variants);
  }

  private static Open open(Run run, double steps) {
    return new Open(run.variant(), run.variant(), run.dataset(), run.steps(), 1, steps);
  }

  private Timings timings() {
    return new Timings(
        done.stream()
            .filter(run -> !run.pruned())
            .map(
                run ->
                    new Timings.Group(
                        run.variant(),
                        run.dataset(),
                        run.steps(),
                        1,
                        run.seconds(),
                        run.seconds() * run.seconds()))
            .toList());
  }
}
