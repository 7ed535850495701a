package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.Classifier;
import dev.hypersweep.trainer.model.Losses;
import dev.hypersweep.trainer.model.ModelConfiguration;
import dev.hypersweep.trainer.model.TinyModel;
import dev.hypersweep.trainer.model.TokenisedExample;
import dev.hypersweep.trainer.model.TrainableModel;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccumulationTest {

  /** A loss that is a mean over tokens: examples of 4, 1 and 6 tokens count by their length. */
  private record MeanOverTokens(Classifier inner) implements TrainableModel<TokenisedExample> {

    @Override
    public Losses losses(Pass pass, List<TokenisedExample> examples, double labelSmoothing) {
      NDArray sum = null;
      long terms = 0;
      for (TokenisedExample example : examples) {
        NDArray one = inner.losses(pass, List.of(example), labelSmoothing).task();
        NDArray own = pass.operations().scale(one, terms(example));
        sum = sum == null ? own : sum.add(own);
        terms += terms(example);
      }
      return new Losses(pass.operations().scale(sum, 1.0 / terms), List.of());
    }

    @Override
    public Parameters parameters() {
      return inner.parameters();
    }

    @Override
    public int tokens(TokenisedExample example) {
      return example.tokens().length;
    }

    @Override
    public int terms(TokenisedExample example) {
      return example.tokens().length;
    }

    @Override
    public long activeSize() {
      return inner.activeSize();
    }

    @Override
    public double flopsPerToken(double length) {
      return inner.flopsPerToken(length);
    }
  }

  private static Classifier classifier() {
    return new Classifier(new ModelConfiguration(2, 8, 2, 12, 11, 9, 3, 0, null));
  }

  @Test
  void partsOfABatchGiveTheStepOfTheWhole() {
    for (TrainableModel<TokenisedExample> model :
        List.of(classifier(), new MeanOverTokens(classifier()))) {
      try (Session session = Session.open("cpu", 1)) {
        Learner<TokenisedExample> whole = learner(session, model, 0);
        Learner<TokenisedExample> parts = learner(session, model, 2);
        for (int step = 1; step <= 3; step++) {
          Learner.Step one = whole.step(TinyModel.EXAMPLES, step);
          Learner.Step other = parts.step(TinyModel.EXAMPLES, step);
          assertThat(other.task()).isCloseTo(one.task(), within(1e-5f));
          assertThat(other.gradientNorm()).isCloseTo(one.gradientNorm(), within(1e-5f));
        }
        assertThat(first(parts.weights())).containsExactly(first(whole.weights()), within(1e-4f));
      }
    }
  }

  @Test
  void nothingOfAPartStaysBehind() {
    try (Session session = Session.open("cpu", 1)) {
      Learner<TokenisedExample> parts = learner(session, classifier(), 1);
      parts.step(TinyModel.EXAMPLES, 1);
      int after = session.manager().getManagedArrays().size();
      parts.step(TinyModel.EXAMPLES, 2);
      assertThat(session.manager().getManagedArrays()).hasSize(after);
    }
  }

  private static float[] first(Weights weights) {
    return weights.value(weights.parameters().get(0)).toFloatArray();
  }

  private static Learner<TokenisedExample> learner(
      Session session, TrainableModel<TokenisedExample> model, int microBatch) {
    // A large epsilon: Adam would turn the last bit of a tiny gradient into a whole step.
    SettingValues settings =
        SettingValues.of(
            "dense", Map.of("batch", 3, "micro_batch", microBatch, "epsilon", 0.01, "clip", 0.5));
    return new Learner<>(session, model, TrainingConfiguration.of(settings), 1);
  }
}
