package dev.hypersweep.trainer.model.gpt2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.model.CausalDecoder;
import dev.hypersweep.trainer.model.CausalInput;
import dev.hypersweep.trainer.model.DecoderCost;
import dev.hypersweep.trainer.model.KeysValues;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.gate.RouterObjective;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.nn.Embedding;
import dev.hypersweep.trainer.nn.LayerNorm;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A decoder with a language-model head: token and position embeddings, blocks, a final norm. */
public final class Gpt2 implements CausalDecoder {

  private final Gpt2Configuration configuration;
  private final Parameters parameters = new Parameters();
  private final Embedding tokens;
  private final Embedding positions;
  private final List<Gpt2Block> blocks;
  private final LayerNorm norm;
  private final Parameter head;
  private final RouterObjective objective;
  private final long idleSize;

  /**
   * What a forward pass gives.
   *
   * @param states [B, T, d] before each block, and the last one after the final norm
   * @param logits [B, T, V]
   * @param present per block, keys and values of all S tokens
   * @param halves what the second half of each block gave
   */
  public record Output(
      List<NDArray> states,
      NDArray logits,
      List<KeysValues> present,
      List<SparseLayer.Output> halves) {

    /** Where the tokens went in each sparse block; empty for a dense model. */
    public List<Routing> routings() {
      return halves.stream().map(SparseLayer.Output::routing).filter(Objects::nonNull).toList();
    }
  }

  /** A dense model. */
  public Gpt2(Gpt2Configuration c) {
    this(c, Gpt2FeedForwards.dense(c));
  }

  /**
   * @param halves makes the second half of each block
   */
  public Gpt2(Gpt2Configuration c, Gpt2FeedForwards halves) {
    configuration = c;
    objective = halves.objective();
    String name = Gpt2Names.PREFIX;
    tokens = new Embedding(parameters, name + "wte", c.vocabulary(), c.width(), c.deviation());
    positions = new Embedding(parameters, name + "wpe", c.positions(), c.width(), c.deviation());
    blocks =
        IntStream.range(0, c.layers())
            .mapToObj(i -> new Gpt2Block(parameters, name + "h." + i, i, c, halves))
            .toList();
    idleSize = halves.idleSize();
    norm = new LayerNorm(parameters, name + "ln_f", c.width(), c.epsilon());
    head =
        c.tied()
            ? tokens.table()
            : parameters.matrix(Gpt2Names.HEAD, c.initialiser(), c.vocabulary(), c.width());
  }

  /**
   * States and logits.
   *
   * @throws IllegalArgumentException if a position is beyond the table
   */
  public Output apply(Pass pass, CausalInput input) {
    NDArray mask = input.scoreMask(pass); // [B, 1, T, S]
    List<NDArray> states = new ArrayList<>();
    List<KeysValues> present = new ArrayList<>();
    List<SparseLayer.Output> halves = new ArrayList<>();
    NDArray x = embed(pass, input);
    for (int i = 0; i < blocks.size(); i++) {
      states.add(x);
      KeysValues past = input.past().isEmpty() ? null : input.past().get(i);
      Gpt2Block.Output out = blocks.get(i).apply(pass, x, mask, past);
      x = out.x();
      present.add(out.present());
      halves.add(out.half());
    }
    x = norm.apply(pass, x);
    states.add(x);
    return new Output(states, pass.operations().linear(x, pass.get(head), null), present, halves);
  }

  @Override
  public Predicted predict(Pass pass, CausalInput input) {
    Output out = apply(pass, input);
    return new Predicted(out.logits(), out.present(), out.routings(), objective);
  }

  private NDArray embed(Pass pass, CausalInput input) {
    NDArray x =
        tokens
            .apply(pass, input.tokens(pass))
            .add(positions.apply(pass, create(pass, checked(input.positions()))));
    return pass.dropout(x, configuration.embeddingDropout()); // [B, T, d]
  }

  private long[][] checked(long[][] rows) {
    long most = Arrays.stream(rows).flatMapToLong(Arrays::stream).max().orElse(0);
    if (most >= configuration.positions()) {
      throw new IllegalArgumentException(
          "a sequence of "
              + (most + 1)
              + " tokens is longer than the "
              + configuration.positions()
              + " that the model has positions for; shorten it");
    }
    return rows;
  }

  private static NDArray create(Pass pass, long[][] rows) {
    long[] flat = Arrays.stream(rows).flatMapToLong(Arrays::stream).toArray();
    return pass.manager().create(flat, new Shape(rows.length, rows[0].length));
  }

  /**
   * Mean cross-entropy of each token's successor, in nats.
   *
   * @param labels [B][T], the tokens themselves; -100 where a token is not to be predicted
   */
  public NDArray loss(Pass pass, Output out, long[][] labels) {
    long[][] next = new long[labels.length][];
    for (int b = 0; b < labels.length; b++) {
      next[b] = Arrays.copyOfRange(labels[b], 1, labels[b].length + 1);
      next[b][labels[b].length - 1] = -100;
    }
    return pass.sequences().crossEntropy(out.logits(), create(pass, next), 0);
  }

  /** What a token pays for. */
  public DecoderCost cost() {
    Gpt2Configuration c = configuration;
    long tables = c.tied() ? c.positions() : (long) c.positions() + c.vocabulary();
    return new DecoderCost(idleSize, tables * c.width(), (long) c.width() * c.layers());
  }

  /** Every parameter. */
  public Parameters parameters() {
    return parameters;
  }

  /** Its numbers. */
  public Gpt2Configuration configuration() {
    return configuration;
  }
}
