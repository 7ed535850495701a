package dev.hypersweep.trainer.model.deepseek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.model.CausalInput;
import dev.hypersweep.trainer.nn.Parameters;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeepSeekDecoderTest {

  private static final int VOCABULARY = 14;

  @Test
  void aTokenChangesNothingBeforeItAndSomethingAfterIt() {
    try (TinyDeepSeek tiny = new TinyDeepSeek("")) {
      double[] before = tiny.logits(TinyDeepSeek.TOKENS, TinyDeepSeek.MASK);
      long[][] changed = {TinyDeepSeek.TOKENS[0].clone(), TinyDeepSeek.TOKENS[1]};
      changed[0][3] = 11;
      double[] after = tiny.logits(changed, TinyDeepSeek.MASK);
      int place = 3 * VOCABULARY;
      assertThat(Arrays.copyOf(after, place)).containsExactly(Arrays.copyOf(before, place));
      for (int position = 3; position < 6; position++) {
        assertThat(after[position * VOCABULARY])
            .isNotCloseTo(before[position * VOCABULARY], within(1e-6));
      }
    }
  }

  @Test
  void paddingChangesNoOtherPosition() {
    try (TinyDeepSeek tiny = new TinyDeepSeek("")) {
      double[] padded = tiny.logits(TinyDeepSeek.TOKENS, TinyDeepSeek.MASK);
      double[] alone = tiny.logits(new long[][] {{8, 2, 6, 4}}, new long[][] {{1, 1, 1, 1}});
      int from = 6 * VOCABULARY;
      assertThat(Arrays.copyOfRange(padded, from, from + alone.length))
          .containsExactly(alone, within(1e-12));
    }
  }

  @Test
  void onlyTheDistanceBetweenPositionsCounts() {
    try (TinyDeepSeek tiny = new TinyDeepSeek("")) {
      double[] atZero = tiny.logits(TinyDeepSeek.TOKENS, TinyDeepSeek.MASK);
      double[] moved = tiny.logits(at(37, 38, 39, 40, 41, 42));
      double[] stretched = tiny.logits(at(0, 2, 4, 6, 8, 10));
      assertThat(moved).containsExactly(atZero, within(1e-6));
      assertThat(stretched[5 * VOCABULARY]).isNotCloseTo(atZero[5 * VOCABULARY], within(1e-6));
    }
  }

  private static CausalInput at(long... positions) {
    return new CausalInput(
        TinyDeepSeek.TOKENS, new long[][] {positions}, TinyDeepSeek.MASK, List.of());
  }

  /** The published size: 28 layers, 64 routed and 2 shared experts, 16.4 billion parameters. */
  @Test
  void theConfigurationOfThe16BModelHasItsParametersAndItsActiveShare() throws Exception {
    String json =
        """
        {"model_type": "deepseek", "hidden_size": 2048, "intermediate_size": 10944,
         "moe_intermediate_size": 1408, "num_hidden_layers": 28, "num_attention_heads": 16,
         "num_key_value_heads": 16, "n_routed_experts": 64, "n_shared_experts": 2,
         "num_experts_per_tok": 6, "first_k_dense_replace": 1, "moe_layer_freq": 1,
         "norm_topk_prob": false, "scoring_func": "softmax", "vocab_size": 102400,
         "rope_scaling": null, "tie_word_embeddings": false}
        """;
    Parameters parameters = new Parameters();
    ModelConfig config = ModelConfig.of("config.json", new ObjectMapper().readTree(json));
    DeepSeekDecoder model = new DeepSeekDecoder(parameters, DeepSeekConfiguration.of(config));

    long expert = 3L * 2048 * 1408;
    long layers = 28L * (4 * 2048 * 2048 + 2 * 2048);
    long sparse = 27L * (66 * expert + 64 * 2048);
    long outside = 2L * 102400 * 2048 + 2048 + 3L * 2048 * 10944;
    assertThat(parameters.size()).isEqualTo(layers + sparse + outside);
    assertThat(parameters.size() / 1e9).isCloseTo(16.4, within(0.05));
    assertThat((parameters.size() - model.cost().idleSize()) / 1e9).isCloseTo(2.8, within(0.05));
  }

  @Test
  void whatIsNotBuiltIsRefusedByItsName() {
    refused(", \"scoring_func\": \"sigmoid\"", "scoring_func");
    refused(", \"routed_scaling_factor\": 2.5", "routed_scaling_factor");
    refused(", \"topk_method\": \"group_limited_greedy\"", "topk_method");
    refused(", \"n_group\": 4", "n_group");
    refused(", \"rope_scaling\": {\"type\": \"linear\", \"factor\": 2}", "rope_scaling");
    refused(", \"model_type\": \"deepseek_v2\"", "model_type");
    refused(", \"num_experts_per_tok\": 6", "num_experts_per_tok 6");
    refused(", \"num_attention_heads\": 3", "num_attention_heads 3");
  }

  private static void refused(String more, String words) {
    assertThatThrownBy(() -> DeepSeekConfiguration.of(TinyDeepSeek.json(more)))
        .hasMessageContaining("config.json")
        .hasMessageContaining(words);
  }
}
