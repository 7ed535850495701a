package dev.hypersweep.sweeps.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.Goal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What every pruner keeps. A subclass per pruner makes it. */
abstract class PrunerContract {

  private static final int TRIALS = 40;
  private static final int STEPS = 12;

  /** A new one whose decisions come within some trials of twelve steps. */
  abstract Pruner pruner(Goal goal);

  /** Objectives that its trials report. */
  int objectives() {
    return 1;
  }

  /** Whether it is meant to end hopeless trials of a plain sweep. */
  boolean endsTheHopeless() {
    return true;
  }

  /** Something that happens to trials; a loss per objective, none for an end. */
  private record Event(String kind, int trial, long step, double[] losses) {

    boolean tell(Pruning pruning) {
      switch (kind) {
        case "report" -> {
          return pruning.report(trial, step, losses);
        }
        case "complete" -> pruning.complete(trial, losses);
        case "fail" -> pruning.fail(trial);
        default -> pruning.prune(trial);
      }
      return false;
    }
  }

  private record Told(List<Event> log, List<Boolean> answers, Pruning pruning) {}

  /** A sweep whose trials run at once in a random order; what it told and heard. */
  private Told sweep(long seed, int parallel, BiFunction<Draws, Double, Double> noise) {
    Pruning pruning = new Pruning(pruner(Goal.MINIMIZE));
    Draws draws = Draws.of(seed, "contract", 0);
    List<Event> log = new ArrayList<>();
    List<Boolean> answers = new ArrayList<>();
    List<int[]> running = new ArrayList<>();
    int begun = 0;
    while (begun < TRIALS || !running.isEmpty()) {
      if (running.size() < parallel && begun < TRIALS) {
        running.add(new int[] {begun++, 0});
        continue;
      }
      int[] one = running.get(draws.below(running.size()));
      double[] losses = new double[objectives()];
      for (int j = 0; j < losses.length; j++) {
        losses[j] = noise.apply(draws, loss(one[0], one[1]));
      }
      Event event = new Event("report", one[0], one[1]++, losses);
      boolean prune = event.tell(pruning);
      log.add(event);
      answers.add(prune);
      if (prune || one[1] == STEPS) {
        running.remove(one);
        String kind = prune ? "prune" : draws.uniform() < 0.1 ? "fail" : "complete";
        Event end = new Event(kind, one[0], 0, losses);
        end.tell(pruning);
        log.add(end);
        answers.add(false);
      }
    }
    return new Told(log, answers, pruning);
  }

  private static double loss(int trial, int step) {
    double quality = Math.floorMod(trial * 7919, 31) / 31.0;
    return quality + 1.0 / (1 + step);
  }

  private Told plain(long seed, int parallel) {
    return sweep(seed, parallel, (draws, loss) -> loss + 0.02 * draws.normal());
  }

  @Test
  void theSameLogGivesTheSameAnswers() {
    Told once = plain(1, 4);
    Pruning again = new Pruning(pruner(Goal.MINIMIZE));
    assertThat(once.log().stream().map(event -> event.tell(again)).toList())
        .isEqualTo(once.answers());
  }

  @Test
  void aSweepThatIsResumedInTheMiddleGoesOnAsIfItHadNotStopped() {
    Told whole = plain(2, 3);
    for (int cut : new int[] {1, 20, whole.log().size() / 2, whole.log().size() - 1}) {
      Pruning resumed = new Pruning(pruner(Goal.MINIMIZE));
      whole.log().subList(0, cut).forEach(event -> event.tell(resumed));
      List<Boolean> rest =
          whole.log().subList(cut, whole.log().size()).stream()
              .map(event -> event.tell(resumed))
              .toList();
      assertThat(rest).isEqualTo(whole.answers().subList(cut, whole.answers().size()));
    }
  }

  @Test
  void repeatedAndLateReportsChangeNothing() {
    Told once = plain(3, 4);
    Pruning nagged = new Pruning(pruner(Goal.MINIMIZE));
    List<Boolean> answers = new ArrayList<>();
    for (int i = 0; i < once.log().size(); i++) {
      Event event = once.log().get(i);
      boolean answer = event.tell(nagged);
      answers.add(answer);
      assertThat(event.tell(nagged)).as("the answer that stands").isEqualTo(answer);
      // An earlier event again, of a trial that may have ended long ago, with another value.
      Event earlier = once.log().get(i / 2);
      new Event("report", earlier.trial(), earlier.step(), new double[objectives()]).tell(nagged);
    }
    assertThat(answers).isEqualTo(once.answers());
  }

  @Test
  void aTrialThatWasFoundHopelessStaysSoUntilItEnds() {
    Told told = plain(4, 4);
    for (Event event : told.log()) {
      if (event.kind().equals("prune")) {
        assertThat(told.pruning().report(event.trial(), STEPS + 1, new double[objectives()]))
            .isTrue();
      }
    }
  }

  @Test
  void anyReportsWhateverAreAnsweredAndTheLogIsWhole() {
    double[] odd = {
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e308, -1e308, -0.0, 0.0
    };
    for (int seed = 0; seed < 30; seed++) {
      Told told =
          sweep(
              seed,
              1 + seed % 9,
              (draws, loss) -> draws.uniform() < 0.2 ? odd[draws.below(odd.length)] : loss);
      Pruning again = new Pruning(pruner(Goal.MINIMIZE));
      assertThat(told.log().stream().map(event -> event.tell(again)).toList())
          .as("seed " + seed)
          .isEqualTo(told.answers());
    }
  }

  @Test
  void theFirstTrialIsNotEndedForBeingAlone() {
    Pruning pruning = new Pruning(pruner(Goal.MINIMIZE));
    for (int step = 0; step < STEPS; step++) {
      double[] losses = new double[objectives()];
      Arrays.fill(losses, 1.2 - step / 10.0);
      assertThat(pruning.report(0, step, losses)).isFalse();
    }
  }

  @Test
  void trialsThatReportNothingAndEndAreNoTrouble() {
    Pruning pruning = new Pruning(pruner(Goal.MINIMIZE));
    for (int trial = 0; trial < 12; trial++) {
      switch (trial % 3) {
        case 0 -> pruning.complete(trial, new double[objectives()]);
        case 1 -> pruning.complete(trial, Double.NaN);
        default -> pruning.fail(trial);
      }
    }
    assertThat(pruning.ledger().outcome(1)).isEqualTo(Outcome.FAILED);
    pruning.report(12, 0, new double[objectives()]);
  }

  @Test
  void whatIsMaximisedIsPrunedAsItsMirrorImage() {
    Told low = plain(6, 4);
    Pruning high = new Pruning(pruner(Goal.MAXIMIZE));
    // Reports are losses for whoever reports: a study turns the values.
    assertThat(low.log().stream().map(event -> event.tell(high)).toList()).isEqualTo(low.answers());
  }

  @Test
  void hopelessTrialsOfAPlainSweepEndEarlyAndTheBestDoesNot() {
    Told told = plain(7, 1);
    long pruned = told.log().stream().filter(event -> event.kind().equals("prune")).count();
    if (!endsTheHopeless()) {
      return;
    }
    assertThat(pruned).isBetween(5L, TRIALS - 1L);
  }

  @Test
  void reportsThatMakeNoSenseAreRefused() {
    Pruning pruning = new Pruning(pruner(Goal.MINIMIZE));
    assertThatThrownBy(() -> pruning.report(-1, 0, 1.0)).hasMessageContaining("-1");
    assertThatThrownBy(() -> pruning.report(0, -5, 1.0)).hasMessageContaining("-5");
    assertThatThrownBy(() -> pruning.report(0, 0)).hasMessageContaining("value");
  }
}
