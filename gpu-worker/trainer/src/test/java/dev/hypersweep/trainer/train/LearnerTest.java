package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.Classifier;
import dev.hypersweep.trainer.model.ModelConfiguration;
import dev.hypersweep.trainer.model.TinyModel;
import dev.hypersweep.trainer.model.TokenisedExample;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnerTest {

  private final Classifier model =
      new Classifier(
          new ModelConfiguration(2, 8, 2, 12, 11, 9, 3, 0.1, TinyModel.sparse(2, TinyModel.HYPER)));

  @Test
  void nothingOfAStepOrAnEvaluationStaysBehind() {
    try (Session session = Session.open("cpu", 1)) {
      Learner<TokenisedExample> learner = learner(session);
      learner.step(TinyModel.EXAMPLES, 1);
      int after = session.manager().getManagedArrays().size();
      for (int step = 2; step < 20; step++) {
        learner.step(TinyModel.EXAMPLES, step);
        try (Pass pass = Pass.evaluation(session, learner.weights())) {
          model.logits(pass, TinyModel.EXAMPLES);
        }
      }
      assertThat(session.manager().getManagedArrays()).hasSize(after);
    }
  }

  @Test
  void aLossThatIsNotANumberStopsTheRunBeforeTheUpdate() {
    try (Session session = Session.open("cpu", 1)) {
      Learner<TokenisedExample> learner = learner(session);
      Parameter head =
          learner.weights().parameters().stream()
              .filter(parameter -> parameter.name().equals("head.weight"))
              .findFirst()
              .orElseThrow();
      NDArray value = learner.weights().value(head);
      float[] broken = new float[(int) value.size()];
      Arrays.fill(broken, Float.NaN);
      value.set(broken);
      assertThatThrownBy(() -> learner.step(TinyModel.EXAMPLES, 7))
          .isInstanceOf(NotANumber.class)
          .hasMessageContaining("step 7")
          .hasMessageContaining("learning_rate");
    }
  }

  private Learner<TokenisedExample> learner(Session session) {
    SettingValues settings = SettingValues.of("hypermoe", Map.of());
    return new Learner<>(session, model, TrainingConfiguration.of(settings), 1);
  }
}
