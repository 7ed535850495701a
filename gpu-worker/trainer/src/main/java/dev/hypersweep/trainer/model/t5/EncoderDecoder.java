package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.KeysValues;
import dev.hypersweep.trainer.model.ScoreMask;
import dev.hypersweep.trainer.moe.gate.AuxiliaryLoss;
import dev.hypersweep.trainer.moe.gate.RouterObjective;
import dev.hypersweep.trainer.nn.Embedding;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The whole of a T5: one token table for source and target, an encoder, a decoder, and an output
 * head. Its feed-forward layers are made by whoever makes the model.
 */
public final class EncoderDecoder {

  private static final Set<String> COPIES =
      Set.of("encoder.embed_tokens.weight", "decoder.embed_tokens.weight");

  private final Parameters parameters;
  private final T5Configuration configuration;
  private final RouterObjective objective;
  private final Embedding shared;
  private final Encoder encoder;
  private final Decoder decoder;
  private final Parameter head;

  /** The source as the decoder needs it: each block's keys and values, and what is padding. */
  record Source(List<KeysValues> keysValues, NDArray mask) {}

  /**
   * What a pass over source and target gives.
   *
   * @param encoder states of the encoder
   * @param decoder states of the decoder
   * @param logits [B, T, V] of the token that follows each position of the decoder's input
   */
  public record Output(StackOutput encoder, StackOutput decoder, NDArray logits) {}

  /**
   * @param objective what the routers of a stack add to the loss
   */
  public EncoderDecoder(
      Parameters parameters,
      T5Configuration c,
      T5FeedForward.Maker encoderLayers,
      T5FeedForward.Maker decoderLayers,
      RouterObjective objective) {
    this.parameters = parameters;
    this.objective = objective;
    configuration = c;
    shared = new Embedding(parameters, "shared", c.rows(), c.width(), c.spread());
    encoder = new Encoder(parameters, c, encoderLayers);
    decoder = new Decoder(parameters, c, decoderLayers);
    head =
        c.tied()
            ? shared.table()
            : parameters.matrix(
                "lm_head.weight", Initialiser.normal(c.spread()), c.rows(), c.width());
  }

  /** Logits and states of a batch. */
  public Output apply(Pass pass, Seq2SeqBatch batch) {
    NDArray mask = ScoreMask.padding(pass, batch.mask());
    StackOutput encoded = encoder.apply(pass, embed(pass, batch.source()), mask);
    Decoder.Written written =
        decoder.apply(
            pass,
            embed(pass, batch.decoderInput(configuration)),
            List.of(),
            decoder.sources(pass, encoded.last()),
            mask);
    return new Output(encoded, written.output(), logits(pass, written.output().last()));
  }

  /** The router losses of both stacks; a stack without sparse blocks has none. */
  public List<AuxiliaryLoss> auxiliary(Pass pass, Output out) {
    return Stream.concat(
            auxiliary(pass, "encoder_", out.encoder()), auxiliary(pass, "decoder_", out.decoder()))
        .toList();
  }

  private Stream<AuxiliaryLoss> auxiliary(Pass pass, String prefix, StackOutput stack) {
    return stack.sparse().isEmpty()
        ? Stream.of()
        : objective.of(pass, stack.routings()).stream()
            .map(loss -> new AuxiliaryLoss(prefix + loss.name(), loss.value(), loss.weight()));
  }

  /** Reads a source, for the decoder to write to. */
  Source read(Pass pass, long[][] tokens, long[][] mask) {
    NDArray terms = ScoreMask.padding(pass, mask);
    NDArray encoded = encoder.apply(pass, embed(pass, tokens), terms).last();
    return new Source(decoder.sources(pass, encoded), terms);
  }

  /**
   * What a step of the decoder gives: logits [B, 1, V] after the last token, and what is past now.
   */
  record Step(NDArray logits, List<KeysValues> past) {}

  /**
   * Goes on writing.
   *
   * @param tokens [B][T] that follow the past
   * @param past empty: there is none
   */
  Step write(Pass pass, long[][] tokens, List<KeysValues> past, Source source) {
    Decoder.Written written =
        decoder.apply(pass, embed(pass, tokens), past, source.keysValues(), source.mask());
    NDArray last = written.output().last().get(":, -1:"); // [B, 1, d]
    return new Step(logits(pass, last), written.present());
  }

  private NDArray embed(Pass pass, long[][] tokens) {
    return shared.apply(pass, Seq2SeqBatch.tensor(pass, tokens)); // [B, L, d]
  }

  /** [.., d] -> [.., V]. */
  private NDArray logits(Pass pass, NDArray x) {
    // A tied head is scaled: the table's vectors are of length sqrt(d) at the start.
    NDArray scaled =
        configuration.tied() ? pass.operations().scale(x, 1 / Math.sqrt(configuration.width())) : x;
    return pass.operations().linear(scaled, pass.get(head), null);
  }

  /**
   * Whether a tensor of that name may stand in a checkpoint although it is no parameter: further
   * copies of the token table, and a table of positions that the first release wrote and never
   * read.
   */
  public boolean ignores(String name) {
    return COPIES.contains(name)
        || name.equals("lm_head.weight") && configuration.tied()
        || name.equals("decoder.block.0.layer.1.EncDecAttention.relative_attention_bias.weight");
  }

  /** What the routers of a stack add to the loss. */
  RouterObjective objective() {
    return objective;
  }

  /** Every parameter of the model. */
  public Parameters parameters() {
    return parameters;
  }

  /** Parameters that a token of the source and one of the target do not meet. */
  long idleSize() {
    return encoder.idleSize() + decoder.idleSize();
  }

  /** The numbers that it is made of. */
  public T5Configuration configuration() {
    return configuration;
  }
}
