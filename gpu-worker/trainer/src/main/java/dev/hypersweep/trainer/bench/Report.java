package dev.hypersweep.trainer.bench;

/** Tells what was found. */
interface Report {

  /** What stands before every figure: the workload, the machine, PyTorch or what is missing. */
  void begin(Workload workload, Plan plan, Python python, double coreShare);

  /** Losses first: without them a comparison of times says nothing. */
  void losses(LossComparison comparison);

  /** Step times of every side. */
  void timings(Workload workload, Contest.Result result);
}
