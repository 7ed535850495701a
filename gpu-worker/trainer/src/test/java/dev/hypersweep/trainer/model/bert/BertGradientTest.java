package dev.hypersweep.trainer.model.bert;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.CentralDifferences;
import dev.hypersweep.trainer.model.CompanionConfiguration;
import dev.hypersweep.trainer.model.GateConfiguration;
import dev.hypersweep.trainer.model.Losses;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.SequenceBalance;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.stream.Stream;
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
      assertThat(alive).isGreaterThan(2L * weights.parameters().size());
    }
  }
}
