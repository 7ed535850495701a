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

  /** Stores a valid registration; the worker's id. */
  @Transactional
  public long register(WorkerRegistration registration) {
    Environment environment = registration.description().environment();
    storeEnvironment(environment);
    long id = storeWorker(registration.name(), registration.description().resources(), environment);
    sql.update("delete from worker_dataset where worker_id = ?", id);
    registration.description().datasets().forEach(dataset -> storeDataset(id, dataset));
    changes.note(Changed.Kind.WORKER, id);
    return id;
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

  private long storeWorker(String name, Resources resources, Environment environment) {
    return sql.number(
        """
        insert into worker (name, environment_fingerprint, device, threads, memory_bytes)
        values (?, ?, ?, ?, ?)
        on conflict (name) do update set
          environment_fingerprint = excluded.environment_fingerprint, device = excluded.device,
          threads = excluded.threads, memory_bytes = excluded.memory_bytes,
          registered_at = now(), last_seen_at = now()
        returning id
        """,
        name,
        environment.fingerprint(),
        resources.device(),
        resources.threads(),
        resources.memoryBytes());
  }

  private void storeDataset(long worker, DatasetInfo dataset) {
    sql.update(
        """
        insert into worker_dataset (worker_id, dataset, content_hash, split, train_examples,
                                    evaluation_examples, classes, majority)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        worker,
        dataset.name(),
        dataset.contentHash(),
        dataset.split(),
        dataset.trainExamples(),
        dataset.evaluationExamples(),
        dataset.classes(),
        dataset.majority());
  }
}
