package dev.hypersweep.trainer.model.bert;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.FeedForwardLayer;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Embeddings, layers, and, if wanted, the pooler tanh(W x + b) on each example's first token. */
final class BertEncoder {

  private final BertEmbeddings embeddings;
  private final List<BertLayer> layers;
  private final Linear pooler;

  /**
   * @param feedForwards makes the second half of each layer, given the layer's name and number
   * @param pooled whether there is a pooler
   */
  BertEncoder(
      Parameters parameters,
      String name,
      BertConfiguration c,
      BiFunction<String, Integer, FeedForwardLayer> feedForwards,
      boolean pooled) {
    embeddings = new BertEmbeddings(parameters, name + ".embeddings", c);
    layers =
        IntStream.range(0, c.layers())
            .mapToObj(
                i -> {
                  String layer = name + ".encoder.layer." + i;
                  return new BertLayer(parameters, layer, c, feedForwards.apply(layer, i));
                })
            .toList();
    String dense = name + ".pooler.dense";
    pooler = pooled ? new Linear(parameters, dense, c.width(), c.width(), c.initialiser()) : null;
  }

  /**
   * The state [n, d] of every token after 0, 1, .. layers; the routings of sparse layers are added
   * to {@code routings}.
   */
  List<NDArray> states(Pass pass, BertBatch batch, List<Routing> routings) {
    List<NDArray> states = new ArrayList<>();
    NDArray x = embeddings.apply(pass, batch);
    states.add(x);
    for (BertLayer layer : layers) {
      x = layer.apply(pass, x, batch, routings);
      states.add(x);
    }
    return states;
  }

  /** The last states [n, d] -> [B, d]. */
  NDArray pool(Pass pass, NDArray last, BertBatch batch) {
    return pooler.apply(pass, pass.operations().rows(last, batch.first())).tanh();
  }
}
