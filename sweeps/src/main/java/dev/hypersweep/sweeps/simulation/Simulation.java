package dev.hypersweep.sweeps.simulation;

import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.matrix.RunBudget;
import dev.hypersweep.sweeps.matrix.RunHistory;
import dev.hypersweep.sweeps.matrix.TrialRace;
import dev.hypersweep.sweeps.pruning.Promotion;
import dev.hypersweep.sweeps.pruning.Pruning;
import dev.hypersweep.sweeps.pruning.RungJob;
import dev.hypersweep.sweeps.sampling.Goal;
import dev.hypersweep.sweeps.sampling.Sampler;
import dev.hypersweep.sweeps.sampling.Study;
import dev.hypersweep.sweeps.simulation.claim.Lease;
import dev.hypersweep.sweeps.simulation.claim.MemoryQueue;
import dev.hypersweep.sweeps.simulation.claim.QueuedRun;
import dev.hypersweep.sweeps.simulation.claim.WorkerShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * A sweep on a virtual clock. A worker claims a run, reports at each step of its curve, and is told
 * to stop where a real one would be; when nothing waits, the promotion says which trial goes on or
 * begins. Time passes only in the runs. Equal arguments give equal outcomes, to the bit.
 *
 * <p>A pruner that races is told of a run's result under the number of its place, and a trial's
 * runs are made one at a time, in the run order. Any other pruner is told of every step of a trial
 * that has one run, and of the mean so far, with the number of runs as step, of one that has many.
 */
public final class Simulation {

  private static final String DEVICE = "simulated";

  private record Event(double time, long order, int worker, double seconds) {}

  /** What a worker is at. */
  private record Work(Lease lease, SimulatedTrial trial, RunBudget run, Curve curve, int report) {}

  private final Curves curves;
  private final Strategy strategy;
  private final Limits limits;
  private final Ordering ordering;
  private final RunHistory known;
  private final Pruning pruning;
  private final Study study;
  private final Map<String, Goal> goals = new HashMap<>();
  private final MemoryQueue queue = new MemoryQueue();
  private final Map<Long, SimulatedTrial> owners = new HashMap<>();
  private final List<SimulatedTrial> trials = new ArrayList<>();
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingDouble(Event::time).thenComparingLong(Event::order));
  private final Work[] works;
  private final ArrayDeque<Integer> idle = new ArrayDeque<>();
  private final List<Outcome.Found> trace = new ArrayList<>();
  private SimulatedTrial best;
  private boolean isUsedUp;
  private long claims;
  private long scheduled;
  private long reports;
  private int completed;
  private int pruned;
  private int failed;
  private double now;
  private double spent;

  private Simulation(
      Curves curves, Sampler sampler, Strategy strategy, Ordering ordering, Limits limits) {
    this.curves = curves;
    this.strategy = strategy;
    this.limits = limits;
    this.ordering = ordering;
    this.known = new RunHistory(curves.places().stream().map(Place::dataset).distinct().toList());
    this.pruning = new Pruning(strategy.pruner());
    this.study =
        new Study(
            curves.space(), sampler, limits.seed(), pruning, List.of(Goal.MINIMIZE), List.of());
    this.works = new Work[limits.workers()];
    Set<String> datasets = new HashSet<>();
    for (Place place : curves.places()) {
      datasets.add(place.dataset());
      goals.put(place.dataset(), Goal.MINIMIZE);
    }
    for (int worker = 0; worker < works.length; worker++) {
      queue.register(new WorkerShape(name(worker), DEVICE, 1, 0, datasets));
      idle.add(worker);
    }
  }

  /**
   * Runs a sweep.
   *
   * @param ordering of the runs of each trial
   */
  public static Outcome run(
      Curves curves, Sampler sampler, Strategy strategy, Ordering ordering, Limits limits) {
    return new Simulation(curves, sampler, strategy, ordering, limits).run();
  }

  private Outcome run() {
    employ();
    while (!events.isEmpty() && spent < limits.workerSeconds()) {
      Event event = events.poll();
      now = event.time();
      spent += event.seconds();
      if (reported(works[event.worker()])) {
        works[event.worker()] = null;
        idle.add(event.worker());
        employ();
      } else {
        goOn(event.worker());
      }
    }
    if (events.isEmpty() && queue.leased() > 0) {
      throw new IllegalStateException(queue.leased() + " runs are leased and nobody is at them");
    }
    // Whoever still waits for its promotion when nothing runs any more is not promoted.
    int paused = events.isEmpty() ? trials.size() - completed - pruned - failed : 0;
    return new Outcome(
        trials.size(),
        completed,
        pruned + paused,
        failed,
        reports,
        Math.min(spent, limits.workerSeconds()),
        now,
        best == null ? null : best.point,
        List.copyOf(trace));
  }

  /** Gives idle workers runs, the one that waits longest first. */
  private void employ() {
    while (!idle.isEmpty()) {
      int worker = idle.peek();
      Optional<Lease> lease = queue.claim(name(worker), "claim " + claims++);
      while (lease.isEmpty() && enqueue()) {
        lease = queue.claim(name(worker), "claim " + claims++);
      }
      if (lease.isEmpty()) {
        return;
      }
      idle.poll();
      SimulatedTrial trial = owners.remove(lease.get().run());
      RunBudget run = trial.queued.remove(lease.get().run());
      Curve curve = trial.curves.get(curves.places().indexOf(run.place()));
      int first = run.from() == 0 ? 0 : curve.reportAt(run.from()) + 1;
      works[worker] =
          new Work(lease.get(), trial, run, curve, Math.min(first, curve.steps().length - 1));
      schedule(worker, run.from());
    }
  }

  /** The promotion's next job; false if no trial may begin and none goes on. */
  private boolean enqueue() {
    Promotion promotion = strategy.promotion();
    Optional<RungJob> next = promotion.promoted();
    if (next.isEmpty() && !isUsedUp) {
      next = begin(promotion);
    }
    if (next.isEmpty()) {
      return false;
    }
    SimulatedTrial trial = trials.get(next.get().trial());
    trial.begin(next.get());
    if (strategy.byCell()) {
      trial.race.next(trial.taken).ifPresent(place -> add(trial, place));
    } else {
      trial.order.forEach(place -> add(trial, place));
    }
    return true;
  }

  /** A new trial, or, if that was the last one, who goes on because none follows. */
  private Optional<RungJob> begin(Promotion promotion) {
    Optional<Study.Asked> asked = trials.size() == limits.trials() ? Optional.empty() : study.ask();
    if (asked.isEmpty()) {
      isUsedUp = true;
      promotion.close();
      return promotion.promoted();
    }
    RungJob job = promotion.begin();
    List<Place> order = ordering.of(job.trial(), known);
    TrialRace race = new TrialRace(job.trial(), order, curves.places(), goals, pruning);
    trials.add(
        new SimulatedTrial(
            job.trial(), asked.get().point(), curves.of(asked.get().point()), order, race));
    return Optional.of(job);
  }

  private void add(SimulatedTrial trial, Place place) {
    trial.taken.add(place);
    String identity = trial.number + " " + place + " " + trial.job.to();
    long run = queue.add(new QueuedRun("team", 0, place.dataset(), identity, DEVICE, 1, 0));
    trial.queued.put(run, new RunBudget(place, trial.job.from(), trial.job.to(), curves.steps()));
    owners.put(run, trial);
  }

  private void schedule(int worker, long from) {
    Work work = works[worker];
    long whole = work.curve().steps()[work.curve().steps().length - 1];
    long steps = Math.max(0, work.curve().steps()[work.report()] - Math.min(from, whole));
    double seconds = work.curve().seconds() * steps / whole;
    events.add(new Event(now + seconds, scheduled++, worker, seconds));
  }

  private void goOn(int worker) {
    Work work = works[worker];
    works[worker] =
        new Work(work.lease(), work.trial(), work.run(), work.curve(), work.report() + 1);
    schedule(worker, work.curve().steps()[work.report()]);
  }

  /** A worker's report; true if it is free now. */
  private boolean reported(Work work) {
    SimulatedTrial trial = work.trial();
    if (trial.ended) {
      queue.cancel(work.lease().run());
      return true;
    }
    reports++;
    double loss = work.curve().losses()[work.report()];
    long step = work.curve().steps()[work.report()];
    boolean last = work.report() == work.curve().steps().length - 1 || step >= work.run().until();
    boolean whole = last && work.run().isLast();
    boolean single = curves.places().size() == 1;
    // As peers do: a report at the end is told, but nobody stops a run that has ended.
    boolean hopeless = single && !strategy.byCell() && study.report(trial.number, step, loss);
    if (hopeless && !whole) {
      queue.cancel(work.lease().run());
      prune(trial);
      return true;
    }
    if (!last) {
      return false;
    }
    queue.succeed(work.lease());
    trial.reached.put(work.run().place(), loss);
    if (whole) {
      known.measured(trial.number, work.run().place().dataset(), loss, work.curve().seconds());
    }
    ran(trial, work.run().place(), loss);
    return true;
  }

  private void ran(SimulatedTrial trial, Place place, double loss) {
    boolean all = trial.reached.size() == curves.places().size();
    boolean hopeless = false;
    if (strategy.byCell()) {
      hopeless = trial.race.measured(place, loss);
    } else if (curves.places().size() > 1 && trial.job.to() >= curves.steps()) {
      hopeless = study.report(trial.number, trial.reached.size(), trial.mean(curves.places()));
    }
    if (hopeless && !all) {
      prune(trial);
    } else if (all) {
      arrived(trial);
    } else if (strategy.byCell()) {
      trial.race.next(trial.taken).ifPresent(next -> add(trial, next));
    }
  }

  /** All runs of a trial have reached its rung. */
  private void arrived(SimulatedTrial trial) {
    double mean = trial.mean(curves.places());
    if (trial.job.to() < curves.steps()) {
      long steps = trial.job.to() * curves.places().size();
      study.pause(trial.number, steps, mean);
      strategy.promotion().reached(trial.number, mean);
      return;
    }
    trial.ended = true;
    study.tell(trial.number, List.of(mean));
    if (Double.isNaN(mean)) {
      failed++;
      strategy.promotion().dropped(trial.number);
      return;
    }
    completed++;
    strategy.promotion().reached(trial.number, mean);
    if (trace.isEmpty() || mean < trace.get(trace.size() - 1).loss()) {
      best = trial;
      trace.add(new Outcome.Found(spent, now, mean));
    }
  }

  private void prune(SimulatedTrial trial) {
    trial.ended = true;
    pruned++;
    trial.queued.keySet().forEach(queue::cancel);
    study.prune(trial.number);
    strategy.promotion().dropped(trial.number);
  }

  private static String name(int worker) {
    return "worker " + worker;
  }
}
