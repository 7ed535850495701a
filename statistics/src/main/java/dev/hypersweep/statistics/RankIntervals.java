package dev.hypersweep.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Ranks that do not claim more than the differences between rows bear out. */
public final class RankIntervals {

  private RankIntervals() {}

  /**
   * Where a row stands.
   *
   * @param row index in the field
   * @param rank 1 + number of rows with a higher value: equal values share a rank
   * @param rankLow 1 + number of rows that are significantly better
   * @param rankHigh number of rows - number of rows that are significantly worse
   * @param tieGroup from 1
   * @param tiedWith the other rows that this one does not differ from, in or out of its group, in
   *     rank order
   */
  public record Place(
      int row, int rank, int rankLow, int rankHigh, int tieGroup, List<Integer> tiedWith) {}

  /**
   * A place per row, in rank order (equal values in the order of the field).
   *
   * <p>Tie groups part the rows in rank order: a row joins the open group if it differs from none
   * of its members, else it opens the next one. So no two rows of a group differ significantly. Two
   * rows of different groups may still be tied, since "does not differ" is not transitive: {@code
   * tiedWith} says so.
   */
  public static List<Place> of(Differences field) {
    List<Integer> order =
        IntStream.range(0, field.size())
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> -field.quantity(i).value())
                    .thenComparingInt(i -> i))
            .toList();
    List<Place> places = new ArrayList<>();
    List<Integer> group = new ArrayList<>();
    int groups = 1;
    for (int row : order) {
      if (group.stream().anyMatch(member -> field.differ(member, row))) {
        group.clear();
        groups++;
      }
      group.add(row);
      places.add(
          new Place(
              row,
              1 + count(order, i -> field.quantity(i).value() > field.quantity(row).value()),
              1 + count(order, i -> field.better(i, row)),
              field.size() - count(order, i -> field.better(row, i)),
              groups,
              order.stream().filter(i -> i != row && !field.differ(i, row)).toList()));
    }
    return List.copyOf(places);
  }

  private static int count(List<Integer> rows, IntPredicate which) {
    return (int) rows.stream().mapToInt(Integer::intValue).filter(which).count();
  }
}
