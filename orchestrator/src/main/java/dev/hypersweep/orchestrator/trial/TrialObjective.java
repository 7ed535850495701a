package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.sweeps.Objective;
import dev.hypersweep.sweeps.matrix.Holes;
import dev.hypersweep.sweeps.matrix.MatrixObjective;
import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.matrix.Score;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one number by which a sweep compares its trials: its runs' results, aggregated by the rule
 * that its definition declares. Of a trial that ended early it is the aggregate of what is there.
 *
 * <p>Summed in the order of datasets and seeds, so that equal results give equal bits.
 */
@ApplicationScoped
public class TrialObjective {

  /** Rows that say the same already are not written again. */
  private static final String STORE =
      """
      update trial t set objective = n.objective, partial_objective = n.partial
      from unnest(?::bigint[], ?::float8[], ?::float8[]) as n(id, objective, partial)
      where t.id = n.id
        and (t.objective, t.partial_objective) is distinct from (n.objective, n.partial)
      """;

  private static final String OF_RUN =
      """
      select case when count(v.value) = count(*) then avg(v.value order by v.name) end as value
      from run r
      join unnest(?::text[], ?::text[]) as m(dataset, metric) on m.dataset = r.dataset
      left join result_metric v
        on v.run_id = coalesce(r.reused_from, r.id) and v.name = m.metric
      where r.id = ?
      having count(*) > 0
      """;

  @Inject Sql sql;
  @Inject ObjectiveRules rules;
  @Inject MeasuredTrials measured;

  /**
   * Trials with what they are worth.
   *
   * @param score of the pruned ones, of what is there
   */
  record Worth(MeasuredTrial trial, Score score) {}

  /** A trial has ended: stores its objective, and those of others that it changes. */
  void ended(long sweep, long trial) {
    rules
        .of(sweep)
        .ifPresent(
            rule ->
                store(
                    rule.objective().comparesTrials()
                        ? scores(rule, measured.of(sweep, rule))
                        : scores(rule, measured.one(sweep, trial, rule))));
  }

  /** Several trials have ended, none of them with all of its runs: stores their objectives. */
  void ended(long sweep) {
    rules
        .of(sweep)
        .filter(rule -> rule.objective().holes() != Holes.FAIL || rule.objective().comparesTrials())
        .ifPresent(rule -> store(scores(rule, measured.of(sweep, rule))));
  }

  /**
   * The numbers as they stood when so many trials had ended, by trial: objectives, and of pruned
   * trials the partial ones. Those that have none are left out.
   */
  public Map<Long, Double> asOf(long sweep, int ended) {
    Map<Long, Double> values = new HashMap<>();
    rules
        .of(sweep)
        .ifPresent(
            rule -> {
              List<MeasuredTrial> then =
                  measured.of(sweep, rule).stream()
                      .filter(one -> one.endedAs() != null && one.endedAs() <= ended)
                      .toList();
              scores(rule, then).stream()
                  .filter(one -> one.score().exists())
                  .forEach(one -> values.put(one.trial().id(), one.score().value()));
            });
    return values;
  }

  /**
   * What the trials of a sweep that ran to their end would be worth to another sweep, by the seeds
   * that they have. Left out are those that lack a value on one of its datasets.
   *
   * @param objective of the other sweep
   * @param datasets of the other sweep
   */
  public Map<Long, Double> by(Objective objective, List<String> datasets, long sweep) {
    ObjectiveRule rule = rules.of(objective, datasets);
    Map<Long, Double> values = new HashMap<>();
    for (MeasuredTrial trial : measured.of(sweep, rule)) {
      Set<Place> places = trial.measured().values().keySet();
      boolean whole =
          places.stream().map(Place::dataset).collect(Collectors.toSet()).containsAll(datasets);
      List<Long> seeds = places.stream().map(Place::seed).distinct().sorted().toList();
      if (!trial.pruned() && whole) {
        Score score = rule.matrix().ofWhatIsThere().scores(List.of(trial.measured()), seeds).get(0);
        if (score.exists()) {
          values.put(trial.id(), score.value());
        }
      }
    }
    return values;
  }

  /** Losses of the runs of a sweep's trials that have ended, by the trial's id. */
  public Map<Long, Map<Place, Double>> losses(long sweep) {
    Map<Long, Map<Place, Double>> losses = new HashMap<>();
    rules
        .of(sweep)
        .ifPresent(
            rule ->
                measured
                    .of(sweep, rule)
                    .forEach(trial -> losses.put(trial.id(), losses(rule, trial))));
    return losses;
  }

  private static Map<Place, Double> losses(ObjectiveRule rule, MeasuredTrial trial) {
    Map<Place, Double> losses = new HashMap<>();
    trial
        .measured()
        .values()
        .forEach(
            (place, value) ->
                losses.put(place, rule.matrix().goals().get(place.dataset()).loss(value)));
    return losses;
  }

  /** The objective of one run; empty if it has no such value. */
  public OptionalDouble ofRun(long sweep, long run) {
    return rules.of(sweep).stream()
        .flatMap(
            rule ->
                sql
                    .list(
                        OF_RUN,
                        row -> row.getObject("value", Double.class),
                        rule.datasets().toArray(String[]::new),
                        rule.metrics().toArray(String[]::new),
                        run)
                    .stream())
        .filter(value -> value != null)
        .mapToDouble(Double::doubleValue)
        .findFirst();
  }

  /** Pruned trials are compared with all, but change nothing for the others. */
  static List<Worth> scores(ObjectiveRule rule, List<MeasuredTrial> trials) {
    List<MeasuredTrial> whole = trials.stream().filter(one -> !one.pruned()).toList();
    List<Worth> worth = new ArrayList<>(worth(rule.matrix(), whole, rule.seeds()));
    if (whole.size() < trials.size()) {
      worth(rule.matrix().ofWhatIsThere(), trials, rule.seeds()).stream()
          .filter(one -> one.trial().pruned())
          .forEach(worth::add);
    }
    return worth;
  }

  private static List<Worth> worth(
      MatrixObjective matrix, List<MeasuredTrial> trials, List<Long> seeds) {
    List<Score> scores =
        matrix.scores(trials.stream().map(MeasuredTrial::measured).toList(), seeds);
    List<Worth> worth = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      worth.add(new Worth(trials.get(i), scores.get(i)));
    }
    return worth;
  }

  private void store(List<Worth> worth) {
    sql.update(
        STORE,
        worth.stream().map(one -> one.trial().id()).toArray(Long[]::new),
        worth.stream().map(one -> value(one, false)).toArray(Double[]::new),
        worth.stream().map(one -> value(one, true)).toArray(Double[]::new));
  }

  private static Double value(Worth one, boolean partial) {
    return one.score().exists() && one.trial().pruned() == partial
        ? (Double) one.score().value()
        : null;
  }
}
