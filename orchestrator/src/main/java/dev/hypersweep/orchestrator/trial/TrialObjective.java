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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The numbers by which a sweep compares its trials, one for each of its objectives: its runs'
 * results, aggregated by the rules that its definition declares. Of a trial that ended early the
 * first is the aggregate of what is there.
 *
 * <p>Summed in the order of datasets and seeds, so that equal results give equal bits.
 */
@ApplicationScoped
public class TrialObjective {

  /** Rows that say the same already are not written again. */
  private static final String STORE =
      """
      update trial t set objective = n.objective, partial_objective = n.partial,
        objectives = n.objectives::float8[]
      from unnest(?::bigint[], ?::float8[], ?::float8[], ?::text[])
        as n(id, objective, partial, objectives)
      where t.id = n.id and (t.objective, t.partial_objective, t.objectives)
        is distinct from (n.objective, n.partial, n.objectives::float8[])
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
   * A trial with what it is worth by one objective.
   *
   * @param score of a pruned one, of what is there
   */
  private record Scored(MeasuredTrial trial, Score score) {}

  /** A trial has ended: stores its objectives, and those of others that it changes. */
  void ended(long sweep, long trial) {
    List<ObjectiveRule> all = rules.all(sweep);
    boolean compares = all.stream().anyMatch(rule -> rule.objective().comparesTrials());
    List<Long> only = List.of(trial);
    store(worth(all, rule -> compares ? measured.of(sweep, rule) : measured.of(sweep, only, rule)));
  }

  /** Several trials have ended, none of them with all of its runs: stores their objectives. */
  void ended(long sweep) {
    List<ObjectiveRule> all = rules.all(sweep);
    boolean counts =
        all.stream()
            .map(ObjectiveRule::objective)
            .anyMatch(one -> one.holes() != Holes.FAIL || one.comparesTrials());
    if (counts) {
      store(worth(all, rule -> measured.of(sweep, rule)));
    }
  }

  /**
   * The numbers as they stood when so many trials had ended, by trial: a value for each objective,
   * and of pruned trials the partial one of the first. Those that lack one are left out.
   */
  public Map<Long, List<Double>> asOf(long sweep, int ended) {
    List<TrialWorth> then =
        worth(
            rules.all(sweep),
            rule ->
                measured.of(sweep, rule).stream()
                    .filter(one -> one.endedAs() != null && one.endedAs() <= ended)
                    .toList());
    Map<Long, List<Double>> values = new HashMap<>();
    for (TrialWorth one : then) {
      if (one.pruned() && one.values().get(0) != null) {
        values.put(one.trial(), one.values().subList(0, 1));
      } else if (!one.pruned() && !one.values().contains(null)) {
        values.put(one.trial(), one.values());
      }
    }
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

  /** What trials are worth by all rules, which see the same trials. */
  private static List<TrialWorth> worth(
      List<ObjectiveRule> all, Function<ObjectiveRule, List<MeasuredTrial>> trials) {
    Map<Long, TrialWorth> worth = new LinkedHashMap<>();
    for (ObjectiveRule rule : all) {
      for (Scored one : scores(rule, trials.apply(rule))) {
        Double value = one.score().exists() ? (Double) one.score().value() : null;
        worth
            .computeIfAbsent(
                one.trial().id(), id -> new TrialWorth(id, one.trial().pruned(), new ArrayList<>()))
            .values()
            .add(value);
      }
    }
    return List.copyOf(worth.values());
  }

  /** Pruned trials are compared with all, but change nothing for the others. */
  private static List<Scored> scores(ObjectiveRule rule, List<MeasuredTrial> trials) {
    List<MeasuredTrial> whole = trials.stream().filter(one -> !one.pruned()).toList();
    List<Scored> scored = new ArrayList<>(scores(rule.matrix(), whole, rule.seeds()));
    if (whole.size() < trials.size()) {
      scores(rule.matrix().ofWhatIsThere(), trials, rule.seeds()).stream()
          .filter(one -> one.trial().pruned())
          .forEach(scored::add);
    }
    return scored;
  }

  private static List<Scored> scores(
      MatrixObjective matrix, List<MeasuredTrial> trials, List<Long> seeds) {
    List<Score> scores =
        matrix.scores(trials.stream().map(MeasuredTrial::measured).toList(), seeds);
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      scored.add(new Scored(trials.get(i), scores.get(i)));
    }
    return scored;
  }

  private void store(List<TrialWorth> worth) {
    sql.update(
        STORE,
        worth.stream().map(TrialWorth::trial).toArray(Long[]::new),
        worth.stream().map(TrialWorth::objective).toArray(Double[]::new),
        worth.stream().map(TrialWorth::partial).toArray(Double[]::new),
        worth.stream().map(TrialWorth::vector).toArray(String[]::new));
  }
}
