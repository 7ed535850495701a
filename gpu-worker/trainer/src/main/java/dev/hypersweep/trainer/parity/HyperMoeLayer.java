package dev.hypersweep.trainer.parity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.moe.expert.Form;
import dev.hypersweep.trainer.moe.expert.MlpExperts;
import dev.hypersweep.trainer.moe.gate.GateMatrix;
import dev.hypersweep.trainer.moe.hyper.Conditioning;
import dev.hypersweep.trainer.moe.hyper.EmbeddingMlp;
import dev.hypersweep.trainer.moe.hyper.HeadStart;
import dev.hypersweep.trainer.moe.hyper.HyperMoe;
import dev.hypersweep.trainer.moe.hyper.Hypernetwork;
import dev.hypersweep.trainer.moe.hyper.LayerEmbedding;
import dev.hypersweep.trainer.moe.hyper.LayerTable;
import dev.hypersweep.trainer.moe.hyper.LearnedTable;
import dev.hypersweep.trainer.moe.hyper.Reduction;
import dev.hypersweep.trainer.moe.hyper.SelectionEmbedding;
import dev.hypersweep.trainer.nn.Activation;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import java.util.Map;

/** The parts of a {@code hypermoe-layer} case: present are those that have weights. */
record HyperMoeLayer(
    Parameter x,
    GateMatrix gate,
    Experts experts,
    LearnedTable table,
    EmbeddingMlp mlp,
    Hypernetwork hypernetwork,
    LayerEmbedding layer) {

  private static final String DECODER = "param_gen.decoder.";
  private static final String PROCESS = "embedding_process.";

  static HyperMoeLayer of(
      Parameters parameters, JsonNode config, Map<String, StoredTensor> tensors) {
    Parameter x = Leaves.input(parameters, "x", tensors.get("x"));
    int d = config.path("hidden_size").asInt();
    int count = config.path("n_experts").asInt();
    int t = config.path("experts_embedding_dim").asInt();
    boolean processed = tensors.containsKey(PROCESS + "0.weight");
    int p = processed ? config.path("hypernet_input").asInt() : t;
    int process = config.path("process_dim").asInt();
    int e = config.path("layer_emb_dim").asInt();
    return new HyperMoeLayer(
        x,
        new GateMatrix(parameters, "w_gate", d, count, Layout.IN_OUT, Initialiser.zeros()),
        experts(parameters, config, tensors),
        new LearnedTable(parameters, "n_experts_embedding.weight", count, t, 1),
        processed
            ? new EmbeddingMlp(parameters, PROCESS + "0", PROCESS + "2", t, process, p)
            : null,
        new Hypernetwork(
            parameters,
            Hypernetwork.Names.official("param_gen"),
            new Hypernetwork.Sizes(
                p,
                e,
                config.path("hypernetwork_bottleneck").asInt(),
                d,
                config.path("adapter_dim").asInt(),
                tensors.containsKey(DECODER + "bias_down.weight"),
                tensors.containsKey(DECODER + "weight_down.bias")),
            new HeadStart.NearZero()),
        new LayerTable(
                parameters,
                "param_gen.layer_embed",
                (int) tensors.get("param_gen.layer_embed.weight").shape()[0],
                e,
                1)
            .row(config.path("layer_index").asInt()));
  }

  private static Experts experts(
      Parameters parameters, JsonNode config, Map<String, StoredTensor> tensors) {
    return new MlpExperts(
        parameters,
        MlpExperts.Names.of("experts.expert_", "c_fc", "c_proj"),
        new Form(
            config.path("hidden_size").asInt(),
            config.path("n_inner").asInt(),
            Activation.named(config.path("activation_function").asText()),
            tensors.containsKey("experts.expert_0.c_fc.bias"),
            Layout.IN_OUT,
            0),
        config.path("n_experts").asInt());
  }

  /** HyperMoE's part in one reading of the selection embedding. */
  HyperMoe hyperMoe(Conditioning conditioning, Reduction reduction) {
    return new HyperMoe(
        new SelectionEmbedding(table, conditioning, reduction), mlp, hypernetwork, layer);
  }
}
