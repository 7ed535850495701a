package dev.hypersweep.trainer.train.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.checkpoint.CheckpointWriter;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.model.SequencePair;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.model.deepseek.DeepSeekConfiguration;
import dev.hypersweep.trainer.model.deepseek.DeepSeekDecoder;
import dev.hypersweep.trainer.model.gpt2.Gpt2;
import dev.hypersweep.trainer.model.gpt2.Gpt2Configuration;
import dev.hypersweep.trainer.model.switchtransformer.SwitchConfiguration;
import dev.hypersweep.trainer.model.switchtransformer.SwitchTransformer;
import dev.hypersweep.trainer.model.t5.T5;
import dev.hypersweep.trainer.model.t5.T5Configuration;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.pretrained.PinnedFolder;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.tokenizer.BytePairTrainer;
import dev.hypersweep.trainer.train.InvalidSetting;
import dev.hypersweep.trainer.train.SettingValues;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpoints in Hugging Face's layout as runs begin with them. */
class StoredNetworksTest {

  private static final String T5_SIZES =
      """
      "d_model": 8, "d_kv": 4, "d_ff": 12, "num_heads": 2, "num_layers": 2, "vocab_size": 260,
      "dropout_rate": 0, "pad_token_id": 0, "eos_token_id": 1, "decoder_start_token_id": 0,
      "feed_forward_proj": "relu"
      """;

  private static final Map<String, String> CONFIGS =
      Map.of(
          "gpt2",
          """
          {"model_type": "gpt2", "n_embd": 8, "n_head": 2, "n_layer": 2, "n_inner": 12,
           "vocab_size": 258, "n_positions": 40, "eos_token_id": 1, "pad_token_id": 0,
           "initializer_range": 0.3}
          """,
          "t5",
          "{\"model_type\": \"t5\", " + T5_SIZES + "}",
          "switch",
          "{\"model_type\": \"switch_transformers\", \"num_experts\": 4, \"expert_capacity\": 64,"
              + " \"num_sparse_encoder_layers\": 1, \"num_sparse_decoder_layers\": 1, "
              + T5_SIZES
              + "}",
          "deepseek",
          """
          {"model_type": "deepseek", "hidden_size": 8, "intermediate_size": 12,
           "num_hidden_layers": 2, "num_attention_heads": 2, "vocab_size": 258,
           "eos_token_id": 1, "initializer_range": 0.3}
          """);

  private static final List<SequencePair> PAIRS =
      List.of(
          new SequencePair(new int[] {30, 50, 20, 1}, new int[] {90, 40, 1}),
          new SequencePair(new int[] {70, 1}, new int[] {45, 1}));

  @TempDir Path models;

  /** What is copied or begins near zero changes nothing; the Switch's gate scales what it does. */
  @ParameterizedTest
  @CsvSource({
    "gpt2, dense, moe, noisy",
    "gpt2, dense, hypermoe, noisy",
    "t5, dense, moe-adapters, softmax",
    "t5, dense, hypermoe, noisy",
    "switch, moe, moe-share, switch",
    "switch, moe, hypermoe, switch",
    "deepseek, dense, moe-share, softmax",
  })
  void aVariantBeginsAsTheCheckpoint(String backbone, String plain, String variant, String gate)
      throws IOException {
    String pinned = checkpoint(backbone);
    try (Session session = Session.open("cpu", 1)) {
      double[][] base = losses(session, backbone, pinned, plain, gate);
      double[][] other = losses(session, backbone, pinned, variant, gate);
      for (int i = 0; i < base.length; i++) {
        assertThat(other[i]).containsExactly(base[i], within(2e-3));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gpt2, moe-matched, noisy, take moe",
    "switch, moe-matched, switch, take moe",
    "t5, moe-matched, noisy, take moe",
  })
  void expertsOfACheckpointAreNotWidened(
      String backbone, String variant, String gate, String reason) throws IOException {
    String pinned = checkpoint(backbone);
    try (Session session = Session.open("cpu", 1)) {
      assertThatThrownBy(() -> losses(session, backbone, pinned, variant, gate))
          .isInstanceOf(InvalidSetting.class)
          .hasMessageContaining(reason);
    }
  }

  @Test
  void sizesThatTheCheckpointDecidesAreRefusedByName() throws IOException {
    String pinned = checkpoint("gpt2");
    try (Session session = Session.open("cpu", 1)) {
      assertThatThrownBy(() -> started(session, "gpt2", pinned, "dense", Map.of("hidden", 32)))
          .isInstanceOf(InvalidSetting.class)
          .hasMessageContaining("settings.hidden: 32 has no effect, the model has 8");
      assertThatThrownBy(
              () ->
                  Started.of(
                      session,
                      specification("dense"),
                      settings("gpt2", pinned, "dense", Map.of()),
                      List.of(),
                      "",
                      41))
          .isInstanceOf(InvalidSetting.class)
          .hasMessageContaining("40 positions");
    }
  }

  private static double[][] losses(
      Session session, String backbone, String pinned, String variant, String gate) {
    Map<String, Object> more =
        variant.equals("dense") ? Map.of() : Map.of("gate", gate, "experts", 4, "top_k", k(gate));
    Started started = started(session, backbone, pinned, variant, more);
    try (Pass pass = Pass.evaluation(session, started.weights())) {
      return started.network().writer().tokenLosses(pass, PAIRS);
    }
  }

  private static int k(String gate) {
    return gate.equals("switch") ? 1 : 2;
  }

  private static Started started(
      Session session, String backbone, String pinned, String variant, Map<String, Object> more) {
    return Started.of(
        session,
        specification(variant),
        settings(backbone, pinned, variant, more),
        List.of(),
        "",
        16);
  }

  private static SettingValues settings(
      String backbone, String pinned, String variant, Map<String, Object> more) {
    Map<String, Object> settings =
        new TreeMap<>(Map.of("backbone", backbone, "pretrained", pinned));
    settings.putAll(more);
    return SettingValues.of(variant, settings);
  }

  private static RunSpecification specification(String variant) {
    return new RunSpecification(
        "own", null, variant, new TreeMap<>(), 3, new Resources("cpu", 1, 0));
  }

  private String checkpoint(String backbone) throws IOException {
    Path folder = models.resolve(backbone);
    ModelConfig config =
        ModelConfig.of("config.json", new ObjectMapper().readTree(CONFIGS.get(backbone)));
    try (Session session = Session.open("cpu", 1)) {
      Weights weights = new Weights(session, parameters(backbone, config), 7, DataType.FLOAT32);
      StoredWeights.write(new CheckpointWriter(), folder, config, weights);
    }
    new BytePairTrainer(258, 2, List.of("<pad>", "</s>"))
        .train(List.of())
        .write(folder.resolve("tokenizer.json"));
    return PinnedFolder.pinned(folder.toString());
  }

  private static Parameters parameters(String backbone, ModelConfig config) {
    Parameters parameters = new Parameters();
    switch (backbone) {
      case "gpt2" -> {
        return new Gpt2(Gpt2Configuration.of(config)).parameters();
      }
      case "t5" -> T5.of(parameters, T5Configuration.of(config));
      case "switch" -> new SwitchTransformer(parameters, SwitchConfiguration.of(config));
      default -> new DeepSeekDecoder(parameters, DeepSeekConfiguration.of(config));
    }
    return parameters;
  }
}
