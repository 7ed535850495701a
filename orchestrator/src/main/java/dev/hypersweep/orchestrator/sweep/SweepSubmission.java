package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.live.Changed;
import dev.hypersweep.orchestrator.live.Changes;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.orchestrator.promotion.Promotions;
import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.sweeps.SweepDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Queues sweeps: a sweep is stored with all of its trials and runs (the first ones, where the
 * sampler learns), or not at all.
 */
@ApplicationScoped
class SweepSubmission {

  private static final String TEAM =
      """
      insert into team (name) values (?)
      on conflict (name) do update set name = excluded.name
      returning id
      """;

  /** A second submission with the same key waits here for the first one's end. */
  private static final String SWEEP =
      """
      insert into sweep (team_id, name, description, source, media_type, definition,
                         definition_hash, priority, state, idempotency_key, budget_until,
                         budget_seconds, trials_to_come)
      values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
      on conflict (idempotency_key) do nothing
      returning id
      """;

  private static final String EARLIER =
      """
      select s.id,
             s.source = ? and team.name = ? and s.priority = ? as same
      from sweep s join team on team.id = s.team_id
      where s.idempotency_key = ?
      """;

  @Inject Sql sql;
  @Inject Transactions transactions;
  @Inject Changes changes;
  @Inject SweepMatrix matrix;
  @Inject OpenTrials openTrials;
  @Inject DatasetOrders datasetOrders;
  @Inject WarmStarts warmStarts;
  @Inject Promotions promotions;

  /** The sweep's id; {@code created} is false if an earlier request with the same key made it. */
  record Stored(long id, boolean created) {}

  private record Earlier(long id, boolean same) {}

  /**
   * Stores the sweep, or finds the one that the same request made before.
   *
   * @throws ProblemException idempotency conflict, if the key was used for another request
   */
  Stored store(Submission submission) {
    Optional<Stored> earlier = earlier(submission);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    SweepDefinition definition = submission.text().definition();
    WarmStarts.Carried warm = warmStarts.over(definition);
    PlannedRuns planned =
        PlannedRuns.of(
            definition,
            openTrials.of(definition),
            warm.made(definition),
            datasetOrders.of(definition));
    if (planned.trials().isEmpty()) {
      throw new ProblemException(
          ProblemType.INVALID_DEFINITION,
          "Nothing is left to try: the sweeps of sampler.warm_start have tried every point. Widen"
              + " the parameters, or remove warm_start.");
    }
    Optional<Long> id = transactions.run(() -> insert(submission, planned, warm.trials()));
    return id.map(one -> new Stored(one, true)).or(() -> earlier(submission)).orElseThrow();
  }

  private Optional<Stored> earlier(Submission submission) {
    if (submission.key() == null) {
      return Optional.empty();
    }
    Optional<Earlier> found =
        sql.first(
            EARLIER,
            row -> new Earlier(row.getLong("id"), row.getBoolean("same")),
            submission.text().source(),
            submission.team(),
            submission.priority(),
            submission.key());
    if (found.isPresent() && !found.get().same()) {
      throw new ProblemException(
          ProblemType.IDEMPOTENCY_CONFLICT,
          "Idempotency-Key %s made sweep %d from another definition, team or priority. Use a new key."
              .formatted(submission.key(), found.get().id()));
    }
    return found.map(one -> new Stored(one.id(), false));
  }

  private Optional<Long> insert(
      Submission submission, PlannedRuns planned, List<WarmStarts.Warm> warm) {
    SweepDefinition definition = submission.text().definition();
    long team = sql.number(TEAM, submission.team());
    Optional<Long> sweep =
        sql.first(
            SWEEP,
            row -> row.getLong(1),
            team,
            definition.name(),
            definition.description(),
            submission.text().source(),
            submission.mediaType(),
            CanonicalJson.of(definition.canonical()),
            definition.hash(),
            submission.priority(),
            SweepState.WAITING,
            submission.key(),
            definition.budget().until(),
            seconds(definition.budget().gpuHours()),
            planned.toCome());
    sweep.ifPresent(
        id -> {
          matrix.store(
              new SweepMatrix.Place(id, team, submission.priority(), RunState.WAITING, 0), planned);
          warmStarts.store(id, warm);
          promotions.settle(id);
          changes.note(Changed.Kind.SWEEP, id);
        });
    return sweep;
  }

  private static Double seconds(Double hours) {
    return hours == null ? null : (Double) (hours * 3600);
  }
}
