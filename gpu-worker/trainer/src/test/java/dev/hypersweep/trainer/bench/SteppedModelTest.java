package dev.hypersweep.trainer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.nn.DerivedValues;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SteppedModelTest {

  private static final int STEPS = 200;

  @ParameterizedTest
  @EnumSource(Variant.class)
  void noTensorStaysBehind(Variant variant) {
    try (SteppedModel model = new SteppedModel(TinyWorkload.TINY, variant)) {
      evaluate(model);
      model.train(true);
      int live = model.live();
      for (int step = 0; step < STEPS; step++) {
        model.train(true);
        evaluate(model);
      }
      assertThat(model.live()).isEqualTo(live);
    }
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void aRestartMakesTheSameStepsAgain(Variant variant) {
    try (SteppedModel model = new SteppedModel(TinyWorkload.TINY, variant)) {
      float first = model.train(false);
      float second = model.train(false);
      assertThat(second).isNotEqualTo(first);
      model.restart();
      assertThat(model.train(false)).isEqualTo(first);
      assertThat(model.train(false)).isEqualTo(second);
    }
  }

  private static void evaluate(SteppedModel model) {
    try (DerivedValues derived = model.derived()) {
      model.infer(derived);
      model.infer(derived);
    }
  }
}
