package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExampleOrderTest {

  @Test
  void everyEpochHasEveryExampleOnceAlsoWhenBatchesCrossItsEnd() {
    ExampleOrder order = new ExampleOrder(1, 10);
    int[] drawn =
        LongStream.rangeClosed(1, 5)
            .mapToObj(step -> order.batch(step, 4))
            .flatMapToInt(Arrays::stream)
            .toArray();
    int[] all = IntStream.range(0, 10).toArray();
    assertThat(Arrays.copyOfRange(drawn, 0, 10)).containsExactlyInAnyOrder(all);
    assertThat(Arrays.copyOfRange(drawn, 10, 20)).containsExactlyInAnyOrder(all);
    assertThat(Arrays.copyOfRange(drawn, 0, 10)).isNotEqualTo(Arrays.copyOfRange(drawn, 10, 20));
  }

  @Test
  void aStepDependsOnSeedAndStepAlone() {
    ExampleOrder asked = new ExampleOrder(1, 100);
    asked.batch(1, 32);
    assertThat(asked.batch(40, 32)).isEqualTo(new ExampleOrder(1, 100).batch(40, 32));
    assertThat(asked.batch(40, 32)).isNotEqualTo(new ExampleOrder(2, 100).batch(40, 32));
  }
}
