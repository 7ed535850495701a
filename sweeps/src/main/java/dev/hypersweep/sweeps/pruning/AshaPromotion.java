package dev.hypersweep.sweeps.pruning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asynchronous successive halving in its promotion form (L. Li et al., A System for Massively
 * Parallel Hyperparameter Tuning, 2020, algorithm 2): every trial pauses at every rung; a free
 * worker promotes the best paused trial of the highest rung where it is among the best {@code 1 /
 * reduction}, else it begins a new one. Nobody waits, and no trial is lost for good: a pause ends
 * when those who come later are worse. Where no new trial comes, nobody is under way and nobody has
 * reached the top, the best of the highest rung goes on, so that few trials have a winner too.
 */
public final class AshaPromotion implements Promotion {

  private final List<Long> steps;
  private final double reduction;
  private final List<Standings> standings = new ArrayList<>();
  private final Map<Integer, Integer> running = new HashMap<>();
  private int trials;
  private boolean closed;

  /**
   * A promotion on these rungs.
   *
   * @param greatest step of a whole trial
   */
  public AshaPromotion(Rungs rungs, long greatest) {
    this.steps = rungs.upTo(greatest);
    this.reduction = rungs.reduction();
    steps.forEach(step -> standings.add(new Standings()));
  }

  @Override
  public Optional<RungJob> promoted() {
    for (int rung = steps.size() - 2; rung >= 0; rung--) {
      Optional<RungJob> job = promoted(rung, (int) (standings.get(rung).size() / reduction));
      if (job.isPresent()) {
        return job;
      }
    }
    boolean topIsEmpty = standings.get(steps.size() - 1).size() == 0;
    for (int rung = steps.size() - 2; rung >= 0 && closed && topIsEmpty; rung--) {
      Optional<RungJob> job =
          running.isEmpty() ? promoted(rung, standings.get(rung).size()) : Optional.empty();
      if (job.isPresent()) {
        return job;
      }
    }
    return Optional.empty();
  }

  private Optional<RungJob> promoted(int rung, int best) {
    Optional<Integer> promoted = standings.get(rung).promote(best);
    promoted.ifPresent(trial -> running.put(trial, rung + 1));
    return promoted.map(trial -> new RungJob(trial, steps.get(rung), steps.get(rung + 1)));
  }

  @Override
  public RungJob begin() {
    running.put(trials, 0);
    return new RungJob(trials++, 0, steps.get(0));
  }

  @Override
  public void reached(int trial, double loss) {
    Integer rung = running.remove(trial);
    if (rung != null) {
      standings.get(rung).add(trial, loss);
    }
  }

  @Override
  public void dropped(int trial) {
    running.remove(trial);
  }

  @Override
  public void close() {
    closed = true;
  }
}
