package dev.hypersweep.sweeps.pruning;

/**
 * What a free worker does next: takes a trial from one rung to the next. For a run this is a budget
 * of {@code to} steps, begun at the checkpoint of step {@code from}.
 *
 * @param trial number, from 0; trials begin in the order of their numbers
 * @param from step of the checkpoint; 0: from the beginning
 * @param to step at which it reports and pauses, or ends if that is the greatest
 */
public record RungJob(int trial, long from, long to) {

  /** Whether the trial must be asked of the sampler first. */
  public boolean isNew() {
    return from == 0;
  }
}
