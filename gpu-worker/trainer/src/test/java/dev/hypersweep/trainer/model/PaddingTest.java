package dev.hypersweep.trainer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaddingTest {

  @Test
  void paddingToAnotherLengthChangesNoLogit() {
    try (TinyModel model = stirred()) {
      assertThat(logits(model, TinyModel.EXAMPLES, 9))
          .containsExactly(logits(model, TinyModel.EXAMPLES, 6), within(1e-6f));
    }
  }

  @Test
  void anExampleAloneHasTheLogitsThatItHasInABatch() {
    try (TinyModel model = stirred()) {
      float[] together = logits(model, TinyModel.EXAMPLES, 6);
      for (int example = 0; example < 3; example++) {
        float[] alone = logits(model, List.of(TinyModel.EXAMPLES.get(example)), 6);
        for (int c = 0; c < 3; c++) {
          assertThat(alone[c]).isCloseTo(together[example * 3 + c], within(1e-5f));
        }
      }
    }
  }

  private static TinyModel stirred() {
    TinyModel model = new TinyModel(TinyModel.sparse(2, TinyModel.HYPER), DataType.FLOAT32);
    model.stir();
    return model;
  }

  private static float[] logits(TinyModel model, List<TokenisedExample> examples, int length) {
    try (Pass pass = Pass.evaluation(model.session, model.weights)) {
      Batch batch = Batch.of(pass.manager(), examples, length, DataType.FLOAT32);
      return model.classifier.apply(pass, batch).logits().toFloatArray();
    }
  }
}
