package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BucketedOrderTest {

  private static final int COUNT = 1_003;
  private static final int SIZE = 8;

  private static BucketedOrder order(long seed) {
    return new BucketedOrder(seed, COUNT, number -> 5 + number % 97, SIZE);
  }

  private static int[] epoch(BucketedOrder order, int number) {
    long perEpoch = BucketedOrder.batches(COUNT, SIZE);
    return LongStream.rangeClosed(number * perEpoch + 1, (number + 1) * perEpoch)
        .mapToObj(order::batch)
        .flatMapToInt(Arrays::stream)
        .toArray();
  }

  @Test
  void everyEpochHasEveryExampleOnceInAnOrderOfItsOwn() {
    int[] all = IntStream.range(0, COUNT).toArray();
    assertThat(epoch(order(1), 0)).containsExactlyInAnyOrder(all);
    assertThat(epoch(order(1), 1)).containsExactlyInAnyOrder(all);
    assertThat(epoch(order(1), 0)).isNotEqualTo(epoch(order(1), 1));
  }

  @Test
  void aStepDependsOnSeedAndStepAlone() {
    BucketedOrder asked = order(1);
    asked.batch(1);
    assertThat(asked.batch(200)).isEqualTo(order(1).batch(200));
    assertThat(epoch(order(2), 0)).isNotEqualTo(epoch(order(1), 0));
  }

  @Test
  void theExamplesOfABatchAreOfLikeLength() {
    BucketedOrder order = order(1);
    double spread =
        LongStream.rangeClosed(1, BucketedOrder.batches(COUNT, SIZE))
            .mapToObj(order::batch)
            .mapToInt(
                batch -> {
                  int[] lengths = Arrays.stream(batch).map(i -> 5 + i % 97).sorted().toArray();
                  return lengths[lengths.length - 1] - lengths[0];
                })
            .average()
            .orElseThrow();
    assertThat(spread).isLessThan(6);
  }
}
