package dev.hypersweep.trainer.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypersweep.trainer.checkpoint.CheckpointWriter;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.model.TokenSequence;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.train.SettingValues;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A dense GPT-2 as Hugging Face libraries load it, and the windows that it was scored on. */
final class Gpt2Folder {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Gpt2Folder() {}

  /** Writes {@code config.json}, {@code model.safetensors} and {@code windows.json}. */
  static void write(
      Path folder, SettingValues settings, Weights weights, List<TokenSequence> windows)
      throws IOException {
    ObjectNode config = JSON.createObjectNode();
    config.put("model_type", "gpt2").putArray("architectures").add("GPT2LMHeadModel");
    config.put("vocab_size", rows(weights, "transformer.wte.weight"));
    config.put("n_positions", rows(weights, "transformer.wpe.weight"));
    config.put("n_embd", settings.integer("hidden")).put("n_layer", settings.integer("layers"));
    config.put("n_head", settings.integer("heads")).put("n_inner", settings.integer("ffn"));
    config.put("activation_function", "gelu_new").put("tie_word_embeddings", true);
    StoredWeights.write(
        new CheckpointWriter(), folder, ModelConfig.of("config.json", config), weights);
    JSON.writeValue(
        folder.resolve("windows.json").toFile(),
        windows.stream().map(TokenSequence::tokens).toList());
  }

  private static long rows(Weights weights, String name) {
    return weights.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow()
        .shape()
        .get(0);
  }
}
