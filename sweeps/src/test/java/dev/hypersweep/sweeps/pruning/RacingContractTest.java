package dev.hypersweep.sweeps.pruning;

import dev.hypersweep.sweeps.sampling.Goal;
import java.util.Map;

class RacingContractTest extends PrunerContract {

  @Override
  Pruner pruner(Goal goal) {
    return Pruners.named("racing", Map.of(), goal, 5);
  }
}
