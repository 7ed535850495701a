package dev.hypersweep.orchestrator.promotion;

import dev.hypersweep.orchestrator.Yaml;
import dev.hypersweep.orchestrator.worker.DispatchTest;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.MetricBatch;
import dev.hypersweep.protocol.MetricPoint;
import dev.hypersweep.protocol.RunPause;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Workers' messages of runs that are trained from rung to rung. */
class PromotedRuns extends DispatchTest {

  static final int EVERY = 100;
  static final int STEPS = 900;

  static String definition(String pruner, String sampler, int trials, int seeds) {
    return """
        name: promoted
        variants: [moe]
        datasets: [wordnet/noun-supersense]
        seeds: %d
        parameters:
          learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true}
        constants: {steps: %d, evaluation_every: %d}
        sampler: %s
        pruner: %s
        budget: {trials: %d}
        """
        .formatted(seeds, STEPS, EVERY, sampler, pruner, trials);
  }

  void submit(String definition) {
    Yaml.of(definition).post("/api/v1/sweeps").then().statusCode(201);
  }

  static double rate(Lease lease) {
    return ((Number) lease.specification().settings().get("learning_rate")).doubleValue();
  }

  /** Curves cross: a high learning rate is ahead at first, and behind at the end. */
  static double accuracy(double rate, long step) {
    double early = 0.3 * (Math.log10(rate) + 4) / 2;
    double late = 0.4 - 0.3 * Math.abs(Math.log10(rate) + 3);
    double share = (double) step / STEPS;
    return 0.2 + early * (1 - share) + late * share;
  }

  double accuracy(Lease lease, long step) {
    return accuracy(rate(lease), step) + 0.001 * lease.specification().seed();
  }

  /** Steps that a worker trains under a lease. */
  record Trained(long run, long from, long to) {}

  /** Reports the evaluations up to where the lease ends, and its checkpoint. */
  long train(Lease lease) {
    long from = lease.resume() == null ? 0 : lease.resume().step();
    long to = lease.until() == null ? STEPS : (lease.until() + EVERY - 1) / EVERY * EVERY;
    List<MetricPoint> points = new ArrayList<>();
    for (long step = from + EVERY; step <= to; step += EVERY) {
      points.add(new MetricPoint("evaluation/accuracy", step, accuracy(lease, step)));
    }
    attempt(lease, "metrics", new MetricBatch(lease.generation(), 0, points, null))
        .then()
        .statusCode(200);
    if (lease.until() != null) {
      byte[] content = ("run " + lease.runId() + " at " + to).getBytes(StandardCharsets.UTF_8);
      upload(lease, "checkpoint-" + to, to, content).then().statusCode(200);
    }
    return to;
  }

  /** Trains as the lease says, and says the last word. */
  Trained execute(Lease lease) {
    long to = train(lease);
    if (lease.until() == null) {
      finish(lease, accuracy(lease, STEPS)).then().statusCode(200);
    } else {
      pause(lease, to);
    }
    return new Trained(lease.runId(), lease.resume() == null ? 0 : lease.resume().step(), to);
  }

  void pause(Lease lease, long step) {
    attempt(lease, "pause", new RunPause(lease.generation(), step)).then().statusCode(200);
  }

  /** Executes whatever the worker is given until there is nothing left. */
  List<Trained> carryOut(long worker) {
    List<Trained> all = new ArrayList<>();
    for (Lease lease = claim(worker); lease != null; lease = claim(worker)) {
      all.add(execute(lease));
    }
    return all;
  }

  /** What was decided, without ids. */
  List<String> facts() {
    return sql.list(
        """
        select concat_ws(' ', e.kind, t.number, e.step, round(e.value::numeric, 6)) as fact
        from promotion_event e left join trial t on t.id = e.trial_id order by e.number
        """,
        row -> row.getString(1));
  }
}
