package dev.hypersweep.trainer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The losses of tasks other than classification: their values, and their gradients in float64. */
class EncoderTaskGradientTest {

  private static final int[] SHORT = {3, 8};
  private static final int[] LONG = {8, 7, 6, 4, 10, 2};

  static Stream<SparseConfiguration> variants() {
    return Stream.of(null, TinyModel.sparse(2, TinyModel.HYPER));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void regressionEqualsCentralDifferences(SparseConfiguration sparse) {
    Classifier encoder = encoder(1, false, sparse);
    check(
        encoder,
        new Regression(encoder),
        List.of(new ScoredText(SHORT, new int[2], 0.25), new ScoredText(LONG, new int[6], 1)));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void multipleChoiceEqualsCentralDifferences(SparseConfiguration sparse) {
    Classifier encoder = encoder(1, false, sparse);
    check(
        encoder,
        new MultipleChoice(encoder),
        List.of(options(Set.of(1), 2), options(Set.of(0, 2), 3)));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void spansEqualCentralDifferences(SparseConfiguration sparse) {
    Classifier encoder = encoder(2, true, sparse);
    check(
        encoder,
        new SpanExtraction(encoder),
        List.of(new Window(SHORT, new int[2], 0, 0), new Window(LONG, new int[6], 2, 4)));
  }

  /** One right option: the cross-entropy of its logits. */
  @Test
  void theLossOfOneRightOptionIsItsCrossEntropy() {
    Classifier encoder = encoder(1, false, null);
    Options example = options(Set.of(1), 3);
    try (Session session = Session.open("cpu", 1)) {
      Weights weights = new Weights(session, encoder.parameters(), 5, DataType.FLOAT64);
      try (Pass pass = Pass.evaluation(session, weights)) {
        double[] logits = encoder.outputs(pass, example.texts()).outputs().toDoubleArray();
        double sum = 0;
        for (double logit : logits) {
          sum += Math.exp(logit);
        }
        NDArray loss = new MultipleChoice(encoder).losses(pass, List.of(example), 0).task();
        assertThat(loss.getDouble()).isCloseTo(Math.log(sum) - logits[1], within(1e-12));
      }
    }
  }

  private static Options options(Set<Integer> right, int count) {
    List<Options.Plain> all =
        List.of(
            new Options.Plain(SHORT, new int[2]),
            new Options.Plain(LONG, new int[6]),
            new Options.Plain(new int[] {1, 5, 9}, new int[3]));
    return new Options(all.subList(0, count), right);
  }

  private static Classifier encoder(int outputs, boolean perToken, SparseConfiguration sparse) {
    return new Classifier(new ModelConfiguration(2, 8, 2, 12, 11, 9, outputs, 0, sparse), perToken);
  }

  private static <E> void check(Classifier encoder, TrainableModel<E> task, List<E> examples) {
    try (Session session = Session.open("cpu", 1)) {
      Weights weights = new Weights(session, encoder.parameters(), 5, DataType.FLOAT64);
      long alive =
          new CentralDifferences(
                  session,
                  weights,
                  pass -> {
                    session.seed(17);
                    return task.losses(pass, examples, 0).task();
                  })
              .stir()
              .check(1e-7);
      assertThat(alive).isGreaterThan(9L * weights.parameters().size() / 10);
    }
  }
}
