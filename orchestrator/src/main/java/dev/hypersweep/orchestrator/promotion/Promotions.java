package dev.hypersweep.orchestrator.promotion;

import dev.hypersweep.orchestrator.database.SqlFailure;
import dev.hypersweep.orchestrator.promotion.PromotionLog.Fact;
import dev.hypersweep.orchestrator.promotion.PromotionLog.Kind;
import dev.hypersweep.orchestrator.trial.RungObjective;
import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.matrix.Score;
import dev.hypersweep.sweeps.pruning.RungJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Lets the trials of a sweep go on from rung to rung, in the transaction that ends or pauses a run:
 * the sweep's row must be locked. What was told and decided is stored with it, so an orchestrator
 * that is started again, or was killed at any moment, decides the same.
 */
@ApplicationScoped
public class Promotions {

  private static final Logger LOG = Logger.getLogger(Promotions.class);

  @Inject PromotionLog log;
  @Inject PausedTrials trials;
  @Inject RungObjective objectives;

  /** The sweep's rivals by what their space is called; the key of a search over all is null. */
  private record Course(PromotedSweep sweep, Map<String, Rivals> rivals) {}

  /**
   * Tells the promotion what is new, and lets go on whom it promotes. Does nothing if nothing is,
   * or if the sweep promotes nobody.
   */
  public void settle(long sweep) {
    trials
        .sweep(sweep)
        .ifPresent(
            one -> {
              try {
                settle(one);
              } catch (SqlFailure e) {
                throw e;
              } catch (RuntimeException e) {
                // What a worker has computed must not be lost because nothing can follow it.
                LOG.warnf(e, "sweep %d: nobody can be promoted any more", sweep);
                giveUp(sweep, "nobody can be promoted any more: " + e.getMessage());
              }
            });
  }

  /** Numbers of the open trials that pause: nothing of them is under way or waits for a worker. */
  public Collection<Integer> pausing(long sweep) {
    return trials.pausing(sweep);
  }

  /** Ends all runs that pause, or were promoted and have not gone on. */
  public void giveUp(long sweep, String reason) {
    trials.giveUp(sweep, reason);
  }

  private void settle(PromotedSweep sweep) {
    Course course = replayed(sweep);
    for (PausedTrials.New one : trials.unbegun(sweep.id())) {
      Rivals rivals = course.rivals().computeIfAbsent(one.space(), any -> rivals(sweep, one));
      RungJob job = rivals.begin(one.trial());
      log.add(sweep.id(), new Fact(Kind.BEGIN, one.space(), one.trial(), job.to(), null));
      trials.begin(one.trial(), job.to(), rivals.rung(job.to()), rivals.isTop(job.to()));
    }
    boolean moved = true;
    while (moved) {
      arrive(course);
      moved = false;
      for (Map.Entry<String, Rivals> one : course.rivals().entrySet()) {
        close(sweep, one);
        moved |= !sweep.spent() && promote(sweep, one);
      }
    }
    course.rivals().forEach((space, rivals) -> trials.lose(sweep, space, rivals));
  }

  private void close(PromotedSweep sweep, Map.Entry<String, Rivals> one) {
    if (sweep.toCome() == 0 && !one.getValue().isClosed()) {
      one.getValue().close();
      log.add(sweep.id(), new Fact(Kind.CLOSE, one.getKey(), null, null, null));
    }
  }

  /** Whether anybody goes on. */
  private boolean promote(PromotedSweep sweep, Map.Entry<String, Rivals> one) {
    Rivals rivals = one.getValue();
    boolean any = false;
    for (Optional<Long> next = rivals.promoted(); next.isPresent(); next = rivals.promoted()) {
      long to = rivals.job(next.get()).orElseThrow().to();
      log.add(sweep.id(), new Fact(Kind.PROMOTE, one.getKey(), next.get(), to, null));
      trials.goOn(sweep, next.get(), to, rivals.rung(to), rivals.isTop(to));
      any = true;
    }
    return any;
  }

  /** Trials of which no run is under way any more have reached their rung, or are dropped. */
  private void arrive(Course course) {
    for (PausedTrials.Resting one : trials.resting(course.sweep().id())) {
      Rivals rivals = course.rivals().get(one.space());
      rivals.job(one.trial()).ifPresent(job -> arrive(course.sweep(), rivals, one, job));
    }
  }

  private void arrive(PromotedSweep sweep, Rivals rivals, PausedTrials.Resting trial, RungJob job) {
    Map<Place, Double> values = new HashMap<>();
    Set<Place> failed = new HashSet<>();
    long steps = 0;
    for (PausedTrials.Rested run : trials.runs(trial.trial())) {
      if (run.failed()) {
        failed.add(run.place());
      } else {
        objectives
            .ofRun(sweep.id(), run.id(), run.place().dataset(), job.to())
            .ifPresent(value -> values.put(run.place(), value));
        steps += Math.min(run.step(), job.to());
      }
    }
    Score score = objectives.ofTrial(sweep.id(), values, failed);
    if (values.isEmpty() || !score.exists()) {
      rivals.dropped(trial.trial());
      log.add(sweep.id(), new Fact(Kind.DROP, trial.space(), trial.trial(), null, null));
      trials.drop(trial.trial());
      return;
    }
    rivals.reached(trial.trial(), loss(sweep, score.value()));
    log.add(sweep.id(), new Fact(Kind.RUNG, trial.space(), trial.trial(), job.to(), score.value()));
    trials.known(trial.trial(), score.value(), steps);
  }

  private static double loss(PromotedSweep sweep, double value) {
    return sweep.objective().direction().loss(value);
  }

  private Course replayed(PromotedSweep sweep) {
    Map<String, Rivals> all = new LinkedHashMap<>();
    Map<String, Long> steps = trials.steps(sweep.id());
    for (Fact fact : log.of(sweep.id())) {
      Rivals rivals =
          all.computeIfAbsent(fact.space(), space -> new Rivals(sweep.pruner(), steps.get(space)));
      switch (fact.kind()) {
        case BEGIN -> rivals.begin(fact.trial());
        case RUNG -> rivals.reached(fact.trial(), loss(sweep, fact.value()));
        case DROP -> rivals.dropped(fact.trial());
        case PROMOTE -> demandSame(fact, rivals.promoted());
        case CLOSE -> rivals.close();
      }
    }
    return new Course(sweep, all);
  }

  private static void demandSame(Fact stored, Optional<Long> again) {
    if (!again.equals(Optional.of(stored.trial()))) {
      throw new IllegalStateException(
          "the stored facts promote trial " + stored.trial() + ", told again " + again);
    }
  }

  private static Rivals rivals(PromotedSweep sweep, PausedTrials.New first) {
    return new Rivals(sweep.pruner(), first.steps());
  }
}
