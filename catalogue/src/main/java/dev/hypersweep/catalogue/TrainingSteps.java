package dev.hypersweep.catalogue;

/** How many optimiser steps passes over a training split are. */
public final class TrainingSteps {

  private TrainingSteps() {}

  /**
   * Whole, and at least 1.
   *
   * @param epochs passes, above 0
   * @param batch examples per step
   * @param bucketed whether batches do not reach from one pass into the next
   * @param examples that are trained on, 1 or more
   */
  public static double of(double epochs, int batch, boolean bucketed, int examples) {
    double perEpoch = (double) examples / batch;
    return Math.max(1, Math.ceil(epochs * (bucketed ? Math.ceil(perEpoch) : perEpoch)));
  }

  /** Whether each row of a training split is one example; else their number is known later. */
  public static boolean countsRows(TaskKind kind) {
    return kind != TaskKind.SPAN && kind != TaskKind.LANGUAGE_MODEL;
  }
}
