package dev.hypersweep.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinMaxSamplingTest {

  private record P(int step, double value) {}

  private static List<P> line(int size) {
    return new ArrayList<>(IntStream.range(0, size).mapToObj(i -> new P(i, i * 0.001)).toList());
  }

  @Test
  void aSpikeStaysWhereverItIs() {
    for (int at : List.of(0, 1, 777, 5000, 9998, 9999)) {
      List<P> points = line(10_000);
      points.set(at, new P(at, 1e9));
      List<P> kept = MinMaxSampling.of(points, 50, P::value);
      assertThat(kept).contains(points.get(at));
      points.set(at, new P(at, -1e9));
      assertThat(MinMaxSampling.of(points, 50, P::value)).contains(points.get(at));
    }
  }

  @Test
  void keepsOrderAndEndsAndLimit() {
    for (int size : List.of(5, 6, 7, 50, 51, 1000, 10_001)) {
      for (int limit : List.of(4, 5, 50, 51)) {
        List<P> kept = MinMaxSampling.of(line(size), limit, P::value);
        assertThat(kept).hasSizeLessThanOrEqualTo(Math.max(limit, 4));
        assertThat(kept).isSortedAccordingTo((a, b) -> Integer.compare(a.step, b.step));
        assertThat(kept).doesNotHaveDuplicates();
        assertThat(kept.get(0).step).isZero();
        assertThat(kept.get(kept.size() - 1).step).isEqualTo(size - 1);
      }
    }
  }

  @Test
  void fewPointsStayAsTheyAre() {
    List<P> points = line(50);
    assertThat(MinMaxSampling.of(points, 50, P::value)).isSameAs(points);
  }
}
