package dev.hypersweep.trainer.parity;

import dev.hypersweep.trainer.checkpoint.CheckpointFolder;
import dev.hypersweep.trainer.model.switchtransformer.SwitchConfiguration;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;

/** {@code switch}: everything that a Switch Transformer's routers, losses and states are. */
final class SwitchKind implements Kind {

  @Override
  public void check(Case parityCase, Check check, Session session) throws IOException {
    CheckpointFolder checkpoint = CheckpointFolder.open(parityCase.folder());
    SwitchConfiguration configuration = SwitchConfiguration.of(checkpoint.config());
    new SwitchCase(parityCase, check, session, checkpoint).run("", configuration);
  }
}
