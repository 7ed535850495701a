package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.KeysValues;
import dev.hypersweep.trainer.model.ScoreMask;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.RmsNorm;
import java.util.ArrayList;
import java.util.List;

/**
 * The stack that writes the target: a position attends to itself and to those before it, and to the
 * encoder's output.
 */
final class Decoder {

  private record Block(Attention self, Attention cross, FeedForwardHalf feedForward) {}

  private final List<Block> blocks = new ArrayList<>();
  private final RelativePositions positions;
  private final RmsNorm norm;
  private final double dropout;

  Decoder(Parameters parameters, T5Configuration c, T5FeedForward.Maker maker) {
    for (int block = 0; block < c.decoderLayers(); block++) {
      String name = "decoder.block." + block + ".layer.";
      blocks.add(
          new Block(
              new Attention(parameters, name + 0, "SelfAttention", c),
              new Attention(parameters, name + 1, "EncDecAttention", c),
              new FeedForwardHalf(
                  parameters, name + 2, c, maker.make(parameters, name + 2, block))));
    }
    positions =
        new RelativePositions(parameters, "decoder.block.0.layer.0.SelfAttention", false, c);
    norm = new RmsNorm(parameters, "decoder.final_layer_norm", c.width(), c.epsilon());
    dropout = c.dropout();
  }

  /** Each block's keys and values of the encoder's output [B, L, d]. */
  List<KeysValues> sources(Pass pass, NDArray encoded) {
    return blocks.stream().map(block -> block.cross().keysValues(pass, encoded)).toList();
  }

  /**
   * @param embedded token vectors [B, T, d]
   * @param past each block's keys and values of the positions before; empty: there are none
   * @param sources each block's keys and values of the encoder's output
   * @param mask of the source [B, 1, 1, L], added to the scores
   * @return the states, and each block's keys and values of all positions so far
   */
  Written apply(
      Pass pass, NDArray embedded, List<KeysValues> past, List<KeysValues> sources, NDArray mask) {
    int before = past.isEmpty() ? 0 : (int) past.get(0).keys().getShape().get(1);
    int length = (int) embedded.getShape().get(1);
    NDArray bias = positions.apply(pass, before, length, before + length); // [1, h, T, S]
    if (length > 1) {
      bias = bias.add(ScoreMask.causal(pass, before, length));
    }
    StackRecord record = new StackRecord();
    List<KeysValues> present = new ArrayList<>();
    NDArray x = pass.dropout(embedded, dropout);
    for (int b = 0; b < blocks.size(); b++) {
      Block block = blocks.get(b);
      record.state(x);
      NDArray normed = block.self().normed(pass, x);
      KeysValues own = block.self().keysValues(pass, normed);
      present.add(past.isEmpty() ? own : past.get(b).followedBy(own));
      x = block.self().apply(pass, x, normed, present.get(b), bias);
      x = block.cross().apply(pass, x, block.cross().normed(pass, x), sources.get(b), mask);
      x = block.feedForward().apply(pass, x, record); // [B, T, d]
    }
    record.state(pass.dropout(norm.apply(pass, x), dropout));
    return new Written(record.output(), present);
  }

  /** Parameters of experts that a token is not sent to. */
  long idleSize() {
    return blocks.stream().mapToLong(block -> block.feedForward().idleSize()).sum();
  }

  /** What {@link #apply} gives. */
  record Written(StackOutput output, List<KeysValues> present) {}
}
