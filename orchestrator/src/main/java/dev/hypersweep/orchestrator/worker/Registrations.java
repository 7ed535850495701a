package dev.hypersweep.orchestrator.worker;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.live.Changed;
import dev.hypersweep.orchestrator.live.Changes;
import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.protocol.DatasetInfo;
import dev.hypersweep.protocol.Environment;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.WorkerRegistration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/**
 * Who is here and what they can do. The same name is the same worker, and the last registration
 * counts. Leases that it holds stay: it may have lost nothing but its connection.
 */
@ApplicationScoped
public class Registrations {

  @Inject Sql sql;
  @Inject Changes changes;

  /** A worker, and the number of its last registration. */
  public record Registered(long id, long registration) {}

  /** Stores a valid registration; a worker that had signed off is at work again. */
  @Transactional
  public Registered register(WorkerRegistration registration) {
    Environment environment = registration.description().environment();
    storeEnvironment(environment);
    Registered worker =
        storeWorker(registration.name(), registration.description().resources(), environment);
    long id = worker.id();
    sql.update("delete from worker_dataset where worker_id = ?", id);
    registration.description().datasets().forEach(dataset -> storeDataset(id, dataset));
    changes.note(Changed.Kind.WORKER, id);
    return worker;
  }

  private void storeEnvironment(Environment environment) {
    sql.update(
        """
        insert into environment
          (fingerprint, trainer_digest, device_class, threads, determinism, description)
        values (?, ?, ?, ?, ?, ?::jsonb)
        on conflict (fingerprint) do nothing
        """,
        environment.fingerprint(),
        environment.trainerDigest(),
        environment.deviceClass(),
        environment.threads(),
        environment.determinism(),
        CanonicalJson.of(
            Map.of("libraries", environment.libraries(), "flags", environment.flags())));
  }

  private Registered storeWorker(String name, Resources resources, Environment environment) {
    return sql.first(
            """
        insert into worker (name, environment_fingerprint, device, threads, memory_bytes)
        values (?, ?, ?, ?, ?)
        on conflict (name) do update set
          environment_fingerprint = excluded.environment_fingerprint, device = excluded.device,
          threads = excluded.threads, memory_bytes = excluded.memory_bytes,
          registered_at = now(), last_seen_at = now(), stopped_at = null,
          registration = worker.registration + 1
        returning id, registration
        """,
            row -> new Registered(row.getLong("id"), row.getLong("registration")),
            name,
            environment.fingerprint(),
            resources.device(),
            resources.threads(),
            resources.memoryBytes())
        .orElseThrow();
  }

  private void storeDataset(long worker, DatasetInfo dataset) {
    sql.update(
        """
        insert into worker_dataset (worker_id, dataset, content_hash, split, train_examples,
                                    evaluation_examples, classes, majority, kind, metric)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        worker,
        dataset.name(),
        dataset.contentHash(),
        dataset.split(),
        dataset.trainExamples(),
        dataset.evaluationExamples(),
        dataset.classes(),
        dataset.majority(),
        dataset.kind(),
        dataset.metric());
  }
}
