package dev.hypersweep.trainer.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypersweep.trainer.SharedVectors;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchKindTest {

  @TempDir Path copy;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "switch-tiny",
        "switch-tiny-capacity",
        "hypermoe-switch-official",
        "hypermoe-switch-official-capacity"
      })
  void everyNumberIsThatOfTheLibraryOrTheAuthors(String name) {
    Outcome outcome = ParityCases.outcome("model/" + name);
    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.passes()).as("%s", outcome.greatest()).isTrue();
  }

  @Test
  void aCapacityOffByOneOrALossWeightOffByHalfAPercentFails() throws IOException {
    assertThat(outcomeWith("expert_capacity", "3").passes()).isFalse();
    assertThat(outcomeWith("router_aux_loss_coef", "0.0201").passes()).isFalse();
    assertThat(outcomeWith("router_z_loss_coef", "0.003015").passes()).isFalse();
  }

  @Test
  void aRouterBiasIsRefusedByItsName() throws IOException {
    assertThat(outcomeWith("router_bias", "true").faults().toString())
        .contains("router_bias is true");
  }

  private Outcome outcomeWith(String key, String value) throws IOException {
    ParityCases.copy(SharedVectors.folder("model/switch-tiny-capacity"), copy);
    Path file = copy.resolve("config.json");
    ObjectNode config = (ObjectNode) Parity.JSON.readTree(file.toFile());
    config.set(key, Parity.JSON.readTree(value));
    Parity.JSON.writeValue(file.toFile(), config);
    return ParityCases.outcome(copy);
  }
}
