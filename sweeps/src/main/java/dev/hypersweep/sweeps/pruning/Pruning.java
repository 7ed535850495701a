package dev.hypersweep.sweeps.pruning;

import dev.hypersweep.sweeps.sampling.EarlyStopping;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A pruner at work: the event log's reader.
 *
 * <p>Guarantees: the first report of a step counts, a repeated one changes nothing and gets the
 * answer that stands; so does whatever is told of a trial that has ended. Once a trial was judged
 * hopeless every later report of it is answered so, until it ends. Values that are not numbers are
 * kept as such.
 */
public final class Pruning implements EarlyStopping {

  private final Pruner pruner;
  private final Ledger ledger = new Ledger();
  private final Map<Integer, Bound> hopeless = new HashMap<>();

  /** Nothing told yet. */
  public Pruning(Pruner pruner) {
    this.pruner = pruner;
  }

  /**
   * A trial reports.
   *
   * @param step of its training, or number of its cell; 0 or more
   * @param losses one per objective
   * @return whether it should end now
   * @throws IllegalArgumentException for a negative number or no loss
   */
  @Override
  public boolean report(int trial, long step, double... losses) {
    require(trial >= 0, "trial numbers begin at 0, not " + trial);
    require(step >= 0, "steps begin at 0, not " + step);
    require(losses.length > 0, "a report has a value");
    boolean news =
        ledger.outcome(trial) == Outcome.RUNNING && !ledger.reports(trial).containsKey(step);
    if (news) {
      ledger.report(trial, step, losses.clone());
      pruner.reported(ledger, trial, step).ifPresent(bound -> hopeless.putIfAbsent(trial, bound));
    }
    return hopeless.containsKey(trial);
  }

  /**
   * A trial has ended as it should. If a loss is not a number, it has failed.
   *
   * @param losses one per objective
   */
  @Override
  public void complete(int trial, double... losses) {
    boolean sound = losses.length > 0;
    for (double loss : losses) {
      sound &= !Double.isNaN(loss);
    }
    end(trial, sound ? Outcome.COMPLETED : Outcome.FAILED, sound ? losses.clone() : new double[0]);
  }

  /** A trial has ended early. */
  @Override
  public void prune(int trial) {
    end(trial, Outcome.PRUNED, new double[0]);
  }

  /** A trial has ended without a value. */
  @Override
  public void fail(int trial) {
    end(trial, Outcome.FAILED, new double[0]);
  }

  /** Against what a trial was found hopeless; empty if it was not. */
  public Optional<Bound> bound(int trial) {
    return Optional.ofNullable(hopeless.get(trial));
  }

  /** What was told. */
  public Ledger ledger() {
    return ledger;
  }

  private void end(int trial, Outcome outcome, double[] losses) {
    require(trial >= 0, "trial numbers begin at 0, not " + trial);
    if (ledger.outcome(trial) == Outcome.RUNNING) {
      ledger.end(trial, outcome, losses);
      pruner.ended(ledger, trial);
    }
  }

  private static void require(boolean held, String message) {
    if (!held) {
      throw new IllegalArgumentException(message);
    }
  }
}
