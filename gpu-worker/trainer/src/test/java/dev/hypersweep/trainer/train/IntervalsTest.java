package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.trainer.predict.Measure;
import dev.hypersweep.trainer.predict.Statistic;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalsTest {

  private static final Statistic SHARE =
      Statistic.mean(IntStream.range(0, 400).mapToDouble(i -> i % 4 == 0 ? 0 : 1).toArray());

  @Test
  void aShareMovesByTwoOfItsStandardErrors() {
    SortedMap<String, Double> ends = Intervals.of(List.of(new Measure("accuracy", SHARE)));
    double error = Math.sqrt(0.75 * 0.25 / 400);
    assertThat(ends).containsOnlyKeys("accuracy/low", "accuracy/high");
    assertThat(ends.get("accuracy/low")).isCloseTo(0.75 - 1.96 * error, within(0.2 * error));
    assertThat(ends.get("accuracy/high")).isCloseTo(0.75 + 1.96 * error, within(0.2 * error));
  }

  @Test
  void theSameExamplesGiveTheSameBits() {
    List<Measure> measures = List.of(new Measure("mismatched/accuracy", SHARE));
    assertThat(Intervals.of(measures)).isEqualTo(Intervals.of(measures));
  }

  @Test
  void aLossHasNone() {
    assertThat(Intervals.of(List.of(new Measure("loss", SHARE), new Measure("other/loss", SHARE))))
        .isEmpty();
  }
}
