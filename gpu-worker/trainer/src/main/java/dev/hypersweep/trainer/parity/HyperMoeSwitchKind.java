package dev.hypersweep.trainer.parity;

import dev.hypersweep.trainer.checkpoint.CheckpointFolder;
import dev.hypersweep.trainer.model.switchtransformer.SwitchConfiguration;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;

/**
 * {@code hypermoe-switch}: the authors' HyperMoE Switch Transformer, and under {@code plain.} the
 * same weights without the hypernetwork.
 */
final class HyperMoeSwitchKind implements Kind {

  @Override
  public void check(Case parityCase, Check check, Session session) throws IOException {
    CheckpointFolder checkpoint = CheckpointFolder.open(parityCase.folder());
    SwitchConfiguration c = SwitchConfiguration.of(checkpoint.config());
    SwitchCase run = new SwitchCase(parityCase, check, session, checkpoint);
    run.run("", c);
    run.run("plain.", c.withoutHyper());
  }
}
