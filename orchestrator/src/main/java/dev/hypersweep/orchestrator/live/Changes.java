package dev.hypersweep.orchestrator.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Announces changes once their transaction has committed, each at most once per transaction, and
 * never if it was rolled back. Without a transaction they are announced at once.
 */
@ApplicationScoped
public class Changes {

  @Inject TransactionSynchronizationRegistry transactions;
  @Inject Event<Changed> event;

  /** Notes a change of the current transaction. */
  public void note(Changed.Kind kind, long id) {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      event.fire(new Changed(kind, id));
      return;
    }
    noted().add(new Changed(kind, id));
  }

  @SuppressWarnings("unchecked")
  private Set<Changed> noted() {
    Set<Changed> noted = (Set<Changed>) transactions.getResource(Changes.class);
    if (noted == null) {
      noted = new LinkedHashSet<>();
      transactions.putResource(Changes.class, noted);
      transactions.registerInterposedSynchronization(new Announcement(noted));
    }
    return noted;
  }

  private final class Announcement implements Synchronization {

    private final Set<Changed> noted;

    Announcement(Set<Changed> noted) {
      this.noted = noted;
    }

    @Override
    public void beforeCompletion() {
      // Nothing is announced before it is true.
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        noted.forEach(event::fire);
      }
    }
  }
}
