package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.checkpoint.CheckpointFolder;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.model.t5.EncoderDecoder;
import dev.hypersweep.trainer.model.t5.Seq2SeqBatch;
import dev.hypersweep.trainer.model.t5.T5;
import dev.hypersweep.trainer.model.t5.T5Configuration;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;

/** {@code t5}: states, logits, loss, gradients, generations and buckets of a T5. */
final class T5Kind implements Kind {

  @Override
  public void check(Case parityCase, Check check, Session session) throws IOException {
    CheckpointFolder checkpoint = CheckpointFolder.open(parityCase.folder());
    T5Configuration configuration = T5Configuration.of(checkpoint.config());
    Parameters parameters = new Parameters();
    EncoderDecoder model = T5.of(parameters, configuration);
    Weights weights =
        StoredWeights.of(session, parameters, checkpoint, parityCase.type(), model::ignores);
    Seq2SeqBatch batch = Seq2SeqCase.batch(parityCase.inputs());
    try (Pass pass = Pass.recording(session, weights)) {
      EncoderDecoder.Output out = model.apply(pass, batch);
      Seq2SeqCase.states(check, "", out);
      NDArray loss = pass.sequences().crossEntropy(out.logits(), batch.labels(pass), 0);
      check.tensor("loss", loss);
      Gradients.check(check, "", pass, weights, loss);
    }
    Buckets.check(check, parityCase.expected(), session);
    Seq2SeqCase.generations(parityCase, check, model, session, weights);
  }
}
