package dev.hypersweep.sweeps.pruning;

import dev.hypersweep.sweeps.sampling.Goal;
import java.util.Map;

class ParetoContractTest extends PrunerContract {

  @Override
  Pruner pruner(Goal goal) {
    return Pruners.named("pareto", Map.of("min", 2.0), goal, 5);
  }

  @Override
  int objectives() {
    return 2;
  }
}
