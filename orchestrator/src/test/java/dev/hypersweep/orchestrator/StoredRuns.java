package dev.hypersweep.orchestrator;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.protocol.Comparability;
import dev.hypersweep.protocol.DatasetInfo;
import dev.hypersweep.protocol.Environment;
import dev.hypersweep.protocol.Manifest;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Sha256;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts the rows of finished sweeps into the tables, as claims and reports would have left them. */
public final class StoredRuns {

  /** What a run was executed with, where tests vary it. */
  public record Circumstances(
      String trainerDigest, String deviceClass, String datasetHash, int threads) {

    public static final Circumstances USUAL =
        new Circumstances("trainer-1", "cpu avx2", "data-1", 1);

    public Circumstances trainer(String digest) {
      return new Circumstances(digest, deviceClass, datasetHash, threads);
    }

    public Circumstances device(String device) {
      return new Circumstances(trainerDigest, device, datasetHash, threads);
    }

    public Circumstances data(String hash) {
      return new Circumstances(trainerDigest, deviceClass, hash, threads);
    }

    public Environment environment() {
      return new Environment(
          trainerDigest,
          deviceClass,
          threads,
          "bit-identical",
          new TreeMap<>(Map.of("java", "17", "pytorch", "2.3.1")),
          new TreeMap<>(Map.of("MKL_CBWR", "COMPATIBLE")));
    }
  }

  private final Sql sql;

  public StoredRuns(Sql sql) {
    this.sql = sql;
  }

  public long sweep() {
    return sql.number(
        """
        insert into sweep (team_id, name, source, media_type, definition, definition_hash, state)
        values ((select id from team where name = 'default'), 'test', '', 'application/yaml', '{}',
                'none', 'RUNNING') returning id
        """);
  }

  /** A trial whose learning rate is a parameter and whose other settings are the constants. */
  public long trial(long sweep, int number, String variant, double learningRate) {
    SortedMap<String, Object> settings = settings(learningRate);
    return sql.number(
        """
        insert into trial (sweep_id, number, variant, parameters, configuration,
                           configuration_hash, state)
        values (?, ?, ?, ?::jsonb, ?::jsonb, ?, 'RUNNING') returning id
        """,
        sweep,
        number,
        variant,
        CanonicalJson.of(Map.of("learning_rate", learningRate)),
        CanonicalJson.of(settings),
        configurationHash(variant, learningRate));
  }

  public static String configurationHash(String variant, double learningRate) {
    return CanonicalJson.hash(Map.of("variant", variant, "configuration", settings(learningRate)));
  }

  private static SortedMap<String, Object> settings(double learningRate) {
    return new TreeMap<>(Map.of("learning_rate", learningRate, "steps", 400));
  }

  /** A run of a trial without any attempt. */
  public long run(long trial, String dataset, long seed, String state) {
    return insert("TRIAL", trial, specification(trial, dataset, seed), state);
  }

  private RunSpecification specification(long trial, String dataset, long seed) {
    return sql.first(
            "select variant, (configuration ->> 'learning_rate')::float8 from trial where id = ?",
            row ->
                new RunSpecification(
                    dataset,
                    null,
                    row.getString(1),
                    settings(row.getDouble(2)),
                    seed,
                    new Resources("cpu", 1, 1L << 31)),
            trial)
        .orElseThrow();
  }

  private long insert(String kind, Long trial, RunSpecification specification, String state) {
    return sql.number(
        """
        insert into run (kind, trial_id, sweep_id, team_id, dataset, seed, specification, identity,
                         state, device, threads, memory_bytes)
        values (?, ?, (select sweep_id from trial where id = ?),
                (select id from team where name = 'default'), ?, ?, ?::jsonb, ?, ?, 'cpu', 1, 1)
        returning id
        """,
        kind,
        trial,
        trial,
        specification.dataset(),
        specification.seed(),
        CanonicalJson.of(specification),
        CanonicalJson.hash(specification),
        state);
  }

  /** A run that was computed, with its result. */
  public long computed(
      long trial, String dataset, long seed, double value, Circumstances circumstances) {
    long run = run(trial, dataset, seed, "SUCCEEDED");
    result(run, specification(trial, dataset, seed), Map.of(metric(dataset), value), circumstances);
    return run;
  }

  /** A run that was computed, with a result of several metrics. */
  public long computed(
      long trial,
      String dataset,
      long seed,
      Map<String, Double> metrics,
      Circumstances circumstances) {
    long run = run(trial, dataset, seed, "SUCCEEDED");
    result(run, specification(trial, dataset, seed), metrics, circumstances);
    return run;
  }

  /** The same specification executed again, as an audit leaves it. */
  public long audited(
      long trial, String dataset, long seed, double value, Circumstances circumstances) {
    RunSpecification specification = specification(trial, dataset, seed);
    long run = insert("AUDIT", null, specification, "SUCCEEDED");
    result(run, specification, Map.of(metric(dataset), value), circumstances);
    return run;
  }

  /** A run whose numbers are another run's. */
  public long reused(long trial, String dataset, long seed, long original) {
    long run = run(trial, dataset, seed, "SUCCEEDED");
    sql.update(
        """
        update run set reused_from = ?, fingerprint = (select fingerprint from run where id = ?)
        where id = ?
        """,
        original,
        original,
        run);
    return run;
  }

  public static String metric(String dataset) {
    return Datasets.named(dataset).map(Dataset::metric).orElse(Metric.ACCURACY).metricName();
  }

  /** The accepted attempt of a run, with manifest, result and metrics; its id. */
  public long result(
      long run,
      RunSpecification specification,
      Map<String, Double> metrics,
      Circumstances circumstances) {
    Manifest manifest = manifest(specification, circumstances);
    Environment environment = circumstances.environment();
    sql.update(
        """
        insert into environment (fingerprint, trainer_digest, device_class, threads, determinism,
                                 description)
        values (?, ?, ?, ?, ?, '{}') on conflict do nothing
        """,
        environment.fingerprint(),
        environment.trainerDigest(),
        environment.deviceClass(),
        environment.threads(),
        environment.determinism());
    long worker =
        sql.number(
            """
            insert into worker (name, environment_fingerprint, device, threads, memory_bytes)
            values (?, ?, 'cpu', 1, 1) on conflict (name) do update set name = excluded.name
            returning id
            """,
            "worker-" + environment.fingerprint().substring(0, 8),
            environment.fingerprint());
    long attempt =
        sql.number(
            """
            insert into attempt (run_id, generation, worker_id, environment_fingerprint, state)
            values (?, 1, ?, ?, 'ACCEPTED') returning id
            """,
            run,
            worker,
            environment.fingerprint());
    sql.update(
        """
        insert into result (run_id, attempt_id, steps, chain, pruned, cost, manifest, seal,
                            dataset_hash, comparability_class, evaluation_protocol)
        values (?, ?, 400, 'none', false, ?::jsonb, ?, ?, ?, ?, ?)
        """,
        run,
        attempt,
        "{\"parameters\": 5000, \"activeParameters\": 3000, \"trainSeconds\": 8.5}",
        CanonicalJson.of(manifest),
        manifest.seal(),
        circumstances.datasetHash(),
        manifest.comparability().comparabilityClass(),
        manifest.comparability().evaluationProtocol());
    sql.update(
        "update run set fingerprint = ?, generation = 1 where id = ?",
        Sha256.hex(
            CanonicalJson.hash(specification)
                + "\n"
                + circumstances.datasetHash()
                + "\n"
                + environment.fingerprint()),
        run);
    metrics.forEach(
        (name, value) ->
            sql.update(
                "insert into result_metric (run_id, name, value) values (?, ?, ?)",
                run,
                name,
                value));
    return attempt;
  }

  private static Manifest manifest(RunSpecification specification, Circumstances circumstances) {
    String dataset = specification.dataset();
    return new Manifest(
        1,
        new RunSpecification(
            dataset,
            circumstances.datasetHash(),
            specification.variant(),
            specification.settings(),
            specification.seed(),
            specification.resources()),
        new DatasetInfo(
            dataset,
            circumstances.datasetHash(),
            "train/validation",
            1000,
            500,
            26,
            0.145,
            "classification",
            metric(dataset)),
        circumstances.environment(),
        new Comparability(
            dataset,
            circumstances.datasetHash(),
            "train/validation",
            metric(dataset),
            1,
            256,
            "float32",
            "words",
            circumstances.trainerDigest()));
  }

  /** Stores digests of consecutive steps in one batch. */
  public void digests(long attempt, long sequence, long firstStep, List<String> digests) {
    sql.update(
        "insert into metric_batch (attempt_id, sequence, first_step, digests) values (?, ?, ?, ?)",
        attempt,
        sequence,
        firstStep,
        HexFormat.of().parseHex(String.join("", digests)));
  }
}
