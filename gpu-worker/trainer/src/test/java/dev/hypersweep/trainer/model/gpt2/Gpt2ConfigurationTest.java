package dev.hypersweep.trainer.model.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Gpt2ConfigurationTest {

  @Test
  void whatIsNotBuiltIsRefusedByNameAndValue() {
    assertThatThrownBy(() -> TinyGpt2.configuration(", \"add_cross_attention\": true"))
        .hasMessageContaining("add_cross_attention is true");
    assertThatThrownBy(() -> TinyGpt2.configuration(", \"activation_function\": \"mish\""))
        .hasMessageContaining("mish");
    assertThatThrownBy(() -> TinyGpt2.configuration(", \"n_head\": 3"))
        .hasMessageContaining("n_head 3 does not divide n_embd 8");
  }

  @Test
  void theInnerWidthIsFourTimesTheWidthWhereNoneIsGiven() {
    assertThat(TinyGpt2.configuration(", \"n_inner\": null").innerWidth()).isEqualTo(32);
  }
}
