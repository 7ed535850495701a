package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.database.Json;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.trial.TrialObjective;
import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.sweeps.MadeTrial;
import dev.hypersweep.sweeps.StoredPoints;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.TrialChoice;
import dev.hypersweep.sweeps.sampling.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Trials of stored sweeps from which another one learns before its own. Which of them count, and
 * with what value, is fixed when it is submitted and stored with it, so that it can be replayed
 * whatever becomes of the others.
 */
@ApplicationScoped
class WarmStarts {

  private static final int REASONS = 3;

  private static final String TRIALS =
      """
      select t.id, t.state, t.configuration,
             (select r.specification ->> 'variant' from run r where r.trial_id = t.id limit 1)
               as architecture
      from trial t where t.sweep_id = ? order by t.number
      """;

  private static final String STORE =
      """
      insert into warm_trial (sweep_id, number, trial_id, variant, parameters, objective)
      select ?, w.number, w.trial_id, w.variant, w.parameters::jsonb, w.objective
      from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::float8[])
        as w(number, trial_id, variant, parameters, objective)
      """;

  private static final String STORED =
      """
      select variant, parameters, objective from warm_trial where sweep_id = ? order by number
      """;

  @Inject Sql sql;
  @Inject Json json;
  @Inject TrialObjective objectives;

  private record Candidate(
      long id, String state, String architecture, Map<String, Object> settings) {}

  /**
   * A trial to learn from.
   *
   * @param trial its row
   * @param variant of the sweep that learns
   * @param point of that sweep's space
   * @param objective by that sweep's rule, in its direction
   */
  record Warm(long trial, String variant, SortedMap<String, Object> point, double objective) {

    MadeTrial made(SweepDefinition definition) {
      return WarmStarts.made(variant, point, objective, definition);
    }
  }

  /**
   * What is carried over.
   *
   * @param warnings for people: what is not, and why
   */
  record Carried(List<Warm> trials, List<String> warnings) {

    List<MadeTrial> made(SweepDefinition definition) {
      return trials.stream().map(one -> one.made(definition)).toList();
    }
  }

  /** What a definition's sampler can learn from just now. */
  Carried over(SweepDefinition definition) {
    List<Warm> trials = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    List<Long> sweeps = definition.sampler().warmStart();
    if (!sweeps.isEmpty() && !TrialChoice.of(definition).learns()) {
      warnings.add("warm_start: the whole grid is made, so nothing is learnt from other sweeps");
      return new Carried(trials, warnings);
    }
    StoredPoints points = new StoredPoints(definition);
    for (long sweep : sweeps) {
      carry(sweep, definition, points, trials, warnings);
    }
    return new Carried(trials, warnings);
  }

  private void carry(
      long sweep,
      SweepDefinition definition,
      StoredPoints points,
      List<Warm> trials,
      List<String> warnings) {
    Map<Long, Double> values = objectives.by(definition.objective(), definition.datasets(), sweep);
    List<Candidate> candidates = sql.list(TRIALS, this::candidate, sweep);
    Map<String, Integer> reasons = new LinkedHashMap<>();
    for (Candidate one : candidates) {
      StoredPoints.Carried carried = points.carried(one.architecture(), one.settings());
      Double value = values.get(one.id());
      if (carried.reason() == null && value != null) {
        carried
            .points()
            .forEach((variant, point) -> trials.add(new Warm(one.id(), variant, point, value)));
      } else {
        String reason = carried.reason() == null ? unmeasured(one, definition) : carried.reason();
        reasons.merge(reason, 1, Integer::sum);
      }
    }
    int left = reasons.values().stream().mapToInt(Integer::intValue).sum();
    if (left > 0 || candidates.isEmpty()) {
      warnings.add(
          "warm_start: %d of %d trials of sweep %d are not learnt from%s"
              .formatted(left, candidates.size(), sweep, words(reasons)));
    }
  }

  private static String unmeasured(Candidate trial, SweepDefinition definition) {
    return switch (trial.state()) {
      case "WAITING", "RUNNING" -> "not ended yet";
      case "PRUNED" -> "ended early";
      default ->
          "no %s on each of %s"
              .formatted(
                  definition.objective().metricName(), String.join(", ", definition.datasets()));
    };
  }

  /** The commonest first. */
  private static String words(Map<String, Integer> reasons) {
    String words =
        reasons.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(REASONS)
            .map(one -> one.getKey() + " (" + one.getValue() + ")")
            .collect(Collectors.joining(", "));
    int more = reasons.size() - REASONS;
    return (words.isEmpty() ? "" : ": " + words)
        + (more > 0 ? " and %d more reasons".formatted(more) : "");
  }

  /** Fixes what a new sweep learns from, in the caller's transaction. */
  void store(long sweep, List<Warm> trials) {
    if (trials.isEmpty()) {
      return;
    }
    sql.update(
        STORE,
        sweep,
        LongStream.range(0, trials.size()).boxed().toArray(Long[]::new),
        trials.stream().map(Warm::trial).toArray(Long[]::new),
        column(trials, Warm::variant),
        column(trials, one -> CanonicalJson.of(one.point())),
        trials.stream().map(Warm::objective).toArray(Double[]::new));
  }

  /** What a stored sweep learns from before its own trials. */
  List<MadeTrial> of(long sweep, SweepDefinition definition) {
    return sql.list(
        STORED,
        row ->
            made(
                row.getString("variant"),
                json.map(row.getString("parameters")),
                row.getDouble("objective"),
                definition),
        sweep);
  }

  private static MadeTrial made(
      String variant, Map<String, Object> point, double objective, SweepDefinition definition) {
    double loss = definition.objective().direction().loss(objective);
    return new MadeTrial(variant, point, Result.of(List.of(loss)));
  }

  private static String[] column(List<Warm> rows, Function<Warm, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  private Candidate candidate(ResultSet row) throws SQLException {
    return new Candidate(
        row.getLong("id"),
        row.getString("state"),
        row.getString("architecture"),
        json.map(row.getString("configuration")));
  }
}
