package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.sweeps.PlannedRun;
import dev.hypersweep.sweeps.TrialPoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;

/** Stores trials and runs of a sweep, thousands in a statement, in the caller's transaction. */
@ApplicationScoped
class SweepMatrix {

  private static final int BATCH = 2000;

  private static final String TRIALS =
      """
      insert into trial (sweep_id, number, variant, parameters, configuration,
                         configuration_hash, state, chosen_after)
      select ?, t.number, t.variant, t.parameters::jsonb, t.configuration::jsonb, t.hash,
             'WAITING', ?
      from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
        as t(number, variant, parameters, configuration, hash)
      """;

  /** Ids grow in the order of execution: the claim serves the least one first. */
  private static final String RUNS =
      """
      insert into run (trial_id, sweep_id, team_id, priority, device, threads, memory_bytes, state,
                       dataset, seed, specification, identity)
      select trial.id, trial.sweep_id, ?, ?, ?, ?, ?, ?,
             r.dataset, r.seed, r.specification::jsonb, r.identity
      from unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[])
        with ordinality as r(number, dataset, seed, specification, identity, place)
      join trial on trial.sweep_id = ? and trial.number = r.number
      order by r.place
      """;

  @Inject Sql sql;

  /**
   * Where trials and runs go.
   *
   * @param runs state of the new runs
   * @param ended how many of the sweep's trials have ended
   */
  record Place(long sweep, long team, int priority, RunState runs, int ended) {}

  void store(Place place, PlannedRuns planned) {
    List<TrialPoint> trials = planned.trials();
    for (int from = 0; from < trials.size(); from += BATCH) {
      storeTrials(place, trials.subList(from, Math.min(from + BATCH, trials.size())));
    }
    List<PlannedRun> runs = planned.runs();
    for (int from = 0; from < runs.size(); from += BATCH) {
      int to = Math.min(from + BATCH, runs.size());
      storeRuns(place, runs.subList(from, to), planned.identities().subList(from, to));
    }
  }

  private void storeTrials(Place place, List<TrialPoint> trials) {
    sql.update(
        TRIALS,
        place.sweep(),
        place.ended(),
        trials.stream().map(trial -> (long) trial.number()).toArray(Long[]::new),
        column(trials, TrialPoint::variant),
        column(trials, trial -> CanonicalJson.of(trial.parameters())),
        column(trials, trial -> CanonicalJson.of(trial.settings())),
        column(trials, TrialPoint::configurationHash));
  }

  private void storeRuns(Place place, List<PlannedRun> runs, List<String> identities) {
    var resources = runs.get(0).specification().resources();
    List<RunSpecification> specifications = runs.stream().map(PlannedRun::specification).toList();
    sql.update(
        RUNS,
        place.team(),
        place.priority(),
        resources.device(),
        resources.threads(),
        resources.memoryBytes(),
        place.runs(),
        runs.stream().map(run -> (long) run.point().number()).toArray(Long[]::new),
        column(specifications, RunSpecification::dataset),
        specifications.stream().map(RunSpecification::seed).toArray(Long[]::new),
        column(specifications, CanonicalJson::of),
        identities.toArray(String[]::new),
        place.sweep());
  }

  private static <T> String[] column(List<T> rows, Function<T, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }
}
