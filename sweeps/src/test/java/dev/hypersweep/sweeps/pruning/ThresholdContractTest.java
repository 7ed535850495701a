package dev.hypersweep.sweeps.pruning;

import dev.hypersweep.sweeps.sampling.Goal;
import java.util.Map;

class ThresholdContractTest extends PrunerContract {

  @Override
  Pruner pruner(Goal goal) {
    // People say bounds in the direction of their metric.
    return goal == Goal.MINIMIZE
        ? Pruners.named("threshold", Map.of("upper", 1.5), goal, 0)
        : Pruners.named("threshold", Map.of("lower", -1.5), goal, 0);
  }
}
