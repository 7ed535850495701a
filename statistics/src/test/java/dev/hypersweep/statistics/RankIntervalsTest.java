package dev.hypersweep.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.statistics.RankIntervals.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankIntervalsTest {

  private static final double LEVEL = 0.05;

  /** Holm bounds the chance of a false split by the level; it must also not be far below it. */
  @Test
  void equalModelsEndUpInOneTieGroupAtAboutTheNominalRate() {
    Random random = new Random(20260101);
    int together = 0;
    int boards = 3000;
    for (int board = 0; board < boards; board++) {
      List<Place> places = rank(field(random, 4, 2, 5, 0));
      together += places.stream().allMatch(place -> place.tieGroup() == 1) ? 1 : 0;
    }
    assertThat(together / (double) boards).isBetween(0.94, 0.985);
  }

  @Test
  void twoEqualModelsAreToldApartAtTheNominalRate() {
    Random random = new Random(7);
    int apart = 0;
    int boards = 5000;
    for (int board = 0; board < boards; board++) {
      apart += rank(field(random, 2, 2, 5, 0)).get(1).tieGroup() == 2 ? 1 : 0;
    }
    assertThat(apart / (double) boards).isBetween(0.035, 0.06);
  }

  @Test
  void modelsFarApartGetAGroupAndARankEach() {
    List<Place> places = rank(field(new Random(1), 5, 2, 3, 50));
    for (int place = 0; place < 5; place++) {
      assertThat(places.get(place))
          .isEqualTo(new Place(4 - place, place + 1, place + 1, place + 1, place + 1, List.of()));
    }
  }

  @Test
  void groupsAndRankIntervalsAreNeverContradictedByTheirRows() {
    Random random = new Random(3);
    for (int board = 0; board < 300; board++) {
      Differences field = new Differences(field(random, 8, 2, 3, 1.5), LEVEL);
      List<Place> places = RankIntervals.of(field);
      for (Place place : places) {
        assertThat(place.rank()).isBetween(place.rankLow(), place.rankHigh());
        for (Place other : places) {
          boolean differ = field.differ(place.row(), other.row());
          if (place.tieGroup() == other.tieGroup()) {
            assertThat(differ).isFalse();
          }
          if (place != other) {
            assertThat(place.tiedWith().contains(other.row())).isEqualTo(!differ);
          }
        }
      }
      assertThat(places.stream().map(Place::tieGroup).toList()).isSorted();
    }
  }

  @Test
  void whatDoesNotDifferFromBothSidesStaysInTheFirstGroupAndNamesTheOther() {
    List<Estimate> chain =
        List.of(new Estimate(2, 0.1, 30), new Estimate(1, 0.1, 30), new Estimate(0, 0.1, 30));
    List<Place> places = rank(chain);
    assertThat(places.get(0)).isEqualTo(new Place(0, 1, 1, 2, 1, List.of(1)));
    assertThat(places.get(1)).isEqualTo(new Place(1, 2, 1, 3, 1, List.of(0, 2)));
    assertThat(places.get(2)).isEqualTo(new Place(2, 3, 2, 3, 2, List.of(1)));
  }

  @Test
  void equalScoresShareARankAndSingleSeedsAreNeverApart() {
    List<Place> places =
        rank(
            List.of(
                new Estimate(1, Double.NaN, 0),
                new Estimate(9, Double.NaN, 0),
                new Estimate(9, Double.NaN, 0)));
    assertThat(places).extracting(Place::rank).containsExactly(1, 1, 3);
    assertThat(places).extracting(Place::row).containsExactly(1, 2, 0);
    assertThat(places).extracting(Place::rankHigh).containsOnly(3);
    assertThat(places).extracting(Place::tieGroup).containsOnly(1);
  }

  @Test
  void anEmptyFieldHasNoPlaces() {
    assertThat(rank(List.of())).isEmpty();
  }

  private static List<Place> rank(List<Estimate> field) {
    return RankIntervals.of(new Differences(field, LEVEL));
  }

  /** Models whose true scores are 0, apart, 2 apart, ... in units of a seed's deviation. */
  private static List<Estimate> field(
      Random random, int models, int datasets, int seeds, double apart) {
    List<Estimate> field = new ArrayList<>();
    for (int model = 0; model < models; model++) {
      List<Sample> strata = new ArrayList<>();
      for (int dataset = 0; dataset < datasets; dataset++) {
        double[] values = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
          values[seed] = model * apart + random.nextGaussian();
        }
        strata.add(Sample.of(values));
      }
      field.add(StratifiedMean.of(strata));
    }
    return field;
  }
}
