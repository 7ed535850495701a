package dev.hypersweep.orchestrator.leaderboard;

import dev.hypersweep.orchestrator.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The raw rows that a board is made of. Audits are no part of it, nor are reused runs: those have
 * no result of their own, the run that they point to is counted. Who asks for more than one kind of
 * row does so inside {@link #snapshot}.
 */
@ApplicationScoped
class ResultRows {

  private static final String SNAPSHOT =
      "set transaction isolation level repeatable read, read only";

  private static final String RESULTS =
      """
      select r.id, t.configuration_hash, t.variant, r.dataset, r.seed, r.fingerprint,
             r.state = 'PRUNED' or s.pruned as pruned, shown.measure, m.value,
             l.value as low, h.value as high,
             s.comparability_class, s.evaluation_protocol, s.created_at,
             (s.cost ->> 'parameters')::bigint as parameters,
             (s.cost ->> 'activeParameters')::bigint as active_parameters,
             (s.cost ->> 'trainSeconds')::double precision as train_seconds
      from unnest(?::text[], ?::text[]) as shown (dataset, measure)
      join run r on r.dataset = shown.dataset
      join trial t on t.id = r.trial_id
      join result s on s.run_id = r.id
      left join result_metric m on m.run_id = r.id and m.name = shown.measure
      left join result_metric l on l.run_id = r.id and l.name = shown.measure || '/low'
      left join result_metric h on h.run_id = r.id and h.name = shown.measure || '/high'
      where r.kind = 'TRIAL' and r.state in ('SUCCEEDED', 'PRUNED')
      """;

  private static final String ASKED =
      """
      select t.configuration_hash, t.variant, r.dataset, count(distinct r.seed) as seeds,
             coalesce(array_agg(distinct r.seed) filter (where r.state = 'FAILED'),
                      array[]::bigint[]) as failed
      from run r
      join trial t on t.id = r.trial_id
      where r.kind = 'TRIAL' and r.dataset = any (?)
      group by t.configuration_hash, t.variant, r.dataset
      """;

  private static final String PARAMETERS =
      """
      select distinct configuration_hash, parameters::text
      from trial
      where configuration_hash = any (?)
      """;

  private static final String PARAMETERS_OF_SWEEP = PARAMETERS + " and sweep_id = ?";

  private static final String CONFIGURATIONS =
      "select distinct configuration_hash from trial where sweep_id = ?";

  private static final String MANIFESTS =
      "select run_id, manifest from result where run_id = any (?)";

  @Inject Sql sql;

  /** From here to the end of the transaction every statement sees the same rows. */
  void snapshot() {
    sql.update(SNAPSHOT);
  }

  /**
   * Results on datasets.
   *
   * @param measures those that are read, by dataset
   */
  List<StoredResult> results(Map<String, Set<String>> measures) {
    List<String> datasets = new ArrayList<>();
    List<String> names = new ArrayList<>();
    measures.forEach(
        (dataset, some) ->
            some.forEach(
                measure -> {
                  datasets.add(dataset);
                  names.add(measure);
                }));
    Map<Long, StoredResult> results = new LinkedHashMap<>();
    sql.list(
        RESULTS,
        row -> {
          long run = row.getLong("id");
          StoredResult result = results.get(run);
          if (result == null) {
            result = result(row);
            results.put(run, result);
          }
          Double value = row.getObject("value", Double.class);
          if (value != null) {
            result
                .readings()
                .put(
                    row.getString("measure"),
                    new Reading(
                        value,
                        row.getObject("low", Double.class),
                        row.getObject("high", Double.class)));
          }
          return run;
        },
        datasets.toArray(String[]::new),
        names.toArray(String[]::new));
    return List.copyOf(results.values());
  }

  private static StoredResult result(ResultSet row) throws SQLException {
    return new StoredResult(
        row.getLong("id"),
        row.getString("configuration_hash"),
        row.getString("variant"),
        row.getString("dataset"),
        row.getLong("seed"),
        row.getString("fingerprint"),
        row.getBoolean("pruned"),
        new HashMap<>(4),
        row.getString("comparability_class"),
        row.getString("evaluation_protocol"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("parameters", Long.class),
        row.getObject("active_parameters", Long.class),
        row.getObject("train_seconds", Double.class));
  }

  List<AskedCell> asked(String[] datasets) {
    return sql.list(
        ASKED,
        row ->
            new AskedCell(
                row.getString("configuration_hash"),
                row.getString("variant"),
                row.getString("dataset"),
                row.getInt("seeds"),
                Set.of((Long[]) row.getArray("failed").getArray())),
        (Object) datasets);
  }

  /**
   * What the trials of each configuration varied, a JSON object per trial.
   *
   * @param sweep only its trials; null for those of all
   */
  Map<String, List<String>> parameters(List<String> configurations, Long sweep) {
    record Varied(String configuration, String parameters) {}
    Map<String, List<String>> parameters = new HashMap<>();
    String[] hashes = configurations.toArray(String[]::new);
    Object[] asked = sweep == null ? new Object[] {hashes} : new Object[] {hashes, sweep};
    sql.list(
            sweep == null ? PARAMETERS : PARAMETERS_OF_SWEEP,
            row -> new Varied(row.getString(1), row.getString(2)),
            asked)
        .forEach(
            varied ->
                parameters
                    .computeIfAbsent(varied.configuration, key -> new ArrayList<>())
                    .add(varied.parameters));
    return parameters;
  }

  /** The configurations that a sweep tries; none if there is no such sweep. */
  Set<String> configurations(long sweep) {
    return Set.copyOf(sql.list(CONFIGURATIONS, row -> row.getString(1), sweep));
  }

  /** Manifest texts by run. */
  Map<Long, String> manifests(Set<Long> runs) {
    Map<Long, String> manifests = new HashMap<>();
    sql.list(
            MANIFESTS,
            row -> Map.entry(row.getLong(1), row.getString(2)),
            (Object) runs.toArray(Long[]::new))
        .forEach(entry -> manifests.put(entry.getKey(), entry.getValue()));
    return manifests;
  }
}
