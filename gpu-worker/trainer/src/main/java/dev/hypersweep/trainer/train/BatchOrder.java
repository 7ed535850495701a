package dev.hypersweep.trainer.train;

/** Which examples each step trains on: a pure function of the step. */
@FunctionalInterface
public interface BatchOrder {

  /** Numbers of the examples of a step, from 1. */
  int[] batch(long step);
}
