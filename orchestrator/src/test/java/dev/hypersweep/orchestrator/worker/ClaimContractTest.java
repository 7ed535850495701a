package dev.hypersweep.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.LeaseRequest;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.WorkerDescription;
import dev.hypersweep.protocol.WorkerRegistration;
import dev.hypersweep.sweeps.simulation.claim.ClaimContract;
import dev.hypersweep.sweeps.simulation.claim.ClaimTable;
import dev.hypersweep.sweeps.simulation.claim.Lease;
import dev.hypersweep.sweeps.simulation.claim.QueuedRun;
import dev.hypersweep.sweeps.simulation.claim.WorkerShape;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The queue in PostgreSQL, reached by the worker protocol, keeps the promises of its twin in
 * memory, on which simulations rest.
 */
@QuarkusTest
class ClaimContractTest extends DispatchTest implements ClaimTable {

  private final Map<String, Long> workers = new HashMap<>();
  private final Map<Lease, dev.hypersweep.protocol.Lease> leases = new HashMap<>();
  private final List<String> identities = new ArrayList<>();

  static Stream<String> promises() {
    return ClaimContract.checks().stream().map(ClaimContract.Check::name);
  }

  @ParameterizedTest
  @MethodSource("promises")
  void keepsThePromise(String name) {
    ClaimContract.checks().stream()
        .filter(check -> check.name().equals(name))
        .forEach(check -> check.against(this));
    assertThat(sql.number("select count(*) from run")).as("runs in the table").isPositive();
  }

  @Override
  public void register(WorkerShape shape) {
    WorkerDescription description =
        new WorkerDescription(
            new Resources(shape.device(), shape.threads(), shape.memoryBytes()),
            Examples.environment("trainer-1"),
            shape.datasets().stream().map(Examples::dataset).toList());
    workers.put(shape.name(), register(new WorkerRegistration(shape.name(), description)));
  }

  /** Equal identities are equal seeds of one configuration. */
  @Override
  public long add(QueuedRun run) {
    if (!identities.contains(run.identity())) {
      identities.add(run.identity());
    }
    long seed = identities.indexOf(run.identity());
    RunSpecification like = Examples.specification(run.dataset(), seed, "moe");
    RunSpecification specification =
        new RunSpecification(
            run.dataset(),
            null,
            "moe",
            like.settings(),
            seed,
            new Resources(run.device(), run.threads(), run.memoryBytes()));
    long trial = trial(run.team(), run.priority(), "moe", run.dataset(), List.of(seed));
    return queue(trial, specification);
  }

  @Override
  public Optional<Lease> claim(String worker, String request) {
    long id = workers.getOrDefault(worker, 999_999L);
    String key = UUID.nameUUIDFromBytes((worker + request).getBytes()).toString();
    Response response = post("leases", new LeaseRequest(id, key));
    assertThat(response.statusCode()).isIn(200, 204, 404);
    if (response.statusCode() != 200) {
      return Optional.empty();
    }
    dev.hypersweep.protocol.Lease given = response.as(dev.hypersweep.protocol.Lease.class);
    Lease lease = new Lease(given.runId(), given.generation());
    leases.put(lease, given);
    return Optional.of(lease);
  }

  @Override
  public boolean succeed(Lease lease) {
    return changes(lease, () -> finish(leases.get(lease), 0.5));
  }

  @Override
  public boolean release(Lease lease) {
    return changes(lease, () -> fail(leases.get(lease), FailureClass.PREEMPTED));
  }

  /** What a worker says again is answered as before, and changes nothing. */
  private boolean changes(Lease lease, Supplier<Response> request) {
    String before = row(lease.run());
    assertThat(request.get().statusCode()).isIn(200, 409);
    return !row(lease.run()).equals(before);
  }

  private String row(long run) {
    return text(
        "select (state, generation, worker_id, finished_at)::text from run where id = ?", run);
  }

  @Override
  public State state(long run) {
    return State.valueOf(runState(run));
  }
}
