package dev.hypersweep.orchestrator;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.protocol.Sha256;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes rows as workers' protocol leaves them, for tests of what is read from them. */
public final class StoredWork {

  public static final String NOUNS = "wordnet/noun-supersense";
  public static final String VERBS = "wordnet/verb-supersense";
  public static final String ENVIRONMENT = "environment-1";

  private final Sql sql;

  public StoredWork(Sql sql) {
    this.sql = sql;
  }

  /** A live worker with one thread that has the datasets; its id. */
  public long worker(String name, String... datasets) {
    sql.update(
        """
        insert into environment (fingerprint, trainer_digest, device_class, threads, determinism,
                                 description)
        values (?, 'digest', 'cpu class', 1, 'bit-identical', '{}') on conflict do nothing
        """,
        ENVIRONMENT);
    long worker =
        sql.number(
            """
            insert into worker (name, environment_fingerprint, device, threads, memory_bytes)
            values (?, ?, 'cpu', 1, 4000000000) returning id
            """,
            name,
            ENVIRONMENT);
    for (String dataset : datasets) {
      sql.update(
          "insert into worker_dataset values (?, ?, ?, 'train/test', 1000, 200, 26, 0.145)",
          worker,
          dataset,
          contentHash(dataset));
    }
    return worker;
  }

  public static String contentHash(String dataset) {
    return Sha256.hex("content of " + dataset);
  }

  /** An attempt that resumed from another one (or null) at a step; its id. */
  public long attempt(long run, long worker, String state, Long resumedFrom, long resumedStep) {
    return sql.number(
        """
        insert into attempt (run_id, generation, worker_id, environment_fingerprint, resumed_from,
                             resumed_step, state, step)
        select ?, count(*) + 1, ?, ?, ?, ?, ?, ? from attempt where run_id = ? returning id
        """,
        run,
        worker,
        ENVIRONMENT,
        resumedFrom,
        resumedStep,
        state,
        resumedStep,
        run);
  }

  /** Points of a metric at the steps from, from + every, ... to. */
  public void points(long attempt, String name, int from, int to, int every, double value) {
    sql.update(
        """
        insert into metric_point select ?, ?, step, ?::float8
        from generate_series(?::int, ?::int, ?::int) as step
        """,
        attempt,
        name,
        value,
        from,
        to,
        every);
  }

  public void point(long attempt, String name, long step, double value) {
    sql.update("insert into metric_point values (?, ?, ?, ?)", attempt, name, step, value);
  }

  /** One batch of digests of the steps from to to. */
  public void digests(long attempt, int sequence, int from, int to) {
    String hex =
        IntStream.rangeClosed(from, to)
            .mapToObj(step -> digest(attempt, step))
            .collect(Collectors.joining());
    sql.update(
        "insert into metric_batch (attempt_id, sequence, first_step, digests) values (?, ?, ?, ?)",
        attempt,
        sequence,
        from,
        HexFormat.of().parseHex(hex));
  }

  public static String digest(long attempt, int step) {
    return Sha256.hex("attempt " + attempt + " step " + step);
  }

  public void log(long attempt, int sequence, String text) {
    sql.update("insert into log_chunk values (?, ?, ?)", attempt, sequence, text);
  }

  /** The run succeeded, in one attempt by the worker unless it has an accepted one. */
  public void succeed(long run, long worker, double accuracy, double seconds) {
    long attempt =
        sql.first(
                "select id from attempt where run_id = ? and state = 'ACCEPTED'",
                row -> row.getLong(1),
                run)
            .orElseGet(() -> attempt(run, worker, "ACCEPTED", null, 0));
    sql.update(
        """
        update run set state = 'SUCCEEDED', worker_id = ?, attempts = 1, generation = 1,
          started_at = now(), finished_at = now(), lease_expires_at = null,
          fingerprint = encode(sha256(convert_to(
            identity || E'\\n' || ?::text || E'\\n' || ?::text, 'UTF8')), 'hex')
        where id = ?
        """,
        worker,
        contentHash(
            sql.first("select dataset from run where id = ?", r -> r.getString(1), run)
                .orElseThrow()),
        ENVIRONMENT,
        run);
    String manifest = "{\"format\":1}";
    sql.update(
        """
        insert into result (run_id, attempt_id, steps, chain, pruned, cost, manifest, seal,
                            dataset_hash, comparability_class, evaluation_protocol)
        values (?, ?, 400, 'chain', false, ?::jsonb, ?, ?, 'hash', 'class', 'protocol')
        """,
        run,
        attempt,
        """
        {"seconds": %s, "trainSeconds": 1, "tokens": 10, "peakMemoryBytes": 5, "parameters": 7,
         "activeParameters": 6}
        """
            .formatted(seconds),
        manifest,
        Sha256.hex(manifest));
    sql.update("insert into result_metric values (?, 'accuracy', ?)", run, accuracy);
    sql.update("insert into result_metric values (?, 'loss', ?)", run, 1 - accuracy);
  }

  /** A worker holds the run. */
  public long lease(long run, long worker) {
    sql.update(
        """
        update run set state = 'LEASED', worker_id = ?, generation = generation + 1,
          lease_expires_at = now() + interval '30 seconds', started_at = now()
        where id = ?
        """,
        worker,
        run);
    return attempt(run, worker, "ACTIVE", null, 0);
  }

  /** The run shows another one's result. */
  public void reuse(long run, long computed) {
    sql.update(
        """
        update run set state = 'SUCCEEDED', reused_from = ?, started_at = now(),
          finished_at = now() where id = ?
        """,
        computed,
        run);
  }

  /** Ids of a sweep's runs, in order. */
  public List<Long> runs(long sweep) {
    return sql.list("select id from run where sweep_id = ? order by id", r -> r.getLong(1), sweep);
  }
}
