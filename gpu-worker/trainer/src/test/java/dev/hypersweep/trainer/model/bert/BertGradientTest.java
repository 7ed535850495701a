package dev.hypersweep.trainer.model.bert;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.CentralDifferences;
import dev.hypersweep.trainer.model.CompanionConfiguration;
import dev.hypersweep.trainer.model.GateConfiguration;
import dev.hypersweep.trainer.model.Losses;
import dev.hypersweep.trainer.model.SpanExtraction;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.model.TokenisedExample;
import dev.hypersweep.trainer.model.Window;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.SequenceBalance;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BertGradientTest {

  private static final SparseConfiguration SPARSE =
      new SparseConfiguration(
          3,
          2,
          2,
          10,
          0,
          new GateConfiguration.Softmax(GateScale.RENORMALISED),
          new SequenceBalance(1, true),
          new CompanionConfiguration.Shared(3));

  private static final List<TokenisedExample> TWO_CLASSES =
      TinyBert.EXAMPLES.stream()
          .map(e -> new TokenisedExample(e.tokens(), e.segments(), e.label() % 2))
          .toList();

  static Stream<Arguments> models() {
    return Stream.of(
        Arguments.of("", null),
        Arguments.of(", \"hidden_act\": \"tanh\", \"layer_norm_eps\": 0.01", null),
        Arguments.of("", SPARSE));
  }

  @ParameterizedTest
  @MethodSource("models")
  void equalsCentralDifferences(String more, SparseConfiguration sparse) {
    try (Session session = Session.open("cpu", 1)) {
      BertClassifier model = new BertClassifier(TinyBert.configuration(more), 3, sparse);
      Weights weights = new Weights(session, model.parameters(), 5, DataType.FLOAT64);
      long alive =
          new CentralDifferences(
                  session,
                  weights,
                  pass -> {
                    Losses losses = model.losses(pass, TinyBert.EXAMPLES, 0.1);
                    return losses.auxiliary().stream()
                        .map(Losses.Auxiliary::value)
                        .reduce(losses.task(), NDArray::add);
                  })
              .stir()
              .check(1e-7);
      assertThat(alive).isGreaterThan(9L * weights.parameters().size() / 10);
    }
  }

  @Test
  void headsOnTheMeanAndOnEachTokenEqualCentralDifferences() {
    for (BertReading reading : List.of(BertReading.MEAN, BertReading.TOKENS)) {
      try (Session session = Session.open("cpu", 1)) {
        BertClassifier encoder = new BertClassifier(TinyBert.configuration(""), 2, SPARSE, reading);
        Weights weights = new Weights(session, encoder.parameters(), 5, DataType.FLOAT64);
        assertThat(weights.parameters()).noneMatch(p -> p.name().contains("pooler"));
        List<Window> windows =
            TinyBert.EXAMPLES.stream()
                .map(e -> new Window(e.tokens(), e.segments(), 0, e.tokens().length - 1))
                .toList();
        new CentralDifferences(
                session,
                weights,
                pass ->
                    reading == BertReading.MEAN
                        ? encoder.losses(pass, TWO_CLASSES, 0).task()
                        : new SpanExtraction(encoder).losses(pass, windows, 0).task())
            .stir()
            .check(1e-7);
      }
    }
  }
}
