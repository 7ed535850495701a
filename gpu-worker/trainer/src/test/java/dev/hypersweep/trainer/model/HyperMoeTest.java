package dev.hypersweep.trainer.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.nn.Parameter;
import org.junit.jupiter.api.Test;

class HyperMoeTest {

  @Test
  void headsAtZeroMakeItThePlainMixtureBitForBit() {
    try (TinyModel moe =
            new TinyModel(
                TinyModel.sparse(1, new CompanionConfiguration.None()), DataType.FLOAT32);
        TinyModel hyper = new TinyModel(TinyModel.sparse(1, TinyModel.HYPER), DataType.FLOAT32)) {
      float[] before = hyper.logits();
      for (Parameter parameter : hyper.weights.parameters()) {
        if (parameter.name().matches("hypernetwork\\.(down|up).*")) {
          NDArray value = hyper.weights.value(parameter);
          value.set(new float[(int) value.size()]);
        }
      }
      assertThat(before).isNotEqualTo(hyper.logits());
      assertThat(hyper.logits()).containsExactly(moe.logits());
    }
  }
}
