package dev.hypersweep.orchestrator.leaderboard;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.orchestrator.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
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
             r.state = 'PRUNED' or s.pruned as pruned, m.value,
             s.comparability_class, s.evaluation_protocol, s.created_at,
             (s.cost ->> 'parameters')::bigint as parameters,
             (s.cost ->> 'activeParameters')::bigint as active_parameters,
             (s.cost ->> 'trainSeconds')::double precision as train_seconds
      from unnest(?::text[], ?::text[]) as shown (dataset, metric)
      join run r on r.dataset = shown.dataset
      join trial t on t.id = r.trial_id
      join result s on s.run_id = r.id
      left join result_metric m on m.run_id = r.id and m.name = shown.metric
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

  private static final String CONFIGURATIONS =
      "select distinct configuration_hash from trial where sweep_id = ?";

  private static final String MANIFESTS =
      "select run_id, manifest from result where run_id = any (?)";

  @Inject Sql sql;

  /** From here to the end of the transaction every statement sees the same rows. */
  void snapshot() {
    sql.update(SNAPSHOT);
  }

  List<StoredResult> results(List<Dataset> datasets) {
    return sql.list(
        RESULTS,
        ResultRows::result,
        names(datasets),
        datasets.stream().map(dataset -> dataset.metric().metricName()).toArray(String[]::new));
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
        row.getObject("value", Double.class),
        row.getString("comparability_class"),
        row.getString("evaluation_protocol"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("parameters", Long.class),
        row.getObject("active_parameters", Long.class),
        row.getObject("train_seconds", Double.class));
  }

  List<AskedCell> asked(List<Dataset> datasets) {
    return sql.list(
        ASKED,
        row ->
            new AskedCell(
                row.getString("configuration_hash"),
                row.getString("variant"),
                row.getString("dataset"),
                row.getInt("seeds"),
                Set.of((Long[]) row.getArray("failed").getArray())),
        (Object) names(datasets));
  }

  /** What the trials of each configuration varied, a JSON object per trial. */
  Map<String, List<String>> parameters(List<String> configurations) {
    record Varied(String configuration, String parameters) {}
    Map<String, List<String>> parameters = new HashMap<>();
    sql.list(
            PARAMETERS,
            row -> new Varied(row.getString(1), row.getString(2)),
            (Object) configurations.toArray(String[]::new))
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

  private static String[] names(List<Dataset> datasets) {
    return datasets.stream().map(Dataset::name).toArray(String[]::new);
  }
}
