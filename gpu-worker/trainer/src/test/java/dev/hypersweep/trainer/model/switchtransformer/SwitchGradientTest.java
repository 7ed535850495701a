package dev.hypersweep.trainer.model.switchtransformer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.CentralDifferences;
import dev.hypersweep.trainer.model.Losses;
import dev.hypersweep.trainer.model.SequencePair;
import dev.hypersweep.trainer.model.t5.Seq2SeqTask;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchGradientTest {

  private static final List<SequencePair> EXAMPLES =
      List.of(
          new SequencePair(new int[] {3, 5, 2, 9, 1}, new int[] {4, 6, 8, 1}),
          new SequencePair(new int[] {7, 12, 1}, new int[] {11, 1}));

  @ParameterizedTest(name = "capacity {0}, {1}")
  @CsvSource({"64, plain", "1, plain", "64, hyper", "1, hyper"})
  void equalsCentralDifferences(int capacity, String part) {
    SwitchConfiguration c =
        part.equals("hyper") ? TinySwitch.hyper(capacity) : TinySwitch.plain(capacity);
    try (Session session = Session.open("cpu", 1)) {
      Parameters parameters = new Parameters();
      SwitchTransformer model = new SwitchTransformer(parameters, c);
      Weights weights = new Weights(session, parameters, 5, DataType.FLOAT64);
      Seq2SeqTask task = new Seq2SeqTask(model.model());
      long alive =
          new CentralDifferences(session, weights, pass -> total(pass, task)).stir().check(1e-7);
      assertThat(alive).isGreaterThan(9L * parameters.all().size() / 10);
    }
  }

  private static NDArray total(Pass pass, Seq2SeqTask task) {
    Losses losses = task.losses(pass, EXAMPLES, 0.1);
    assertThat(losses.auxiliary()).hasSize(4);
    NDArray sum = losses.task();
    for (Losses.Auxiliary each : losses.auxiliary()) {
      sum = sum.add(pass.operations().scale(each.value(), each.weight()));
    }
    return sum;
  }
}
