package dev.hypersweep.sweeps.pruning;

import dev.hypersweep.sweeps.sampling.Goal;
import java.util.Map;

class FriedmanContractTest extends PrunerContract {

  @Override
  Pruner pruner(Goal goal) {
    return Pruners.named("friedman", Map.of(), goal, 5);
  }
}
