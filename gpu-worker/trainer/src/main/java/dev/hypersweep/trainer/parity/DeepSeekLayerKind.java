package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.moe.expert.Form;
import dev.hypersweep.trainer.moe.expert.GatedExperts;
import dev.hypersweep.trainer.moe.expert.SharedExperts;
import dev.hypersweep.trainer.moe.gate.Evenness;
import dev.hypersweep.trainer.moe.gate.GateMatrix;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.moe.gate.SequenceBalance;
import dev.hypersweep.trainer.moe.gate.Sequences;
import dev.hypersweep.trainer.moe.gate.SoftmaxTopKGate;
import dev.hypersweep.trainer.nn.Activation;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** {@code deepseek-moe-layer}: the feed-forward layer of DeepSeekMoE with its balance loss. */
final class DeepSeekLayerKind implements Kind {

  @Override
  public void check(Case parityCase, Check check, Session session) throws IOException {
    JsonNode config = parityCase.config();
    refuseOtherScores(config);
    Map<String, StoredTensor> tensors = new HashMap<>(parityCase.model());
    tensors.putAll(parityCase.inputs());
    Parameters parameters = new Parameters();
    Parameter x = Leaves.input(parameters, "x", tensors.get("x"));
    SoftmaxTopKGate gate = gate(parameters, config);
    Experts routed = routed(parameters, config);
    SharedExperts shared = shared(parameters, config);
    Weights weights = Leaves.of(session, parameters, tensors, parityCase.type());
    NDArray objective = tensors.get("C").toArray(session.manager(), parityCase.type());
    Shape shape = x.shape(); // [B, L, d]
    Sequences sequences = Sequences.padded((int) shape.get(0), (int) shape.get(1));
    double alpha = config.path("aux_loss_alpha").asDouble();

    try (Pass pass = Pass.recording(session, weights)) {
      NDArray rows = pass.get(x).reshape(new Shape(-1, shape.get(2)));
      Routing routing = gate.route(pass, rows, sequences);
      router(check, pass, routing, shape);
      NDArray y = new SparseLayer(gate, routed, null, null).apply(pass, routing);
      check.tensor("routed", y.reshape(shape));
      if (shared != null) {
        NDArray always = shared.apply(pass, rows);
        check.tensor("shared", always.reshape(shape));
        y = new SparseLayer(gate, routed, shared, null).apply(pass, routing);
      }
      check.tensor("output", y.reshape(shape));
      NDArray sum = y.reshape(shape).mul(objective).sum();
      Leaves.gradients(check, "grad.output.", pass, weights, sum);
    }
    try (Pass pass = Pass.recording(session, weights)) {
      NDArray rows = pass.get(x).reshape(new Shape(-1, shape.get(2)));
      Routing routing = gate.route(pass, rows, sequences);
      NDArray auxiliary = balance(check, pass, routing, alpha);
      Leaves.gradients(check, "grad.aux.", pass, weights, auxiliary);
    }
  }

  private static void refuseOtherScores(JsonNode config) {
    String scores = config.path("scoring_func").asText("softmax");
    if (!scores.equals("softmax")) {
      throw new IllegalArgumentException(
          "config.json: scoring_func " + scores + " is unknown; known is softmax");
    }
    String method = config.path("topk_method").asText("greedy");
    if (!method.equals("greedy") || config.path("n_group").asInt(1) != 1) {
      throw new IllegalArgumentException(
          "config.json: topk_method " + method + " with groups is unknown; known is greedy");
    }
    double factor = config.path("routed_scaling_factor").asDouble(1);
    if (factor != 1) {
      throw new IllegalArgumentException(
          "config.json: routed_scaling_factor " + factor + " is unknown; known is 1");
    }
  }

  private static SoftmaxTopKGate gate(Parameters parameters, JsonNode config) {
    boolean renormalised = config.path("norm_topk_prob").asBoolean(false);
    return new SoftmaxTopKGate(
        new GateMatrix(
            parameters,
            "gate.weight",
            config.path("hidden_size").asInt(),
            config.path("n_routed_experts").asInt(),
            Layout.OUT_IN,
            Initialiser.zeros()),
        config.path("num_experts_per_tok").asInt(),
        renormalised ? GateScale.RENORMALISED : GateScale.PROBABILITY);
  }

  private static Experts routed(Parameters parameters, JsonNode config) {
    return new GatedExperts(
        parameters,
        GatedExperts.Names.of("experts.", "gate_proj", "up_proj", "down_proj"),
        form(config, 1),
        config.path("n_routed_experts").asInt());
  }

  private static SharedExperts shared(Parameters parameters, JsonNode config) {
    int count = config.path("n_shared_experts").asInt(0);
    if (count == 0) {
      return null;
    }
    GatedExperts.Names names =
        new GatedExperts.Names(
            e -> "shared_experts.gate_proj",
            e -> "shared_experts.up_proj",
            e -> "shared_experts.down_proj");
    return new SharedExperts(new GatedExperts(parameters, names, form(config, count), 1));
  }

  private static Form form(JsonNode config, int joined) {
    return new Form(
        config.path("hidden_size").asInt(),
        config.path("moe_intermediate_size").asInt() * joined,
        Activation.named(config.path("hidden_act").asText("silu")),
        false,
        Layout.OUT_IN,
        0);
  }

  private static void router(Check check, Pass pass, Routing routing, Shape x) {
    Shape perExpert = new Shape(x.get(0), x.get(1), routing.experts());
    check.tensor("logits", routing.logits().reshape(perExpert));
    check.tensor("scores", routing.probabilities().reshape(perExpert));
    check.tensor("gates", Evenness.gates(pass, routing).reshape(perExpert));
    check.tensor("selected", routing.selected().sort(-1).reshape(x.get(0), x.get(1), routing.k()));
  }

  /** Compares the balance losses; the gradient that cases hold is that of the sequences' one. */
  private static NDArray balance(Check check, Pass pass, Routing routing, double alpha) {
    SequenceBalance ofSequences = new SequenceBalance(alpha, true);
    check.tensor("f", ofSequences.frequencies(pass, routing));
    check.tensor("P", ofSequences.probabilities(pass, routing));
    NDArray sequence = pass.operations().scale(ofSequences.layer(pass, routing), alpha);
    check.tensor("aux_sequence", sequence);
    NDArray batch = new SequenceBalance(alpha, false).layer(pass, routing);
    check.tensor("aux_batch", pass.operations().scale(batch, alpha));
    return sequence;
  }
}
