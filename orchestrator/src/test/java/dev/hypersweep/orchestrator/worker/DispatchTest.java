package dev.hypersweep.orchestrator.worker;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.LeaseRequest;
import dev.hypersweep.protocol.RunFailure;
import dev.hypersweep.protocol.RunResult;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.WorkerRegistered;
import dev.hypersweep.protocol.WorkerRegistration;
import dev.hypersweep.sweeps.RunIdentity;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

/** Speaks the worker protocol over HTTP, and queues runs as a submitted sweep would. */
public abstract class DispatchTest extends RunningOrchestrator {

  /** A sweep of one trial with one run per seed on the nouns; ids in the order of seeds. */
  protected List<Long> queue(String team, int priority, int seeds) {
    return queue(team, priority, "moe", Examples.NOUNS, seeds);
  }

  protected List<Long> queue(String team, int priority, String variant, String dataset, int seeds) {
    List<Long> numbers = LongStream.range(0, seeds).boxed().toList();
    long trial = trial(team, priority, variant, dataset, numbers);
    return numbers.stream()
        .map(seed -> queue(trial, Examples.specification(dataset, seed, variant)))
        .toList();
  }

  /** The only trial of a new sweep; it has no runs. */
  protected long trial(
      String team, int priority, String variant, String dataset, List<Long> seeds) {
    sql.update("insert into team (name) values (?) on conflict do nothing", team);
    long teamId = sql.number("select id from team where name = ?", team);
    long sweep =
        sql.number(
            """
            insert into sweep (team_id, name, source, media_type, definition, definition_hash,
                               priority, state)
            values (?, 'test', 'name: test', 'application/yaml', ?::jsonb, 'hash', ?, 'WAITING')
            returning id
            """,
            teamId,
            CanonicalJson.of(
                Map.of(
                    "datasets", List.of(dataset),
                    "seeds", seeds,
                    "objective", Map.of("metric", "accuracy", "goal", "maximize"))),
            priority);
    return sql.number(
        """
        insert into trial (sweep_id, number, variant, parameters, configuration,
                           configuration_hash, state)
        values (?, 0, ?, '{}', '{}', 'hash', 'WAITING') returning id
        """,
        sweep,
        variant);
  }

  /** A run of a trial that waits from now on; its id. */
  protected long queue(long trial, RunSpecification specification) {
    return sql.number(
        """
        insert into run (trial_id, sweep_id, team_id, dataset, seed, specification, identity,
                         state, priority, device, threads, memory_bytes)
        select t.id, s.id, s.team_id, ?, ?, ?::jsonb, ?, 'WAITING', s.priority, ?, ?, ?
        from trial t join sweep s on s.id = t.sweep_id where t.id = ? returning id
        """,
        specification.dataset(),
        specification.seed(),
        CanonicalJson.of(specification),
        RunIdentity.of(specification),
        specification.resources().device(),
        specification.resources().threads(),
        specification.resources().memoryBytes(),
        trial);
  }

  protected long register(String name) {
    return register(Examples.registration(name, "trainer-1", Examples.NOUNS, Examples.VERBS));
  }

  protected long register(WorkerRegistration registration) {
    return post("registrations", registration)
        .then()
        .statusCode(200)
        .extract()
        .as(WorkerRegistered.class)
        .workerId();
  }

  /** The next lease, or null if there is nothing to do. */
  protected Lease claim(long worker) {
    return claim(worker, UUID.randomUUID().toString());
  }

  protected Lease claim(long worker, String requestId) {
    Response response = post("leases", new LeaseRequest(worker, requestId));
    if (response.statusCode() == 204) {
      return null;
    }
    return response.then().statusCode(200).extract().as(Lease.class);
  }

  protected Response finish(Lease lease, double accuracy) {
    return attempt(lease, "result", Examples.result(lease, accuracy));
  }

  /** The worker obeys {@code PRUNE} at step 100. */
  protected void finishPruned(Lease lease, double accuracy) {
    RunResult whole = Examples.result(lease, accuracy);
    attempt(
            lease,
            "result",
            new RunResult(
                whole.generation(),
                whole.metrics(),
                100,
                whole.chain(),
                true,
                whole.cost(),
                whole.manifest(),
                whole.seal(),
                null))
        .then()
        .statusCode(200);
  }

  protected Response fail(Lease lease, FailureClass failure) {
    return attempt(
        lease, "failure", new RunFailure(lease.generation(), failure, "as the test wants it", 10));
  }

  protected Response attempt(Lease lease, String what, Object body) {
    return post("attempts/" + lease.attemptId() + "/" + what, body);
  }

  protected Response upload(Lease lease, String name, Long step, byte[] content) {
    var request =
        worker()
            .contentType("application/octet-stream")
            .queryParam("generation", lease.generation())
            .body(content);
    if (step != null) {
      request.queryParam("step", step);
    }
    return request.put(
        "/api/v1/worker/attempts/{attempt}/artifacts/{name}", lease.attemptId(), name);
  }

  protected Response post(String path, Object body) {
    return worker()
        .contentType("application/json")
        .body(body instanceof String text ? text : CanonicalJson.of(body))
        .post("/api/v1/worker/" + path);
  }

  /** Lets the lease of a run run out. */
  protected void expire(long run) {
    sql.update("update run set lease_expires_at = now() - interval '1 second' where id = ?", run);
  }

  protected String runState(long run) {
    return text("select state from run where id = ?", run);
  }

  protected String text(String query, Object... parameters) {
    return sql.first(query, row -> String.valueOf(row.getString(1)), parameters).orElseThrow();
  }
}
