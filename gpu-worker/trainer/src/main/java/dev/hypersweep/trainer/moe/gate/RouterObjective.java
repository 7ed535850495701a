package dev.hypersweep.trainer.moe.gate;

import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/** The auxiliary losses of all routers of a stack together. */
@FunctionalInterface
public interface RouterObjective {

  /** No auxiliary loss. */
  RouterObjective NONE = (pass, stack) -> List.of();

  /**
   * @param stack the routings of the stack's sparse layers, one or more
   */
  List<AuxiliaryLoss> of(Pass pass, List<Routing> stack);
}
