package dev.hypersweep.orchestrator.leaderboard;

import dev.hypersweep.orchestrator.live.Changed;
import dev.hypersweep.orchestrator.live.Changes;
import dev.hypersweep.orchestrator.run.RunEnded;
import dev.hypersweep.orchestrator.run.RunKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Every ended run of a sweep may change boards: a result, or one seed more that failed. */
@ApplicationScoped
class LeaderboardNews {

  /** Boards have names, not numbers: readers read the one that they show again. */
  private static final long ANY = 0;

  @Inject Changes changes;

  void ended(@Observes RunEnded run) {
    if (run.kind() == RunKind.TRIAL) {
      changes.note(Changed.Kind.LEADERBOARD, ANY);
    }
  }
}
