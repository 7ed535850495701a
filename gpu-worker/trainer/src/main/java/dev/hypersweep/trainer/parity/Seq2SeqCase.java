package dev.hypersweep.trainer.parity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.generation.Generated;
import dev.hypersweep.trainer.generation.Generation;
import dev.hypersweep.trainer.generation.GenerationJson;
import dev.hypersweep.trainer.model.t5.EncoderDecoder;
import dev.hypersweep.trainer.model.t5.Seq2SeqBatch;
import dev.hypersweep.trainer.model.t5.SourceContinuation;
import dev.hypersweep.trainer.model.t5.StackOutput;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** What the cases of encoder-decoder models have in common. */
final class Seq2SeqCase {

  private Seq2SeqCase() {}

  /** The inputs: {@code input_ids}, {@code attention_mask} (all ones if absent), {@code labels}. */
  static Seq2SeqBatch batch(Map<String, StoredTensor> inputs) {
    Rows source = Rows.of(inputs, "input_ids");
    return new Seq2SeqBatch(
        source.numbers(),
        Rows.or(inputs, "attention_mask", source, 1).numbers(),
        Rows.of(inputs, "labels").numbers());
  }

  /** The hidden states of both stacks, and the logits. */
  static void states(Check check, String prefix, EncoderDecoder.Output out) {
    states(check, prefix + "encoder_hidden_states.", out.encoder());
    states(check, prefix + "decoder_hidden_states.", out.decoder());
    check.tensor(prefix + "logits", out.logits());
  }

  private static void states(Check check, String prefix, StackOutput stack) {
    for (int i = 0; i < stack.states().size(); i++) {
      check.tensor(prefix + i, stack.states().get(i));
    }
  }

  /** Every generation that the case describes. */
  static void generations(
      Case parityCase, Check check, EncoderDecoder model, Session session, Weights weights)
      throws IOException {
    Seq2SeqBatch batch = batch(parityCase.inputs());
    long[][] starts = new long[batch.source().length][];
    Arrays.setAll(starts, i -> new long[] {model.configuration().start()});
    JsonNode config = parityCase.config();
    for (Map.Entry<String, JsonNode> each :
        parityCase.description().path("generation").properties()) {
      Generated generated =
          Generation.run(
              new SourceContinuation(model, session, weights, batch.source(), batch.mask()),
              starts,
              GenerationJson.read(each.getValue(), config));
      Generations.check(check, each.getKey(), generated);
    }
  }
}
