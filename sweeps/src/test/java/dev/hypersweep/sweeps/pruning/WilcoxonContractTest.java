package dev.hypersweep.sweeps.pruning;

import dev.hypersweep.sweeps.sampling.Goal;
import java.util.Map;

class WilcoxonContractTest extends PrunerContract {

  @Override
  Pruner pruner(Goal goal) {
    return Pruners.named("wilcoxon", Map.of(), goal, 5);
  }
}
