package dev.hypersweep.trainer.model.deepseek;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.checkpoint.CheckpointWriter;
import dev.hypersweep.trainer.checkpoint.StoredType;
import dev.hypersweep.trainer.model.CausalInput;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeepSeekCheckpointTest {

  @TempDir Path root;

  @Test
  void aModelInShardsIsReadAsItWasWritten() throws IOException {
    try (Session session = Session.open("cpu", 1)) {
      Parameters parameters = new Parameters();
      DeepSeekDecoder written =
          new DeepSeekDecoder(parameters, DeepSeekConfiguration.of(TinyDeepSeek.json("")));
      Weights weights = new Weights(session, parameters, 5, DataType.FLOAT32);
      StoredWeights.write(
          new CheckpointWriter(StoredType.F32, 1000),
          root.resolve("model"),
          TinyDeepSeek.json(""),
          weights);

      DeepSeekCheckpoint read =
          DeepSeekCheckpoint.open(session, root.resolve("model"), DataType.FLOAT32);
      assertThat(logits(session, read.model(), read.weights()))
          .isEqualTo(logits(session, written, weights));
    }
  }

  @Test
  void parametersHaveTheNamesOfThePublishedLayout() {
    Parameters parameters = new Parameters();
    new DeepSeekDecoder(parameters, DeepSeekConfiguration.of(TinyDeepSeek.json("")));
    assertThat(parameters.all().stream().map(Parameter::name))
        .contains(
            "model.embed_tokens.weight",
            "model.layers.0.self_attn.q_proj.weight",
            "model.layers.0.mlp.gate_proj.weight",
            "model.layers.1.input_layernorm.weight",
            "model.layers.1.post_attention_layernorm.weight",
            "model.layers.1.mlp.gate.weight",
            "model.layers.1.mlp.experts.4.down_proj.weight",
            "model.layers.2.mlp.shared_experts.up_proj.weight",
            "model.norm.weight",
            "lm_head.weight");
  }

  private static float[] logits(Session session, DeepSeekDecoder model, Weights weights) {
    try (Pass pass = Pass.evaluation(session, weights)) {
      CausalInput input = CausalInput.whole(TinyDeepSeek.TOKENS, TinyDeepSeek.MASK);
      return model.apply(pass, input).logits().toFloatArray();
    }
  }
}
