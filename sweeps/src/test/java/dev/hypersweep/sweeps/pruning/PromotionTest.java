package dev.hypersweep.sweeps.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.sweeps.sampling.Draws;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every promotion keeps, and what is particular to each. */
class PromotionTest {

  private static final Rungs RUNGS = new Rungs(1, 3);

  static Stream<Supplier<Promotion>> promotions() {
    return Stream.of(
        () -> Promotion.straight(27),
        () -> new AshaPromotion(RUNGS, 27),
        () -> BracketPromotion.halving(RUNGS, 27),
        () -> BracketPromotion.hyperband(RUNGS, 27),
        () -> new AshaPromotion(new Rungs(2, 2.5), 30));
  }

  /** The jobs of many workers that end in a random order; one in ten fails. */
  private static List<RungJob> jobs(Promotion promotion, long seed, int workers, int count) {
    Draws draws = Draws.of(seed, "promotion", 0);
    List<RungJob> all = new ArrayList<>();
    List<RungJob> running = new ArrayList<>();
    Map<Integer, Long> reached = new HashMap<>();
    Set<Integer> lost = new HashSet<>();
    int begun = 0;
    while (all.size() < count) {
      if (running.size() < workers) {
        reached.keySet().stream().filter(promotion::isLost).forEach(lost::add);
        RungJob job = promotion.next();
        assertThat(lost).as("given up for good").doesNotContain(job.trial());
        assertThat(job.from())
            .as("checkpoint of %s", job)
            .isEqualTo(reached.getOrDefault(job.trial(), 0L));
        assertThat(job.to()).isGreaterThan(job.from());
        if (job.isNew()) {
          assertThat(job.trial()).as("new trials in the order of their numbers").isEqualTo(begun++);
        }
        assertThat(running).noneMatch(other -> other.trial() == job.trial());
        running.add(job);
        all.add(job);
        continue;
      }
      RungJob ended = running.remove(draws.below(running.size()));
      if (draws.uniform() < 0.1) {
        reached.put(ended.trial(), -1L);
        promotion.dropped(ended.trial());
      } else {
        reached.put(ended.trial(), ended.to());
        double loss = draws.uniform() < 0.05 ? Double.NaN : Math.floorMod(ended.trial() * 37, 101);
        if (Double.isNaN(loss)) {
          reached.put(ended.trial(), -1L);
        }
        promotion.reached(ended.trial(), loss);
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("promotions")
  void jobsGoOnFromTheCheckpointAndNeverTwice(Supplier<Promotion> promotion) {
    for (int seed = 0; seed < 20; seed++) {
      List<RungJob> jobs = jobs(promotion.get(), seed, 1 + 3 * seed, 400);
      assertThat(jobs).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("promotions")
  void theSameEventsGiveTheSameJobs(Supplier<Promotion> promotion) {
    assertThat(jobs(promotion.get(), 3, 10, 300)).isEqualTo(jobs(promotion.get(), 3, 10, 300));
  }

  @Test
  void ashaPromotesAThirdOfEachRungAndTheBestOnesFirst() {
    Promotion promotion = new AshaPromotion(RUNGS, 27);
    for (int trial = 0; trial < 3; trial++) {
      RungJob job = promotion.next();
      assertThat(job).isEqualTo(new RungJob(trial, 0, 1));
      promotion.reached(trial, 10 - trial);
    }
    assertThat(promotion.next()).isEqualTo(new RungJob(2, 1, 3));
    assertThat(promotion.next()).as("while it runs others begin").isEqualTo(new RungJob(3, 0, 1));
  }

  @Test
  void equalLossesArePromotedNoMoreThanOthers() {
    Promotion promotion = new AshaPromotion(RUNGS, 27);
    Map<Long, Integer> jobs = new TreeMap<>();
    for (int i = 0; i < 400; i++) {
      RungJob job = promotion.next();
      jobs.merge(job.to(), 1, Integer::sum);
      promotion.reached(job.trial(), 1);
    }
    assertThat(jobs.get(3L)).isLessThanOrEqualTo(jobs.get(1L) / 3);
    assertThat(jobs.get(9L)).isLessThanOrEqualTo(jobs.get(3L) / 3);
  }

  @Test
  void aHalvingBracketOfTwentySevenLeavesOneForTheTop() {
    Promotion promotion = BracketPromotion.halving(RUNGS, 27);
    Map<Long, Integer> jobs = new TreeMap<>();
    for (int i = 0; i < 27 + 9 + 3 + 1; i++) {
      RungJob job = promotion.next();
      jobs.merge(job.to(), 1, Integer::sum);
      promotion.reached(job.trial(), job.trial());
    }
    assertThat(jobs)
        .containsExactly(Map.entry(1L, 27), Map.entry(3L, 9), Map.entry(9L, 3), Map.entry(27L, 1));
    assertThat(promotion.next()).as("the next bracket").isEqualTo(new RungJob(27, 0, 1));
  }

  @Test
  void aBracketGivesUpThoseItDoesNotPromoteAsSoonAsAllHaveReachedTheRung() {
    Promotion promotion = BracketPromotion.halving(RUNGS, 27);
    for (int trial = 0; trial < 27; trial++) {
      assertThat(lost(promotion)).as("%d have reached it", trial).isZero();
      promotion.begin();
      promotion.reached(trial, trial == 20 ? Double.NaN : trial);
    }
    assertThat(lost(promotion)).isEqualTo(18);
    assertThat(promotion.isLost(8)).isFalse();
    assertThat(promotion.isLost(9)).isTrue();
    assertThat(promotion.isLost(20)).as("without a number").isTrue();
    for (int jobs = 0; jobs < 9; jobs++) {
      promotion.reached(promotion.promoted().orElseThrow().trial(), jobs);
    }
    assertThat(lost(promotion)).isEqualTo(18 + 6);
    for (int jobs = 0; jobs < 4; jobs++) {
      promotion.reached(promotion.promoted().orElseThrow().trial(), jobs);
    }
    assertThat(lost(promotion)).as("the one at the top is none of them").isEqualTo(26);
  }

  private static long lost(Promotion promotion) {
    return IntStream.range(0, 27).filter(promotion::isLost).count();
  }

  @Test
  void hyperbandBeginsItsBracketsAtEveryRungInTurn() {
    Promotion promotion = BracketPromotion.hyperband(RUNGS, 27);
    Map<Long, Integer> begun = new TreeMap<>();
    RungJob job = promotion.next();
    while (job.trial() < 27 + 12 + 6 + 4) {
      if (job.isNew()) {
        begun.merge(job.to(), 1, Integer::sum);
      }
      promotion.reached(job.trial(), job.trial());
      job = promotion.next();
    }
    assertThat(begun)
        .containsExactly(Map.entry(1L, 27), Map.entry(3L, 12), Map.entry(9L, 6), Map.entry(27L, 4));
  }

  @Test
  void rungsAreTheStepsOfARunsBudget() {
    assertThat(new Rungs(50, 4).upTo(1000)).containsExactly(50L, 200L, 800L, 1000L);
    assertThat(new Rungs(1, 3).upTo(27)).containsExactly(1L, 3L, 9L, 27L);
    assertThat(new Rungs(9, 3).upTo(5)).containsExactly(5L);
  }

  /** Runs one job after the other until nobody goes on any more; the steps of each. */
  private static List<RungJob> course(Promotion promotion, int trials) {
    List<RungJob> jobs = new ArrayList<>();
    for (int begun = 0; begun < trials; begun++) {
      jobs.add(promotion.begin());
    }
    promotion.close();
    List<RungJob> running = new ArrayList<>(jobs);
    while (!running.isEmpty()) {
      RungJob job = running.remove(0);
      promotion.reached(job.trial(), job.trial());
      for (var next = promotion.promoted(); next.isPresent(); next = promotion.promoted()) {
        jobs.add(next.get());
        running.add(next.get());
      }
    }
    return jobs;
  }

  @ParameterizedTest
  @MethodSource("promotions")
  void whereNoTrialFollowsTheBestOfFewReachesTheTop(Supplier<Promotion> made) {
    for (int trials : List.of(1, 2, 4)) {
      List<RungJob> jobs = course(made.get(), trials);
      long furthest =
          jobs.stream().filter(job -> job.trial() == 0).mapToLong(RungJob::to).max().orElseThrow();
      assertThat(furthest).as("%s", jobs).isGreaterThanOrEqualTo(27);
    }
  }
}
