package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.gate.RouterObjective;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.nn.Embedding;
import dev.hypersweep.trainer.nn.LayerNorm;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A pre-LN transformer encoder and a classifier on the mean of its tokens: token and position
 * embeddings, blocks, a final norm, mean pool, linear head.
 */
public final class Classifier implements TextClassifier {

  private static final double EMBEDDING_DEVIATION = 0.02;

  private final ModelConfiguration configuration;
  private final Parameters parameters = new Parameters();
  private final Embedding tokens;
  private final Embedding positions;
  private final List<Block> blocks;
  private final LayerNorm norm;
  private final Linear head;
  private final boolean perToken;

  /**
   * What a forward pass gives.
   *
   * @param logits [B, C], or [n, C] if the head reads tokens
   * @param routings where the tokens went in each sparse layer; empty for a dense model
   */
  public record Output(NDArray logits, List<Routing> routings) {}

  /** Classifies texts. */
  public Classifier(ModelConfiguration c) {
    this(c, false);
  }

  /**
   * @param perToken whether the head reads each token, not the mean of them
   */
  public Classifier(ModelConfiguration c, boolean perToken) {
    this.perToken = perToken;
    configuration = c;
    tokens = new Embedding(parameters, "tokens", c.rows(), c.width(), EMBEDDING_DEVIATION);
    positions = new Embedding(parameters, "positions", c.length(), c.width(), EMBEDDING_DEVIATION);
    Companions companions =
        c.sparse() == null
            ? null
            : new Companions(parameters, "", c.width(), c.layers(), c.sparse().companion());
    blocks =
        IntStream.range(0, c.layers())
            .mapToObj(layer -> new Block(parameters, layer, c, companions))
            .toList();
    norm = new LayerNorm(parameters, "norm", c.width());
    head = new Linear(parameters, "head", c.width(), c.classes());
  }

  /** Logits of a batch. */
  public Output apply(Pass pass, Batch batch) {
    List<Routing> routings = new ArrayList<>();
    NDArray x = tokens.apply(pass, batch.tokens()).add(positions.apply(pass, batch.positions()));
    x = pass.dropout(x, configuration.dropout());
    for (Block block : blocks) {
      x = block.apply(pass, x, batch, routings); // [n, d]
    }
    NDArray read = norm.apply(pass, x);
    if (!perToken) {
      read = pass.operations().pool(read, batch.segments(), batch.scale()); // [B, d]
    }
    return new Output(head.apply(pass, pass.dropout(read, configuration.dropout())), routings);
  }

  @Override
  public Outputs outputs(Pass pass, List<? extends TokenisedText> texts) {
    Output out = apply(pass, Batch.of(pass.manager(), texts, pass.type()));
    return new Outputs(out.logits(), out.routings());
  }

  @Override
  public RouterObjective objective() {
    return configuration.sparse() == null
        ? RouterObjective.NONE
        : configuration.sparse().objective();
  }

  @Override
  public List<SparseLayer> sparseLayers() {
    return blocks.stream().flatMap(block -> block.sparse().stream()).toList();
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public double flopsPerToken(double length) {
    Head shape = new Head(configuration.classes(), perToken);
    return ClassifierFlops.perToken(configuration, length)
        + shape.moreFlops(configuration.width(), length);
  }

  @Override
  public long activeSize() {
    return ClassifierSize.active(configuration);
  }
}
