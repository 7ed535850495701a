package dev.hypersweep.trainer.model.deepseek;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.CausalDecoder;
import dev.hypersweep.trainer.model.CausalInput;
import dev.hypersweep.trainer.model.CompanionMaker;
import dev.hypersweep.trainer.model.DecoderCost;
import dev.hypersweep.trainer.model.KeysValues;
import dev.hypersweep.trainer.moe.gate.RouterObjective;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.moe.gate.SequenceBalance;
import dev.hypersweep.trainer.nn.Embedding;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.RmsNorm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The decoder as a whole: token table, blocks, a final norm, an output head. */
public final class DeepSeekDecoder implements CausalDecoder {

  private final DeepSeekConfiguration configuration;
  private final Embedding tokens;
  private final List<DeepSeekBlock> blocks;
  private final RmsNorm norm;
  private final Parameter head;

  /**
   * What a pass gives.
   *
   * @param states [B, L, d] each: the embeddings, the output of every block but the last, and the
   *     normed output of the last
   * @param logits [B, L, V] of the token that follows each position
   * @param routings of the sparse layers, padded positions included
   * @param present each block's keys and values of all positions so far
   */
  public record Output(
      List<NDArray> states, NDArray logits, List<Routing> routings, List<KeysValues> present) {}

  /** Enters the parameters under the names of the checkpoints. */
  public DeepSeekDecoder(Parameters parameters, DeepSeekConfiguration c) {
    this(parameters, c, CompanionMaker.NONE);
  }

  /**
   * @param companions decide what stands beside the experts of a layer
   */
  public DeepSeekDecoder(
      Parameters parameters, DeepSeekConfiguration c, CompanionMaker companions) {
    configuration = c;
    tokens = new Embedding(parameters, "model.embed_tokens", c.rows(), c.width(), c.deviation());
    blocks =
        IntStream.range(0, c.layers())
            .mapToObj(layer -> new DeepSeekBlock(parameters, layer, c, companions))
            .toList();
    norm = new RmsNorm(parameters, "model.norm", c.width(), c.epsilon());
    head =
        c.tied()
            ? tokens.table()
            : parameters.matrix(
                "lm_head.weight", Initialiser.normal(c.deviation()), c.rows(), c.width());
  }

  /** Runs over tokens, after what they follow. */
  public Output apply(Pass pass, CausalInput input) {
    RotaryPositions positions =
        RotaryPositions.of(
            pass, input.positions(), configuration.headWidth(), configuration.theta());
    NDArray mask = input.scoreMask(pass);
    List<NDArray> states = new ArrayList<>();
    List<Routing> routings = new ArrayList<>();
    List<KeysValues> present = new ArrayList<>();
    NDArray x = tokens.apply(pass, input.tokens(pass)); // [B, L, d]
    for (int b = 0; b < blocks.size(); b++) {
      states.add(x);
      KeysValues past = input.past().isEmpty() ? null : input.past().get(b);
      DeepSeekBlock.Output out = blocks.get(b).apply(pass, x, positions, past, mask);
      x = out.x();
      present.add(out.present());
      if (out.routing() != null) {
        routings.add(out.routing());
      }
    }
    x = norm.apply(pass, x);
    states.add(x);
    NDArray logits = pass.operations().linear(x, pass.get(head), null);
    return new Output(states, logits, routings, present);
  }

  @Override
  public Predicted predict(Pass pass, CausalInput input) {
    Output out = apply(pass, input);
    return new Predicted(out.logits(), out.present(), out.routings(), objective());
  }

  /** The balance loss of the sparse layers, weighted by the configuration's alpha. */
  private RouterObjective objective() {
    DeepSeekConfiguration.Sparse s = configuration.sparse();
    return s == null || s.balance() == 0
        ? RouterObjective.NONE
        : new SequenceBalance(s.balance(), s.perSequence());
  }

  /** Whether a tensor of that name may stand in a checkpoint although it is no parameter. */
  public boolean ignores(String name) {
    return name.endsWith(".self_attn.rotary_emb.inv_freq")
        || name.equals("lm_head.weight") && configuration.tied();
  }

  /** What a token pays for. */
  public DecoderCost cost() {
    DeepSeekConfiguration c = configuration;
    long idle = blocks.stream().mapToLong(DeepSeekBlock::idleSize).sum();
    return new DecoderCost(
        idle, c.tied() ? 0 : (long) c.rows() * c.width(), (long) c.width() * c.layers());
  }

  /** The numbers that it is made of. */
  public DeepSeekConfiguration configuration() {
    return configuration;
  }
}
