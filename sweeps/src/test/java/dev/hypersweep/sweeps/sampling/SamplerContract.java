package dev.hypersweep.sweeps.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.sweeps.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every sampler keeps. A subclass per sampler names it. */
abstract class SamplerContract {

  /** Enough for the beginning of every sampler to be over. */
  private static final int TRIALS = 30;

  abstract String name();

  Sampler sampler(Space space, long seed) {
    return Samplers.named(name(), space, seed, 0);
  }

  @Test
  void equalSeedsAndResultsGiveEqualPoints() {
    assertThat(run(Spaces.MIXED, 3, TRIALS)).isEqualTo(run(Spaces.MIXED, 3, TRIALS));
  }

  @Test
  void anotherSeedGivesOtherPoints() {
    assertThat(run(Spaces.MIXED, 3, TRIALS)).isNotEqualTo(run(Spaces.MIXED, 4, TRIALS));
  }

  @Test
  void pointsHoldExactlyWhatExistsAndItsValuesAreOfTheDomain() {
    for (SortedMap<String, Object> point : run(Spaces.MIXED, 1, TRIALS)) {
      assertSound(Spaces.MIXED, point);
    }
  }

  @Test
  void pointsOfAnySpaceAreSoundAndNewWhateverIsTold() {
    for (int number = 0; number < 25; number++) {
      Draws draws = Draws.of(number, "spaces", 0);
      Space space = Spaces.drawn(draws);
      Sampler sampler = sampler(space, number);
      History history = new History();
      for (int i = 0; i < TRIALS; i++) {
        SortedMap<String, Object> point = sampler.next(history).orElse(null);
        if (point == null) {
          assertThat(Grid.bound(space)).as("used up").isPresent();
          break;
        }
        assertSound(space, point);
        assertThat(history.contains(point)).as("a repeated point of " + space).isFalse();
        history.add(point);
        if (draws.uniform() < 0.8) {
          history.end(i, result(draws, point));
        }
      }
    }
  }

  private static Result result(Draws draws, SortedMap<String, Object> point) {
    return switch (draws.below(8)) {
      case 0 -> Result.FAILED;
      case 1 -> Result.of(List.of(Double.NaN));
      case 2 -> new Result.Pruned(draws.below(9), draws.normal());
      case 3 -> Result.of(List.of(draws.uniform() < 0.5 ? 1e300 : Double.POSITIVE_INFINITY));
      case 4 -> Result.of(List.of(0.0));
      default -> told(point);
    };
  }

  @Test
  void aResumedSearchGoesOnAsIfItHadNotBeenInterrupted() {
    List<SortedMap<String, Object>> whole = run(Spaces.MIXED, 5, TRIALS);
    for (int at : new int[] {3, 12, TRIALS - 1}) {
      History history = new History();
      for (int i = 0; i < at; i++) {
        history.add(whole.get(i));
        history.end(i, told(whole.get(i)));
      }
      assertThat(sampler(Spaces.MIXED, 5).next(history)).contains(whole.get(at));
    }
  }

  @Test
  void whatIsToldInAnotherOrderGivesTheSamePoints() {
    Sampler sampler = sampler(Spaces.NUMERIC, 2);
    History one = new History();
    History other = new History();
    Sampler again = sampler(Spaces.NUMERIC, 2);
    for (int round = 0; round < 4; round++) {
      List<SortedMap<String, Object>> batch = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        SortedMap<String, Object> point = sampler.next(one).orElseThrow();
        assertThat(again.next(other)).contains(point);
        one.add(point);
        other.add(point);
        batch.add(point);
      }
      for (int i = 0; i < 8; i++) {
        one.end(8 * round + i, told(batch.get(i)));
      }
      for (int i = 7; i >= 0; i--) {
        other.end(8 * round + i, told(batch.get(i)));
        if (i == 4) {
          again.next(other);
        }
      }
    }
  }

  @Test
  void pointsThatRunAtTheSameTimeAreDifferentAndApart() {
    Sampler sampler = sampler(Spaces.NUMERIC, 7);
    History history = history(sampler, Spaces.NUMERIC, 20);
    Set<SortedMap<String, Object>> batch = new HashSet<>();
    for (int i = 0; i < 8; i++) {
      SortedMap<String, Object> point = sampler.next(history).orElseThrow();
      history.add(point);
      batch.add(point);
    }
    assertThat(batch).hasSize(8);
    assertThat(batch.stream().map(point -> Math.round((Double) point.get("x") * 10)).distinct())
        .hasSizeGreaterThan(3);
  }

  @Test
  void aFiniteSpaceIsUsedUpBeforeAPointIsRepeated() {
    int size = new Grid(Spaces.FINITE).size();
    assertThat(size).isEqualTo(15);
    Sampler sampler = sampler(Spaces.FINITE, 1);
    History history = history(sampler, Spaces.FINITE, size);
    assertThat(new HashSet<>(history.points())).hasSize(size);
    assertThat(sampler.next(history)).isEmpty();
  }

  @Test
  void constraintsAreKept() {
    Space space = Spaces.constrained(Spaces.NUMERIC, "x + y < 3");
    for (SortedMap<String, Object> point : run(space, 1, TRIALS)) {
      assertThat((Double) point.get("x") + (Double) point.get("y")).isLessThan(3);
    }
  }

  @Test
  void severalObjectivesAreNoTrouble() {
    Sampler sampler = sampler(Spaces.MIXED, 1);
    History history = new History();
    for (int i = 0; i < TRIALS; i++) {
      SortedMap<String, Object> point = sampler.next(history).orElseThrow();
      history.add(point);
      double lr = (Double) point.get("lr");
      history.end(i, Result.of(List.of(lr, 1 - lr)));
    }
    assertThat(new HashSet<>(history.points())).hasSize(TRIALS);
  }

  @Test
  void storedTrialsOfAnotherSearchAreTakenIn() {
    List<Trial> stored =
        run(Spaces.MIXED, 9, 15).stream().map(point -> new Trial(point, told(point))).toList();
    History history = new History(stored);
    SortedMap<String, Object> point = sampler(Spaces.MIXED, 1).next(history).orElseThrow();
    assertSound(Spaces.MIXED, point);
    assertThat(history.contains(point)).isFalse();
  }

  @Test
  void aSpaceWithoutParametersHasOnePoint() {
    Space space = new FreeSpace(List.of(), List.of(), Map.of());
    Sampler sampler = sampler(space, 0);
    History history = new History();
    assertThat(sampler.next(history)).contains(new TreeMap<>());
    history.add(new TreeMap<>());
    history.end(0, Result.of(List.of(1.0)));
    assertThat(sampler.next(history)).isEmpty();
  }

  static void assertSound(Space space, SortedMap<String, Object> point) {
    SortedMap<String, Object> before = new TreeMap<>();
    for (Parameter parameter : space.parameters()) {
      Object value = point.get(parameter.name());
      if (!space.exists(parameter, before)) {
        assertThat(value).as(parameter.name() + " does not exist in " + point).isNull();
        continue;
      }
      assertThat(value).as(parameter.name() + " exists in " + point).isNotNull();
      assertThat(parameter.domain().contains(value)).as(parameter + " = " + value).isTrue();
      assertThat(value.getClass()).isEqualTo(kind(parameter, value));
      before.put(parameter.name(), value);
    }
    assertThat(point.keySet()).isEqualTo(before.keySet());
  }

  private static Class<?> kind(Parameter parameter, Object value) {
    return switch (parameter.domain().type()) {
      case "float" -> Double.class;
      case "int" -> Long.class;
      default -> value.getClass();
    };
  }

  final List<SortedMap<String, Object>> run(Space space, long seed, int trials) {
    return history(sampler(space, seed), space, trials).points();
  }

  static History history(Sampler sampler, Space space, int trials) {
    History history = new History();
    for (int i = 0; i < trials; i++) {
      SortedMap<String, Object> point = sampler.next(history).orElseThrow();
      history.add(point);
      history.end(i, told(point));
    }
    return history;
  }

  /** Smooth in the numbers, and different for every choice. */
  static Result told(SortedMap<String, Object> point) {
    double loss = 0;
    for (Object value : point.values()) {
      double number =
          value instanceof Number one
              ? one.doubleValue()
              : Math.floorMod(value.toString().hashCode(), 7);
      loss += (number - 1) * (number - 1) / (1 + number * number);
    }
    return Result.of(List.of(loss));
  }
}
