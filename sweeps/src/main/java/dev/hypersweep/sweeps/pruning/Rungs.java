package dev.hypersweep.sweeps.pruning;

import java.util.ArrayList;
import java.util.List;

/**
 * The steps at which trials are compared: {@code least}, {@code least · reduction}, {@code least ·
 * reduction²} and so on. A rung is a run's {@code steps} budget: who is promoted from one to the
 * next goes on from the checkpoint at the first to the step of the second.
 *
 * @param least step of the lowest rung, 1 or more
 * @param reduction factor between two rungs, and of the trials between them; above 1
 */
public record Rungs(long least, double reduction) {

  /** Checks the ranges. */
  public Rungs {
    if (least < 1) {
      throw new IllegalArgumentException("the lowest rung is step 1 or more, not " + least);
    }
    if (!(reduction > 1 && reduction < 1e6)) {
      throw new IllegalArgumentException("the reduction factor is above 1: " + reduction);
    }
  }

  /** Step of a rung, from 0; a power that is not whole is rounded. */
  public long step(int rung) {
    double step = least * StrictMath.pow(reduction, rung);
    return step >= Long.MAX_VALUE ? Long.MAX_VALUE : Math.round(step);
  }

  /** The rungs below a greatest step, then that step itself. */
  public List<Long> upTo(long greatest) {
    List<Long> steps = new ArrayList<>();
    for (int rung = 0; step(rung) < greatest; rung++) {
      steps.add(step(rung));
    }
    steps.add(greatest);
    return steps;
  }
}
