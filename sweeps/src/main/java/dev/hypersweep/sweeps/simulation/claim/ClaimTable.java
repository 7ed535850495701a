package dev.hypersweep.sweeps.simulation.claim;

import java.util.Optional;

/** The queue of waiting runs. {@link ClaimContract} says what it keeps. */
public interface ClaimTable {

  /** Where a run is. */
  enum State {
    WAITING,
    LEASED,
    SUCCEEDED,
    CANCELLED
  }

  /** A worker offers itself. */
  void register(WorkerShape worker);

  /**
   * A run waits from now on.
   *
   * @return its number; later ones are greater
   */
  long add(QueuedRun run);

  /**
   * The next run for a worker. One whose equal has succeeded is never leased: it succeeds with that
   * answer, and the claim goes on to the next.
   *
   * @param request the same again gets the same lease again, while it lasts
   * @return empty if nothing suits, or there is no such worker
   */
  Optional<Lease> claim(String worker, String request);

  /**
   * A run has succeeded.
   *
   * @return false, with nothing changed, if the lease is no longer the run's
   */
  boolean succeed(Lease lease);

  /**
   * A lease has expired, or was handed back: the run waits again, in its old place.
   *
   * @return false, with nothing changed, if the lease is no longer the run's
   */
  boolean release(Lease lease);

  /** Where a run is. */
  State state(long run);
}
