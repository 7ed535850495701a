package dev.hypersweep.trainer.bench;

import java.util.List;

/** Tells what was found. */
interface Report {

  /**
   * What stands before every figure: the workload, the machine, PyTorch or what is missing.
   *
   * @param python null where PyTorch has no part
   */
  void begin(Workload workload, Plan plan, Python python, double coreShare);

  /** Losses first: without them a comparison of times says nothing. */
  void losses(LossComparison comparison);

  /** Step times of every side. */
  void timings(Workload workload, Contest.Result result);

  /** Cost along one axis. */
  void growth(Growth growth);

  /** Memory over many steps. */
  void memory(List<Footprint> footprints);
}
