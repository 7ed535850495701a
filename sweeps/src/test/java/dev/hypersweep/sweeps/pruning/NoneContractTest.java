package dev.hypersweep.sweeps.pruning;

import dev.hypersweep.sweeps.sampling.Goal;
import java.util.Map;

class NoneContractTest extends PrunerContract {

  @Override
  Pruner pruner(Goal goal) {
    return Pruners.named("none", Map.of(), goal, 5);
  }

  @Override
  boolean endsTheHopeless() {
    return false;
  }
}
