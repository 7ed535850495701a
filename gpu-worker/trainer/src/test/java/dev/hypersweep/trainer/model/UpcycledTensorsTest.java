package dev.hypersweep.trainer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.trainer.checkpoint.MalformedCheckpoint;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.checkpoint.StoredType;
import dev.hypersweep.trainer.checkpoint.TensorSource;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameters;
import java.nio.ByteBuffer;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpcycledTensorsTest {

  @Test
  void everyExpertIsTheFeedForwardNetworkInItsPlace() {
    UpcycledTensors upcycled =
        new UpcycledTensors(
            new Named("h.0.mlp.c_fc.weight", "h.0.attn.c_proj.weight"),
            parameters(
                "h.0.mlp.experts.expert_0.c_fc.weight",
                "h.0.mlp.experts.expert_11.c_fc.weight",
                "h.0.attn.c_proj.weight"));
    assertThat(upcycled.names())
        .containsExactlyInAnyOrder(
            "h.0.mlp.experts.expert_0.c_fc.weight",
            "h.0.mlp.experts.expert_11.c_fc.weight",
            "h.0.attn.c_proj.weight");
    assertThat(upcycled.tensor("h.0.mlp.experts.expert_11.c_fc.weight").name())
        .isEqualTo("h.0.mlp.c_fc.weight");
  }

  @Test
  void expertsOfTheCheckpointStayWhatTheyAre() {
    String expert = "h.0.mlp.experts.expert_0.c_fc.weight";
    UpcycledTensors upcycled = new UpcycledTensors(new Named(expert), parameters(expert));
    assertThat(upcycled.names()).containsExactly(expert);
    assertThat(upcycled.tensor(expert).name()).isEqualTo(expert);
  }

  @Test
  void aDenseNetworkWithoutAPlaceIsLeftOver() {
    UpcycledTensors upcycled =
        new UpcycledTensors(
            new Named("h.0.mlp.c_fc.weight", "h.1.mlp.c_fc.weight"),
            parameters("h.0.mlp.experts.expert_0.c_fc.weight"));
    assertThatThrownBy(
            () ->
                upcycled.refuseLeftovers(
                    Set.of("h.0.mlp.experts.expert_0.c_fc.weight"), name -> false))
        .isInstanceOf(MalformedCheckpoint.class)
        .hasMessageContaining("h.1.mlp.c_fc.weight");
  }

  private static Parameters parameters(String... names) {
    Parameters parameters = new Parameters();
    for (String name : names) {
      parameters.free(name, Initialiser.zeros(), 1);
    }
    return parameters;
  }

  /** Tensors of which the names count. */
  private record Named(Set<String> names) implements TensorSource {

    Named(String... names) {
      this(Set.of(names));
    }

    @Override
    public StoredTensor tensor(String name) {
      return new StoredTensor(name, StoredType.F32, new long[] {1}, ByteBuffer.allocate(4));
    }
  }
}
