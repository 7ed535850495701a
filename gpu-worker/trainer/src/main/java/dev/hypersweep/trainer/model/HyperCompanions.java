package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.model.CompanionConfiguration.Hyper;
import dev.hypersweep.trainer.model.CompanionConfiguration.HyperSizes;
import dev.hypersweep.trainer.moe.Companion;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.moe.hyper.Conditioning;
import dev.hypersweep.trainer.moe.hyper.ConvolutionEmbedding;
import dev.hypersweep.trainer.moe.hyper.EmbeddingMlp;
import dev.hypersweep.trainer.moe.hyper.ExpertEmbedding;
import dev.hypersweep.trainer.moe.hyper.HeadStart;
import dev.hypersweep.trainer.moe.hyper.HyperMoe;
import dev.hypersweep.trainer.moe.hyper.Hypernetwork;
import dev.hypersweep.trainer.moe.hyper.LayerEmbedding;
import dev.hypersweep.trainer.moe.hyper.LayerTable;
import dev.hypersweep.trainer.moe.hyper.LearnedTable;
import dev.hypersweep.trainer.moe.hyper.PrincipalComponents;
import dev.hypersweep.trainer.moe.hyper.ProjectionEmbedding;
import dev.hypersweep.trainer.moe.hyper.SelectionEmbedding;
import dev.hypersweep.trainer.nn.Parameters;
import java.util.function.IntUnaryOperator;

/** Makes HyperMoE's part of the layers that share a hypernetwork. */
final class HyperCompanions {

  private static final double DEVIATION = 1.0;

  private final Parameters parameters;
  private final Hyper hyper;
  private final Hypernetwork hypernetwork;
  private final LayerTable layers;
  private final IntUnaryOperator rowOfLayer;

  private HyperCompanions(
      Parameters parameters,
      String name,
      Hyper hyper,
      int width,
      int rows,
      IntUnaryOperator rowOfLayer) {
    HyperSizes sizes = hyper.sizes();
    this.parameters = parameters;
    this.hyper = hyper;
    this.rowOfLayer = rowOfLayer;
    this.layers =
        new LayerTable(parameters, name + ".layers", rows, sizes.layerEmbedding(), DEVIATION);
    int p = hyper.embeddingMlp() ? sizes.selectionEmbedding() : sizes.expertEmbedding();
    this.hypernetwork =
        new Hypernetwork(
            parameters,
            Hypernetwork.Names.of(name),
            new Hypernetwork.Sizes(
                p,
                sizes.layerEmbedding(),
                sizes.hypernetwork(),
                width,
                sizes.bottleneck(),
                hyper.hyperExpertBiases(),
                hyper.headBiases()),
            new HeadStart.NearZero());
  }

  /** With a row of the layer table for each block of a stack. */
  static HyperCompanions ofStack(
      Parameters parameters, String name, Hyper hyper, int width, int blocks) {
    return new HyperCompanions(parameters, name, hyper, width, blocks, layer -> layer);
  }

  /** For one layer alone. */
  static HyperCompanions ofLayer(Parameters parameters, String name, Hyper hyper, int width) {
    return new HyperCompanions(parameters, name, hyper, width, 1, layer -> 0);
  }

  Companion of(String name, int layer, Experts experts) {
    HyperSizes sizes = hyper.sizes();
    int t = sizes.expertEmbedding();
    String selection = name + ".selection";
    SelectionEmbedding embedding =
        new SelectionEmbedding(
            embedding(selection, layer, experts),
            conditioning(layer, experts.count()),
            hyper.reduction());
    EmbeddingMlp mlp =
        hyper.embeddingMlp()
            ? new EmbeddingMlp(
                parameters,
                selection + ".a",
                selection + ".b",
                t,
                sizes.selectionEmbedding(),
                sizes.selectionEmbedding())
            : null;
    LayerEmbedding place = layers.row(rowOfLayer.applyAsInt(layer));
    return new HyperMoe(embedding, mlp, hypernetwork, place).with(hyper.generating());
  }

  private ExpertEmbedding embedding(String name, int layer, Experts experts) {
    int t = hyper.sizes().expertEmbedding();
    String own = name + ".experts";
    return switch (hyper.embedding()) {
      case TABLE -> new LearnedTable(parameters, own + ".weight", experts.count(), t, DEVIATION);
      case CONVOLUTION -> new ConvolutionEmbedding(parameters, own, experts, t, false);
      case CONVOLUTION_DETACHED -> new ConvolutionEmbedding(parameters, own, experts, t, true);
      case PROJECTION -> new ProjectionEmbedding(experts, t, layer);
      case PCA -> new PrincipalComponents(experts, t);
    };
  }

  private Conditioning conditioning(int layer, int experts) {
    return switch (hyper.conditioning()) {
      case UNSELECTED -> new Conditioning.Unselected();
      case SELECTED -> new Conditioning.Selected();
      case RANDOM -> Conditioning.Random.of(experts, layer);
    };
  }
}
