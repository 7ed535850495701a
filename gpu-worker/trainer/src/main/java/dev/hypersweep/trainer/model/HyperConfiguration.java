package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.checkpoint.ModelConfig;

/**
 * The sizes of the authors' hypernetwork, under their names.
 *
 * @param expertEmbedding t, {@code experts_embedding_dim}
 * @param process inner width of the embedding MLP, {@code process_dim}
 * @param selectionEmbedding width of p, {@code hypernet_input}
 * @param hidden width of h, {@code hypernetwork_bottleneck}
 * @param layerEmbedding {@code layer_emb_dim}
 * @param bottleneck b, {@code adapter_dim}
 */
public record HyperConfiguration(
    int expertEmbedding,
    int process,
    int selectionEmbedding,
    int hidden,
    int layerEmbedding,
    int bottleneck) {

  /**
   * Reads the authors' settings, with their standards for what is left out.
   *
   * @throws dev.hypersweep.trainer.checkpoint.MalformedCheckpoint naming the field that is not
   *     supported
   */
  public static HyperConfiguration of(ModelConfig json) {
    json.only("experts_embedding", true);
    json.only("use_fast_mode", false);
    json.only("use_manual_mode", false);
    json.only("use_top1_embedding", false);
    return new HyperConfiguration(
        json.size("experts_embedding_dim", 128),
        json.size("process_dim", 128),
        json.size("hypernet_input", 128),
        json.size("hypernetwork_bottleneck", 64),
        json.size("layer_emb_dim", 10),
        json.size("adapter_dim", 64));
  }
}
