package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.TrialSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Searches of sweeps under way, so that a choice costs what is new since the last one. The tables
 * stay the truth: a search is only ever behind them, never beside them, and one that is not here is
 * made again from them, with the same choices.
 */
@ApplicationScoped
class SearchMemory {

  /** Sweeps that choose trials at a time; the one that was asked longest ago is forgotten first. */
  private static final int MOST = 32;

  private final Map<Long, Remembered> searches =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Remembered> eldest) {
          return size() > MOST;
        }
      };

  @Inject TransactionSynchronizationRegistry transaction;

  /**
   * A search as of its last choice.
   *
   * @param text the stored definition, with the time of its submission
   * @param ends how many ends of trials it knows
   */
  record Remembered(String text, SweepDefinition definition, TrialSearch search, int ends) {}

  /** The search of a sweep, which is forgotten until it is kept again. */
  synchronized Optional<Remembered> take(long sweep, String text) {
    return Optional.ofNullable(searches.remove(sweep)).filter(one -> one.text().equals(text));
  }

  /** Remembers it if the current transaction commits: what it rolls back has never been. */
  void keep(long sweep, Remembered search) {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              put(sweep, search);
            }
          }
        });
  }

  private synchronized void put(long sweep, Remembered search) {
    searches.put(sweep, search);
  }

  /** Forgets everything, as a process that dies does. */
  synchronized void forget() {
    searches.clear();
  }
}
