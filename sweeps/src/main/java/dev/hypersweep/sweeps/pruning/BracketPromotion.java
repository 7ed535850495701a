package dev.hypersweep.sweeps.pruning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Synchronous successive halving (K. Jamieson and A. Talwalkar, Non-stochastic Best Arm
 * Identification and Hyperparameter Optimization, 2016) in brackets, one after the other; with
 * brackets of several shapes it is Hyperband (L. Li et al. 2018). A bracket promotes the best of a
 * rung when all of them have reached it. A worker that finds every open bracket waiting opens the
 * next one.
 */
public final class BracketPromotion implements Promotion {

  /**
   * How a bracket begins.
   *
   * @param trials that begin it
   * @param rung of {@code steps} at which they are compared first
   */
  private record Shape(int trials, int rung) {}

  private final class Bracket {
    private final Shape shape;
    private int rung;
    private int begun;
    private int out;
    private int size;
    private Standings standings = new Standings();
    private Standings last;

    Bracket(Shape shape) {
      this.shape = shape;
      this.rung = shape.rung();
      this.size = shape.trials();
    }

    boolean isFilling() {
      return rung == shape.rung() && begun < size;
    }

    RungJob begin() {
      begun++;
      out++;
      return new RungJob(trials++, 0, steps.get(rung));
    }

    /** Null if nobody can go on until others have reached the rung. */
    RungJob promoted() {
      if (rung > shape.rung() && begun < size) {
        begun++;
        out++;
        return new RungJob(last.promote(size).orElseThrow(), steps.get(rung - 1), steps.get(rung));
      }
      return null;
    }

    void back() {
      out--;
      decide();
    }

    /** Begins with those that are there. */
    void close() {
      if (isFilling()) {
        size = begun;
        decide();
      }
    }

    private void decide() {
      if (out == 0 && begun == size) {
        last = standings;
        standings = new Standings();
        begun = 0;
        // Who failed or has no number is not promoted, even if that leaves fewer.
        size = Math.min(last.promotable(), Math.max(1, (int) (size / reduction)));
        if (rung < steps.size() - 1) {
          lost.addAll(last.after(size));
        }
        rung = size == 0 ? steps.size() : rung + 1;
      }
    }

    boolean isOver() {
      return rung == steps.size();
    }
  }

  private final List<Long> steps;
  private final double reduction;
  private final List<Shape> cycle = new ArrayList<>();
  private final List<Bracket> open = new ArrayList<>();
  private final Map<Integer, Bracket> running = new HashMap<>();
  private final Set<Integer> lost = new HashSet<>();
  private int opened;
  private int trials;

  private BracketPromotion(Rungs rungs, long greatest) {
    this.steps = rungs.upTo(greatest);
    this.reduction = rungs.reduction();
  }

  /** Brackets that all begin at the lowest rung, with as many trials as leave one for the top. */
  public static BracketPromotion halving(Rungs rungs, long greatest) {
    BracketPromotion promotion = new BracketPromotion(rungs, greatest);
    double trials = StrictMath.pow(rungs.reduction(), promotion.steps.size() - 1.0);
    promotion.cycle.add(new Shape((int) Math.ceil(trials), 0));
    return promotion;
  }

  /** Brackets that begin at each of the rungs in turn. */
  public static BracketPromotion hyperband(Rungs rungs, long greatest) {
    BracketPromotion promotion = new BracketPromotion(rungs, greatest);
    for (int rung = 0; rung < promotion.steps.size(); rung++) {
      int later = promotion.steps.size() - 1 - rung;
      double share = promotion.steps.size() / (later + 1.0);
      double trials = share * StrictMath.pow(rungs.reduction(), later);
      promotion.cycle.add(new Shape((int) Math.ceil(trials), rung));
    }
    return promotion;
  }

  @Override
  public Optional<RungJob> promoted() {
    open.removeIf(Bracket::isOver);
    for (Bracket bracket : open) {
      RungJob job = bracket.promoted();
      if (job != null) {
        running.put(job.trial(), bracket);
        return Optional.of(job);
      }
    }
    return Optional.empty();
  }

  @Override
  public RungJob begin() {
    Bracket bracket = open.stream().filter(Bracket::isFilling).findFirst().orElseGet(this::opened);
    RungJob job = bracket.begin();
    running.put(job.trial(), bracket);
    return job;
  }

  private Bracket opened() {
    Bracket bracket = new Bracket(cycle.get(opened++ % cycle.size()));
    open.add(bracket);
    return bracket;
  }

  @Override
  public void reached(int trial, double loss) {
    Bracket bracket = running.remove(trial);
    if (bracket != null) {
      bracket.standings.add(trial, loss);
      bracket.back();
    }
  }

  @Override
  public void dropped(int trial) {
    Bracket bracket = running.remove(trial);
    if (bracket != null) {
      bracket.back();
    }
  }

  @Override
  public boolean isLost(int trial) {
    return lost.contains(trial);
  }

  @Override
  public void close() {
    open.forEach(Bracket::close);
  }
}
