package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.statistics.Interval;
import dev.hypersweep.sweeps.sampling.Goal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Computes Pareto fronts of sweeps from their trials. */
@ApplicationScoped
public class Fronts {

  private static final String ENDED =
      """
      select count(*) from trial where sweep_id = ? and state not in ('WAITING', 'RUNNING')
      """;

  @Inject Sql sql;
  @Inject ObjectiveRules rules;
  @Inject Outcomes outcomes;
  @Inject SeedIntervals intervals;

  /** The front of a stored sweep. */
  public Front of(long sweep) {
    List<ObjectiveRule> all = rules.all(sweep);
    List<Goal> goals = goals(all);
    List<Outcome> measured = outcomes.of(sweep, goals);
    int without = (int) sql.number(ENDED, sweep) - measured.size();
    if (measured.isEmpty()) {
      return new Front(0, without, List.of(), List.of(), List.of(), null, null);
    }
    List<Outcome> front =
        measured.stream()
            .filter(Outcome::front)
            .sorted(
                Comparator.comparingDouble((Outcome one) -> goals.get(0).loss(one.values().get(0))))
            .toList();
    ReferenceBox box = ReferenceBox.of(losses(measured, goals));
    Double share = box.share(losses(front, goals));
    return new Front(
        measured.size(),
        without,
        members(sweep, front, all),
        ReferenceBox.values(box.ideal(), goals),
        ReferenceBox.values(box.reference(), goals),
        share == null ? null : (Double) (share * box.volume()),
        share);
  }

  private static List<Goal> goals(List<ObjectiveRule> rules) {
    return rules.stream().map(rule -> rule.objective().direction()).toList();
  }

  private static List<double[]> losses(List<Outcome> outcomes, List<Goal> goals) {
    List<double[]> losses = new ArrayList<>();
    for (Outcome one : outcomes) {
      double[] own = new double[goals.size()];
      for (int j = 0; j < own.length; j++) {
        own[j] = goals.get(j).loss(one.values().get(j));
      }
      losses.add(own);
    }
    return losses;
  }

  private List<Front.Member> members(long sweep, List<Outcome> front, List<ObjectiveRule> all) {
    List<Long> ids = front.stream().map(Outcome::trialId).toList();
    List<Map<Long, Interval>> over =
        all.stream().map(rule -> intervals.of(sweep, ids, rule)).toList();
    return front.stream().map(one -> member(one, over)).toList();
  }

  private static Front.Member member(Outcome trial, List<Map<Long, Interval>> over) {
    List<Front.Value> values = new ArrayList<>();
    for (int j = 0; j < over.size(); j++) {
      Interval interval = over.get(j).get(trial.trialId());
      values.add(
          new Front.Value(
              trial.values().get(j),
              interval == null ? null : (Double) interval.low(),
              interval == null ? null : (Double) interval.high()));
    }
    return new Front.Member(
        trial.trialId(), trial.number(), trial.variant(), trial.parameters(), values);
  }
}
