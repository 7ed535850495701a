package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.checkpoint.CheckpointFolder;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.model.switchtransformer.SwitchConfiguration;
import dev.hypersweep.trainer.model.switchtransformer.SwitchLayer;
import dev.hypersweep.trainer.model.switchtransformer.SwitchTransformer;
import dev.hypersweep.trainer.model.t5.EncoderDecoder;
import dev.hypersweep.trainer.model.t5.Seq2SeqBatch;
import dev.hypersweep.trainer.model.t5.SparseState;
import dev.hypersweep.trainer.model.t5.StackOutput;
import dev.hypersweep.trainer.moe.gate.SwitchObjective;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.util.Map;

/** What the cases of Switch Transformers have in common. */
record SwitchCase(Case parityCase, Check check, Session session, CheckpointFolder checkpoint) {

  /** Computes everything whose name begins with the prefix. */
  void run(String prefix, SwitchConfiguration configuration) throws IOException {
    Parameters parameters = new Parameters();
    SwitchTransformer model = new SwitchTransformer(parameters, configuration);
    Weights weights =
        StoredWeights.of(session, parameters, checkpoint, parityCase.type(), model::ignores);
    Seq2SeqBatch batch = Seq2SeqCase.batch(parityCase.inputs());
    try (Pass pass = Pass.recording(session, weights)) {
      EncoderDecoder.Output out = model.model().apply(pass, batch);
      Seq2SeqCase.states(check, prefix, out);
      layers(pass, prefix + "moe.encoder.", out.encoder(), model.encoderLayers());
      layers(pass, prefix + "moe.decoder.", out.decoder(), model.decoderLayers());
      NDArray crossEntropy = pass.sequences().crossEntropy(out.logits(), batch.labels(pass), 0);
      check.tensor(prefix + "cross_entropy", crossEntropy);
      NDArray loss =
          crossEntropy
              .add(
                  routers(
                      pass,
                      prefix + "encoder",
                      out.encoder(),
                      configuration,
                      configuration.encoderStep()))
              .add(
                  routers(
                      pass,
                      prefix + "decoder",
                      out.decoder(),
                      configuration,
                      configuration.decoderStep()));
      check.tensor(prefix + "loss", loss);
      Gradients.check(check, prefix, pass, weights, loss);
    }
    if (prefix.isEmpty()) {
      Seq2SeqCase.generations(parityCase, check, model.model(), session, weights);
    }
  }

  /** The weighted router losses of a stack; the library leaves them out where the step is 1. */
  private NDArray routers(
      Pass pass, String name, StackOutput stack, SwitchConfiguration c, int step) {
    NDArray zero = pass.manager().zeros(new Shape(), pass.type());
    boolean counts = step > 1 && !stack.sparse().isEmpty();
    NDArray z = counts ? SwitchObjective.z(pass, stack.routings()) : zero;
    NDArray balance = counts ? SwitchObjective.balance(pass, stack.routings()) : zero;
    check.tensor(name + "_z_loss", z);
    check.tensor(name + "_aux_loss", balance);
    return pass.operations().scale(z, c.z()).add(pass.operations().scale(balance, c.balance()));
  }

  private void layers(
      Pass pass, String prefix, StackOutput stack, Map<Integer, SwitchLayer> layers) {
    for (SparseState state : stack.sparse()) {
      SparseTensors tensors = new SparseTensors(check, prefix + state.block() + ".", state);
      tensors.routing();
      tensors.companion(pass, layers.get(state.block()));
    }
  }
}
