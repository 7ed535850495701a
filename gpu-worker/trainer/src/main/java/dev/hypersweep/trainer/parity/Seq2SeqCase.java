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
    long[][] source = rows(required(inputs, "input_ids"));
    return new Seq2SeqBatch(
        source,
        inputs.containsKey("attention_mask") ? rows(inputs.get("attention_mask")) : ones(source),
        rows(required(inputs, "labels")));
  }

  private static long[][] ones(long[][] like) {
    long[][] ones = new long[like.length][like[0].length];
    Arrays.stream(ones).forEach(row -> Arrays.fill(row, 1));
    return ones;
  }

  private static StoredTensor required(Map<String, StoredTensor> inputs, String name) {
    StoredTensor tensor = inputs.get(name);
    if (tensor == null || tensor.shape().length != 2) {
      throw new IllegalArgumentException("inputs.safetensors: " + name + " of two axes is missing");
    }
    return tensor;
  }

  private static long[][] rows(StoredTensor tensor) {
    long[] numbers = tensor.wholes();
    int length = (int) tensor.shape()[1];
    long[][] rows = new long[(int) tensor.shape()[0]][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(numbers, i * length, (i + 1) * length));
    return rows;
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
      String name = "generate." + each.getKey();
      long[][] sequences = generated.sequences();
      check.numbers(
          name + ".sequences",
          Arrays.stream(sequences).flatMapToLong(Arrays::stream).asDoubleStream().toArray(),
          sequences.length,
          sequences[0].length);
      if (generated.scores() != null) {
        check.numbers(name + ".scores", generated.scores(), generated.scores().length);
      }
    }
  }
}
