package dev.hypersweep.orchestrator.health;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.sweep.StoredTrials;
import dev.hypersweep.orchestrator.trial.TrialObjective;
import dev.hypersweep.sweeps.MadeTrial;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.health.Observed;
import dev.hypersweep.sweeps.health.Searched;
import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.sampling.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the trials of a sweep that have ended, with the losses that its sampler was told. */
@ApplicationScoped
class ObservedTrials {

  /** The first run that failed stands for its trial. */
  private static final String FAILURES =
      """
      select distinct on (t.number) t.number, r.failure_class
      from run r join trial t on t.id = r.trial_id
      where r.sweep_id = ? and r.state = 'FAILED' and r.failure_class is not null
      order by t.number, r.id
      """;

  @Inject Sql sql;
  @Inject StoredTrials stored;
  @Inject TrialObjective objectives;

  /** In the order of their numbers; a pruned trial has ended, but is not measured. */
  List<Observed> of(long sweep, SweepDefinition definition) {
    Map<Integer, String> failures =
        sql
            .list(
                FAILURES,
                row -> Map.entry(row.getInt("number"), row.getString("failure_class")),
                sweep)
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Map<Long, Map<Place, Double>> losses = objectives.losses(sweep);
    List<Observed> ended = new ArrayList<>();
    for (StoredTrials.Stored one : stored.of(sweep, definition.objectives())) {
      MadeTrial trial = one.made();
      if (!(trial.result() instanceof Result.Running)) {
        ended.add(
            new Observed(
                one.number(),
                point(trial),
                loss(trial),
                failures.get(one.number()),
                losses.getOrDefault(one.id(), Map.of())));
      }
    }
    return ended;
  }

  private static double loss(MadeTrial trial) {
    return trial.result() instanceof Result.Told told ? told.losses().get(0) : Double.NaN;
  }

  private static SortedMap<String, Object> point(MadeTrial trial) {
    SortedMap<String, Object> point = new TreeMap<>(trial.parameters());
    point.put(Searched.VARIANTS, trial.variant());
    return point;
  }
}
