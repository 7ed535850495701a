package dev.hypersweep.trainer.moe.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import org.junit.jupiter.api.Test;

class RoutingStatisticsTest {

  @Test
  void loadDeadExpertsAndEntropyAreThoseOfTheBatch() {
    Parameters one = new Parameters();
    one.free("unused", Initialiser.zeros(), 1);
    try (Session session = Session.open("cpu", 1);
        Pass pass = Pass.evaluation(session, new Weights(session, one, 1, DataType.FLOAT32))) {
      NDArray p =
          session
              .manager()
              .create(new float[] {0.5f, 0.5f, 0, 1, 0, 0}, new Shape(2, 3)); // ln 2 and 0
      Selection selection = Selection.of(new int[] {1, 0}, 1, 3);
      RoutingStatistics statistics =
          RoutingStatistics.of(
              pass, new Routing(null, null, p, null, null, selection, Sequences.one(2), null));
      assertThat(statistics.load()).containsExactly(0.5, 0.5, 0);
      assertThat(statistics.dead()).isEqualTo(1);
      assertThat(statistics.dropped()).isZero();
      assertThat(statistics.entropy()).isCloseTo(Math.log(2) / 2, within(1e-6));
    }
  }
}
