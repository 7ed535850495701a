package dev.hypersweep.trainer.model.t5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.trainer.nn.Activation;
import org.junit.jupiter.api.Test;

class T5ConfigurationTest {

  @Test
  void gatedGeluMeansTheTanhForm() {
    T5Configuration c = T5Configuration.of(TinyT5.json(", \"feed_forward_proj\": \"gated-gelu\""));
    assertThat(c.gated()).isTrue();
    assertThat(c.activation()).isEqualTo(Activation.GELU_NEW);
  }

  @Test
  void whatIsNotBuiltIsRefusedByItsName() {
    refused(", \"model_type\": \"mt5\"", "model_type is \"mt5\"");
    refused(", \"feed_forward_proj\": \"gated-swish2\"", "activation swish2");
    refused(", \"is_encoder_decoder\": false", "is_encoder_decoder is false");
    refused(", \"layer_norm_epsilon\": \"small\"", "layer_norm_epsilon is \"small\"");
    refused(", \"relative_attention_max_distance\": 4", "relative_attention_max_distance is 4");
    refused(", \"num_heads\": 0", "num_heads is 0");
  }

  private static void refused(String more, String words) {
    assertThatThrownBy(() -> T5Configuration.of(TinyT5.json(more))).hasMessageContaining(words);
  }
}
