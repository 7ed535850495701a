package dev.hypersweep.sweeps;

import dev.hypersweep.sweeps.sampling.Allotment;
import dev.hypersweep.sweeps.sampling.PlanFault;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the trials of a sweep as they are needed. What is chosen depends on the definition and on
 * the trials before it, in their order, with what is known of each: not on when it became known,
 * nor on this object. So a sweep goes on after a crash as if there had been none, and can be
 * replayed.
 */
public final class TrialChoice {

  private final List<Allotment> allotments;
  private final List<MadeTrial> stored;

  private TrialChoice(List<Allotment> allotments, List<MadeTrial> stored) {
    this.allotments = allotments;
    this.stored = List.copyOf(stored);
  }

  /**
   * Trials that were chosen.
   *
   * @param trials in the order of their numbers, which go on from those made before
   * @param toCome how many may follow once results are known, at most
   */
  public record Chosen(List<TrialPoint> trials, long toCome) {}

  /**
   * The choice for a sweep.
   *
   * @param definition as {@link SweepDefinitions#read} gave it
   * @throws IllegalArgumentException if it cannot be planned, which read would have refused
   */
  public static TrialChoice of(SweepDefinition definition) {
    return of(definition, List.of());
  }

  /**
   * The same with a warm start.
   *
   * @param stored ended trials of other sweeps, as {@link StoredPoints} carries them over
   */
  public static TrialChoice of(SweepDefinition definition, List<MadeTrial> stored) {
    try {
      return new TrialChoice(Allotment.of(definition), stored);
    } catch (PlanFault fault) {
      throw new IllegalArgumentException(fault.getMessage(), fault);
    }
  }

  /** Whether some variant's points depend on what became of earlier ones. */
  public boolean learns() {
    return allotments.stream().anyMatch(Allotment::learns);
  }

  /** A search that grows with the sweep. One of them at a time may be used. */
  public TrialSearch search() {
    return new TrialSearch(allotments, stored);
  }

  /**
   * The next trials, as {@link TrialSearch#next} has them.
   *
   * @param made all trials before, in the order of their numbers
   * @param atOnce trials of a variant that are open at a time, 1 or more
   */
  public Chosen next(List<MadeTrial> made, long atOnce) {
    return after(made).next(atOnce);
  }

  /**
   * The next trial of one variant, whatever is open.
   *
   * @param variant of any trial of its space
   * @param made all trials before, in the order of their numbers
   * @return empty if there is none
   */
  public Optional<TrialPoint> next(String variant, List<MadeTrial> made) {
    return after(made).next(variant);
  }

  private TrialSearch after(List<MadeTrial> made) {
    TrialSearch search = search();
    made.forEach(search::add);
    return search;
  }
}
