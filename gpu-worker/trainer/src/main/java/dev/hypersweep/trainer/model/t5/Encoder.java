package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.KeysValues;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.RmsNorm;
import java.util.ArrayList;
import java.util.List;

/** The stack that reads the source: every position attends to every one that is not padding. */
final class Encoder {

  private record Block(Attention attention, FeedForwardHalf feedForward) {}

  private final List<Block> blocks = new ArrayList<>();
  private final RelativePositions positions;
  private final RmsNorm norm;
  private final double dropout;

  Encoder(Parameters parameters, T5Configuration c, T5FeedForward.Maker maker) {
    for (int block = 0; block < c.encoderLayers(); block++) {
      String name = "encoder.block." + block + ".layer.";
      blocks.add(
          new Block(
              new Attention(parameters, name + 0, "SelfAttention", c),
              new FeedForwardHalf(
                  parameters, name + 1, c, maker.make(parameters, name + 1, block))));
    }
    positions = new RelativePositions(parameters, "encoder.block.0.layer.0.SelfAttention", true, c);
    norm = new RmsNorm(parameters, "encoder.final_layer_norm", c.width(), c.epsilon());
    dropout = c.dropout();
  }

  /**
   * @param embedded token vectors [B, L, d]
   * @param mask [B, 1, 1, L], added to the scores
   */
  StackOutput apply(Pass pass, NDArray embedded, NDArray mask) {
    int length = (int) embedded.getShape().get(1);
    NDArray bias = positions.apply(pass, 0, length, length).add(mask); // [B, h, L, L]
    StackRecord record = new StackRecord();
    NDArray x = pass.dropout(embedded, dropout);
    for (Block block : blocks) {
      record.state(x);
      NDArray normed = block.attention().normed(pass, x);
      KeysValues source = block.attention().keysValues(pass, normed);
      x = block.attention().apply(pass, x, normed, source, bias);
      x = block.feedForward().apply(pass, x, record); // [B, L, d]
    }
    record.state(pass.dropout(norm.apply(pass, x), dropout));
    return record.output();
  }

  /** Parameters of experts that a token is not sent to. */
  long idleSize() {
    return blocks.stream().mapToLong(block -> block.feedForward().idleSize()).sum();
  }
}
