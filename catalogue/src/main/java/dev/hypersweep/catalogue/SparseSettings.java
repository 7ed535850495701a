package dev.hypersweep.catalogue;

import static dev.hypersweep.catalogue.Setting.choice;
import static dev.hypersweep.catalogue.Setting.integer;
import static dev.hypersweep.catalogue.Setting.number;
import static dev.hypersweep.catalogue.Variants.ADAPTED;
import static dev.hypersweep.catalogue.Variants.HYPER;
import static dev.hypersweep.catalogue.Variants.SPARSE;

import java.util.List;

/** The settings of sparse layers: gate, experts, and what stands beside them; in table order. */
final class SparseSettings {

  private static final List<String> ON_OFF = List.of("on", "off");

  static final List<Setting> ALL =
      List.of(
          integer("experts", 8, 2, 256, SPARSE, "experts N in a sparse layer"),
          integer("top_k", 1, 1, 256, SPARSE, "experts k that a token is sent to; at most experts"),
          integer("sparse_every", 2, 1, 48, SPARSE, "every n-th block is sparse, from the n-th on"),
          integer("expert_ffn", 0, 0, 65536, SPARSE, "inner width of an expert; 0 for that of ffn"),
          integer("shared_experts", 0, 0, 64, SPARSE, "experts more that every token passes"),
          choice(
              "gate",
              List.of("noisy", "switch", "softmax"),
              SPARSE,
              "noisy top-k, the Switch Transformer's top-1, or DeepSeekMoE's softmax top-k"),
          choice(
              "gate_scale",
              List.of("automatic", "probability", "renormalised"),
              SPARSE,
              "noisy, softmax: an expert's output times its probability among all, or among the k;"
                  + " automatic: among the k where experts are copies of a pretrained network"),
          number("router_jitter", 0.01, 0, 0.99, SPARSE, "switch: input times 1 +- this"),
          integer(
              "expert_capacity",
              0,
              0,
              65536,
              SPARSE,
              "switch: tokens of an example that an expert takes; 0 for all"),
          number("balance", 0.01, 0, 10, SPARSE, "weight of the load balancing loss"),
          number("z_loss", 0.001, 0, 10, SPARSE, "switch: weight of the router's z loss"),
          integer("bottleneck", 16, 1, 4096, ADAPTED, "inner width b of adapter or HyperExpert"),
          integer("expert_embedding", 32, 1, 4096, HYPER, "width t of an expert's embedding"),
          choice(
              "expert_embedding_kind",
              List.of("table", "convolution", "convolution_detached", "projection", "pca"),
              HYPER,
              "learned, or made from the expert's weights; convolution_detached without gradient"),
          choice(
              "conditioning",
              List.of("unselected", "selected", "random"),
              HYPER,
              "the experts from whose embeddings a HyperExpert is generated"),
          choice(
              "aggregation",
              List.of("mean", "sum", "soft"),
              HYPER,
              "how these embeddings are put together; soft: weighted by gate probabilities"),
          choice("embedding_mlp", ON_OFF, HYPER, "a network of the layer's on what that gives"),
          integer("selection_embedding", 64, 1, 4096, HYPER, "width of the selection embedding p"),
          integer("layer_embedding", 10, 1, 1024, HYPER, "width of a layer's embedding"),
          integer("hypernetwork", 64, 1, 4096, HYPER, "hidden width of the hypernetwork"),
          choice(
              "hypernetwork_sharing",
              List.of("all", "stack", "layer"),
              HYPER,
              "layers that have a hypernetwork in common; a classifier has one stack"),
          choice("hyperexpert_biases", ON_OFF, HYPER, "whether HyperExperts have biases"));

  private SparseSettings() {}
}
