package dev.hypersweep.orchestrator.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.protocol.Lease;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.SweepDefinitions;
import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.pruning.Promotion;
import dev.hypersweep.sweeps.pruning.RungJob;
import dev.hypersweep.sweeps.sampling.Allotment;
import dev.hypersweep.sweeps.sampling.PlanFault;
import dev.hypersweep.sweeps.sampling.Sampler;
import dev.hypersweep.sweeps.sampling.Space;
import dev.hypersweep.sweeps.simulation.Curve;
import dev.hypersweep.sweeps.simulation.Curves;
import dev.hypersweep.sweeps.simulation.Limits;
import dev.hypersweep.sweeps.simulation.Ordering;
import dev.hypersweep.sweeps.simulation.Simulation;
import dev.hypersweep.sweeps.simulation.Strategy;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same curves have the same promotions in the simulator and in a sweep. */
@QuarkusTest
class SimulatedPromotionTest extends PromotedRuns {

  private static final int TRIALS = 20;

  @ParameterizedTest
  @ValueSource(strings = {"asha-promotion", "halving-promotion", "hyperband-promotion"})
  void oneWorkerMakesTheJobsOfTheSimulatedOne(String name) {
    submit(definition("{name: %s, min: 100}".formatted(name), "{name: random}", TRIALS, 1));
    long worker = register("w");
    Map<Integer, Double> rates = new HashMap<>();
    List<RungJob> real = new ArrayList<>();
    for (Lease lease = claim(worker); lease != null; lease = claim(worker)) {
      int trial =
          (int)
              sql.number(
                  "select t.number from trial t join run r on r.trial_id = t.id where r.id = ?",
                  lease.runId());
      rates.put(trial, rate(lease));
      Trained trained = execute(lease);
      real.add(new RungJob(trial, trained.from(), trained.to()));
    }
    assertThat(real).hasSizeGreaterThan(TRIALS);
    assertThat(real).containsExactlyInAnyOrderElementsOf(simulated(name, rates));
  }

  @ParameterizedTest
  @ValueSource(strings = {"asha-promotion", "hyperband-promotion"})
  void aSamplerThatLearnsIsToldOfPausesAndChoosesThePointsOfTheSimulatedOne(String name)
      throws PlanFault {
    String definition =
        definition(
            "{name: %s, min: 100}".formatted(name), "{name: tpe, parallel: 1, seed: 5}", 24, 1);
    submit(definition);
    carryOut(register("w"));
    List<Double> real =
        sql.list(
            "select (parameters ->> 'learning_rate')::float8 as rate from trial order by number",
            row -> row.getDouble("rate"));

    Allotment own = Allotment.of(SweepDefinitions.read(definition)).get(0);
    List<Double> simulated = new ArrayList<>();
    Sampler noted =
        history -> {
          Optional<SortedMap<String, Object>> point = own.sampler().next(history);
          point.ifPresent(one -> simulated.add((Double) one.get("learning_rate")));
          return point;
        };
    Simulation.run(
        new Rates(own.space()),
        noted,
        Strategy.read(name + ",min=100", STEPS, 0),
        Ordering.learned(List.of(new Place("one", 0))),
        new Limits(1, 24, Double.POSITIVE_INFINITY, 5));
    assertThat(simulated).hasSize(24).isEqualTo(real);
  }

  private static List<RungJob> simulated(String name, Map<Integer, Double> rates) {
    List<RungJob> jobs = new ArrayList<>();
    Strategy strategy = Strategy.read(name + ",min=100", STEPS, 0);
    Simulation.run(
        new Rates(NOWHERE),
        history -> point(rates, history.size()),
        new Strategy(name, strategy.pruner(), noted(strategy.promotion(), jobs), false),
        Ordering.learned(List.of(new Place("one", 0))),
        new Limits(1, TRIALS, Double.POSITIVE_INFINITY, 0));
    return jobs;
  }

  private static Optional<SortedMap<String, Object>> point(Map<Integer, Double> rates, int trial) {
    return Optional.ofNullable(rates.get(trial))
        .map(rate -> new TreeMap<>(Map.of("learning_rate", (Object) rate)));
  }

  /** The promotion, and what it says. */
  private static Promotion noted(Promotion promotion, List<RungJob> jobs) {
    return new Promotion() {
      @Override
      public Optional<RungJob> promoted() {
        Optional<RungJob> job = promotion.promoted();
        job.ifPresent(jobs::add);
        return job;
      }

      @Override
      public RungJob begin() {
        RungJob job = promotion.begin();
        jobs.add(job);
        return job;
      }

      @Override
      public void reached(int trial, double loss) {
        promotion.reached(trial, loss);
      }

      @Override
      public void dropped(int trial) {
        promotion.dropped(trial);
      }

      @Override
      public void close() {
        promotion.close();
      }
    };
  }

  /** Where the points come from is said by the test. */
  private static final Space NOWHERE =
      new Space() {
        @Override
        public String name() {
          return "rates";
        }

        @Override
        public List<Parameter> parameters() {
          return List.of();
        }

        @Override
        public boolean exists(Parameter parameter, SortedMap<String, Object> values) {
          return true;
        }

        @Override
        public boolean admits(SortedMap<String, Object> point) {
          return true;
        }
      };

  /** The curves of the test's worker. */
  private record Rates(Space space) implements Curves {

    @Override
    public List<Place> places() {
      return List.of(new Place("one", 0));
    }

    @Override
    public long steps() {
      return STEPS;
    }

    @Override
    public List<Curve> of(SortedMap<String, Object> point) {
      double rate = (Double) point.get("learning_rate");
      long[] steps = new long[STEPS / EVERY];
      double[] losses = new double[steps.length];
      for (int i = 0; i < steps.length; i++) {
        steps[i] = (i + 1L) * EVERY;
        losses[i] = -accuracy(rate, steps[i]);
      }
      return List.of(new Curve(steps, losses, 1));
    }

    @Override
    public OptionalDouble optimum() {
      return OptionalDouble.empty();
    }
  }
}
