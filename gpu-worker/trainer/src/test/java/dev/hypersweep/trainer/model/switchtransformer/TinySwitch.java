package dev.hypersweep.trainer.model.switchtransformer;

import dev.hypersweep.trainer.model.t5.TinyT5;

/** Switch Transformers small enough to check number by number. */
final class TinySwitch {

  private static final String SPARSE =
      """
      , "num_experts": 3, "num_sparse_encoder_layers": 1, "num_sparse_decoder_layers": 1,
      "router_jitter_noise": 0, "router_z_loss_coef": 0.1, "router_aux_loss_coef": 0.2
      """;
  private static final String HYPER =
      """
      , "use_hypernet": true, "experts_embedding": true, "use_fast_mode": false,
      "experts_embedding_dim": 3, "process_dim": 4, "hypernet_input": 5,
      "hypernetwork_bottleneck": 6, "layer_emb_dim": 2, "adapter_dim": 3
      """;

  private TinySwitch() {}

  static SwitchConfiguration plain(int capacity) {
    return of(", \"expert_capacity\": " + capacity);
  }

  static SwitchConfiguration hyper(int capacity) {
    return of(HYPER + ", \"expert_capacity\": " + capacity);
  }

  static SwitchConfiguration of(String more) {
    return SwitchConfiguration.of(TinyT5.json(SPARSE + more));
  }
}
