package dev.hypersweep.trainer.bench;

import java.util.ArrayList;
import java.util.List;

/** Which side is compared with which. */
final class Ranking {

  private Ranking() {}

  /**
   * A side that was timed.
   *
   * @param against the sides that its time is divided by
   */
  record Row(Side side, List<Side> against) {}

  /**
   * A row per side, a peer below ours. A variant is set against the plain mixture of experts on its
   * side, and ours against PyTorch's unless their losses differ.
   */
  static List<Row> of(Contest.Result result) {
    List<Row> rows = new ArrayList<>();
    for (Variant variant : Variant.values()) {
      for (String peer : List.of(Side.HYPERSWEEP, Side.PYTORCH)) {
        Side side = new Side(peer, variant);
        if (result.timings().has(side)) {
          rows.add(new Row(side, against(side, result)));
        }
      }
    }
    return rows;
  }

  private static List<Side> against(Side side, Contest.Result result) {
    List<Side> against = new ArrayList<>();
    Side plain = new Side(side.peer(), Variant.MOE);
    if (side.variant() != Variant.DENSE && !side.equals(plain)) {
      against.add(plain);
    }
    boolean comparable =
        result.comparisons().stream()
            .anyMatch(losses -> losses.variant() == side.variant() && losses.isEqual());
    if (side.peer().equals(Side.HYPERSWEEP) && comparable) {
      against.add(new Side(Side.PYTORCH, side.variant()));
    }
    return against;
  }
}
