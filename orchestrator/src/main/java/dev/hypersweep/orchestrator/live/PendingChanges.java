package dev.hypersweep.orchestrator.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What one client has not been told yet. The same change waits once however often it happens; a
 * client that does not listen loses the oldest changes, so it never costs more than {@code
 * capacity} of them.
 */
final class PendingChanges {

  private final int capacity;
  private final LinkedHashSet<Changed> changes = new LinkedHashSet<>();

  PendingChanges(int capacity) {
    this.capacity = capacity;
  }

  synchronized void add(Changed change) {
    changes.add(change);
    if (changes.size() > capacity) {
      changes.remove(changes.iterator().next());
    }
  }

  /** Takes all of them, oldest first. */
  synchronized List<Changed> drain() {
    List<Changed> drained = new ArrayList<>(changes);
    changes.clear();
    return drained;
  }
}
