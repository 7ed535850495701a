package dev.hypersweep.orchestrator.leaderboard;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A leaderboard in the list of all. */
public record LeaderboardSummary(
    @Schema(examples = "wordnet") String name,
    String title,
    List<String> datasets,
    @Schema(description = "rows of the newest protocol, one per variant") int rows,
    @Schema(nullable = true) Instant updatedAt) {

  /** Every leaderboard. */
  @Schema(name = "LeaderboardList")
  public record All(List<LeaderboardSummary> items) {}
}
