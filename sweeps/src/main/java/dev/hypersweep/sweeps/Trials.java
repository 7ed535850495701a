package dev.hypersweep.sweeps;

import java.util.List;

/** Makes the trials of a sweep. */
public final class Trials {

  private Trials() {}

  /**
   * All trials, the first of every variant, then the second of every variant, and so on, numbered
   * from 0. Equal definitions give equal trials. Where the sampler learns, these are the trials of
   * a sweep that hears of no result until all are made; {@link TrialChoice} makes them one by one.
   *
   * @param definition as {@link SweepDefinitions#read} gave it
   * @throws IllegalArgumentException if it cannot be planned, which read would have refused
   */
  public static List<TrialPoint> of(SweepDefinition definition) {
    return TrialChoice.of(definition).next(List.of(), Long.MAX_VALUE).trials();
  }
}
