package dev.hypersweep.trainer.bench;

/** A workload whose steps take milliseconds. */
final class TinyWorkload {

  static final Workload TINY = new Workload(50, 16, 2, 2, 24, 6, 4, 3, 4, 1, 5, 7, 3, 1);

  private TinyWorkload() {}
}
