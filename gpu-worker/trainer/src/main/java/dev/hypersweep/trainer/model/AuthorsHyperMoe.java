package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.moe.hyper.Conditioning;
import dev.hypersweep.trainer.moe.hyper.EmbeddingMlp;
import dev.hypersweep.trainer.moe.hyper.HeadStart;
import dev.hypersweep.trainer.moe.hyper.HyperMoe;
import dev.hypersweep.trainer.moe.hyper.Hypernetwork;
import dev.hypersweep.trainer.moe.hyper.LayerTable;
import dev.hypersweep.trainer.moe.hyper.LearnedTable;
import dev.hypersweep.trainer.moe.hyper.Reduction;
import dev.hypersweep.trainer.moe.hyper.SelectionEmbedding;
import dev.hypersweep.trainer.nn.Parameters;
import java.util.regex.Pattern;

/**
 * HyperMoE as in the authors' models, under the names of their checkpoints: one hypernetwork and
 * one layer table per stack; an expert table and an embedding MLP per sparse layer; the plain sum
 * over the unselected experts.
 */
public final class AuthorsHyperMoe {

  /** What the authors' checkpoints hold beside: a manual adapter per layer that never runs. */
  private static final Pattern UNUSED =
      Pattern.compile("((.*\\.)?(mean|std))|(.*\\.mlp\\.adapter_layer\\..*)");

  private static final Pattern OWN =
      Pattern.compile(
          "(encoder|decoder|transformer)\\.param_gen\\..*"
              + "|.*\\.mlp\\.(n_experts_embedding|embedding_process)\\..*");

  private final Parameters parameters;
  private final HyperConfiguration sizes;
  private final double deviation;
  private final Hypernetwork hypernetwork;
  private final LayerTable layers;

  /**
   * @param stack {@code encoder}, {@code decoder} or {@code transformer}
   * @param blocks of the stack
   * @param width d
   * @param deviation of the normal distribution that tables begin with
   */
  public AuthorsHyperMoe(
      Parameters parameters,
      String stack,
      int blocks,
      int width,
      HyperConfiguration sizes,
      double deviation,
      HeadStart start) {
    this.parameters = parameters;
    this.sizes = sizes;
    this.deviation = deviation;
    String name = stack + ".param_gen";
    hypernetwork =
        new Hypernetwork(
            parameters,
            Hypernetwork.Names.official(name),
            new Hypernetwork.Sizes(
                sizes.selectionEmbedding(),
                sizes.layerEmbedding(),
                sizes.hidden(),
                width,
                sizes.bottleneck(),
                true,
                true),
            start);
    layers =
        new LayerTable(
            parameters, name + ".layer_embed", blocks, sizes.layerEmbedding(), deviation);
  }

  /**
   * The part of a sparse layer.
   *
   * @param mlp name of the layer, {@code transformer.h.0.mlp} for example
   */
  public HyperMoe layer(String mlp, int block, int experts) {
    int t = sizes.expertEmbedding();
    LearnedTable table =
        new LearnedTable(parameters, mlp + ".n_experts_embedding.weight", experts, t, deviation);
    String process = mlp + ".embedding_process.";
    EmbeddingMlp embedding =
        new EmbeddingMlp(
            parameters, process + 0, process + 2, t, sizes.process(), sizes.selectionEmbedding());
    return new HyperMoe(
        new SelectionEmbedding(table, new Conditioning.Unselected(), Reduction.SUM),
        embedding,
        hypernetwork,
        layers.row(block));
  }

  /** Whether a tensor of that name stands in the authors' checkpoints without being used. */
  public static boolean isUnused(String name) {
    return UNUSED.matcher(name).matches();
  }

  /** Whether a tensor of that name belongs to the generated part. */
  public static boolean owns(String name) {
    return OWN.matcher(name).matches();
  }
}
