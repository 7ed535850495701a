package dev.hypersweep.orchestrator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.statistics.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of a sweep after its first 30 runs, against what then happens. */
class EstimateReplayTest {

  private static final int RUNS = 30;
  private static final int REPLAYS = 200;

  /** Sweeps whose runs differ by variant, dataset, steps, configuration and chance. */
  enum Kind {
    /** All trials are known from the beginning. */
    FIXED(seed -> new ReplayedSweep(seed, 3, 4, 3, 6, false, 0)),
    /** Trials are chosen as others end. */
    ADAPTIVE(seed -> new ReplayedSweep(seed, 2, 3, 2, 20, true, 0)),
    /**
     * And half of them are ended early. Trials of one run: of five trials with six runs each nobody
     * can tell how many are pruned.
     */
    PRUNED(seed -> new ReplayedSweep(seed, 2, 1, 1, 100, true, 0.5)),
    /** Many configurations of one variant. */
    SEARCH(seed -> new ReplayedSweep(seed, 1, 1, 1, 200, true, 0));

    private final LongFunction<ReplayedSweep> sweep;

    Kind(LongFunction<ReplayedSweep> sweep) {
      this.sweep = sweep;
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterThirtyRunsTheEstimateIsWithinAFifthOfWhatHappens(Kind kind) {
    double[] errors = errors(kind);
    System.out.printf(
        "%s: of %d sweeps, estimates after %d runs are off by %.1f %% (median), %.1f %% (nine of"
            + " ten), %.1f %% (worst)%n",
        kind,
        REPLAYS,
        RUNS,
        100 * Quantiles.of(errors, 0.5),
        100 * Quantiles.of(errors, 0.9),
        100 * Quantiles.of(errors, 1));
    assertThat(Quantiles.of(errors, 0.9)).isLessThan(0.2);
  }

  private static double[] errors(Kind kind) {
    return new Random(7)
        .longs(REPLAYS)
        .mapToDouble(
            seed -> {
              ReplayedSweep sweep = kind.sweep.apply(seed);
              double estimate = sweep.estimateAfter(RUNS);
              return Math.abs(estimate / sweep.end() - 1);
            })
        .toArray();
  }

  @Test
  void aDatasetThatTheSweepHasNotSeenIsTakenFromOthersAtTheSweepsOwnSpeed() {
    Timings latest =
        new Timings(
            List.of(
                new Timings.Group("moe", "a", 100, 10, 100, 1000),
                new Timings.Group("moe", "b", 100, 10, 300, 9000)));
    // Twice as slow as the others were.
    Timings own = new Timings(List.of(new Timings.Group("wide", "a", 100, 5, 100, 2000)));
    List<Remaining.Open> open =
        new ArrayList<>(List.of(new Remaining.Open("wide", "moe", "b", 100L, 4, 0)));
    assertThat(new Remaining(open, Map.of(), 0, 0, 1).seconds(own, latest).getAsDouble())
        .isCloseTo(4 * 60, within(1e-6));
  }

  @Test
  void variantsAndDatasetsThatWereNotMeasuredTogetherMultiply() {
    List<Timings.Group> known =
        Arrays.asList(
            new Timings.Group("dense", "a", 100, 2, 20, 200),
            new Timings.Group("dense", "b", 100, 2, 60, 1800),
            new Timings.Group("moe", "a", 100, 2, 40, 800));
    assertThat(new Timings(known).of("moe", "b", 50L).orElseThrow().seconds())
        .isCloseTo(30, within(0.1));
  }
}
