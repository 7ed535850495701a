package dev.hypersweep.sweeps.pruning;

import dev.hypersweep.sweeps.sampling.Goal;
import java.util.Map;

class PatienceContractTest extends PrunerContract {

  @Override
  Pruner pruner(Goal goal) {
    return Pruners.named("patience", Map.of("patience", 3.0, "delta", 0.05), goal, 5);
  }
}
