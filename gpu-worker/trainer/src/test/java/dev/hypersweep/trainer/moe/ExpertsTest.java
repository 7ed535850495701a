package dev.hypersweep.trainer.moe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.FeedForward;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpertsTest {

  private static final int WIDTH = 4;
  private static final int[][] SELECTED = {{2, 0}, {2, 1}, {0, 2}};

  @Test
  void aTokenGetsTheSumOfItsExpertsEachTimesItsProbability() {
    Parameters grouped = new Parameters();
    Experts experts = new Experts(grouped, "experts", WIDTH, 5, 3);
    Parameters single = new Parameters();
    List<FeedForward> each =
        IntStream.range(0, 3)
            .mapToObj(e -> new FeedForward(single, "experts." + e, WIDTH, 5))
            .toList();
    try (Session session = Session.open("cpu", 1);
        Pass pass = Pass.evaluation(session, new Weights(session, grouped, 1, DataType.FLOAT32));
        Pass reference =
            Pass.evaluation(session, new Weights(session, single, 1, DataType.FLOAT32))) {
      NDArray x = session.manager().randomNormal(new Shape(3, WIDTH));
      NDArray p = session.manager().randomUniform(0, 1, new Shape(3, 3));
      NDArray y = experts.apply(pass, x, new Routing(SELECTED, p, null));
      for (int token = 0; token < 3; token++) {
        NDArray row = x.get(token).reshape(1, WIDTH);
        NDArray sum = session.manager().zeros(new Shape(1, WIDTH));
        for (int e : SELECTED[token]) {
          sum = sum.add(each.get(e).apply(reference, row).mul(p.getFloat(token, e)));
        }
        assertThat(y.get(token).toFloatArray()).containsExactly(sum.toFloatArray(), within(1e-6f));
      }
    }
  }
}
