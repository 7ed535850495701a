package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NormalTest {

  private static final double ENDLESS = Double.POSITIVE_INFINITY;

  static List<Normal> distributions() {
    return List.of(
        new Normal(3, 2, false, -ENDLESS, ENDLESS),
        new Normal(0, 1, false, -1, 0.5),
        new Normal(0, 1, false, 4, ENDLESS),
        new Normal(0, 1, false, -ENDLESS, -4),
        new Normal(-7, 1, true, 0, ENDLESS),
        new Normal(-7, 1, true, 1e-4, 1e-2));
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void positionIsTheInverseOfTheQuantile(Normal normal) {
    for (int i = 0; i <= 1000; i++) {
      double u = i / 1000.0;
      Double value = normal.quantile(u);
      assertThat(normal.contains(value)).as("%s at %s", value, u).isTrue();
      assertThat(normal.position(value)).isCloseTo(u, within(1e-8));
    }
  }

  @Test
  void quantilesAreThoseOfTheTable() {
    Normal standard = new Normal(0, 1, false, -ENDLESS, ENDLESS);
    assertThat(standard.quantile(0.5)).isZero();
    assertThat(standard.quantile(0.975)).isCloseTo(1.95996398454, within(1e-11));
    assertThat(standard.quantile(0.0013498980316301)).isCloseTo(-3, within(1e-9));
    Normal log = new Normal(2, 1, true, 0, ENDLESS);
    assertThat(log.quantile(0.5)).isCloseTo(Math.exp(2), within(1e-10));
  }

  @Test
  void uniformNumbersGiveTheMeanAndTheDeviation() {
    Normal normal = new Normal(3, 2, false, -ENDLESS, ENDLESS);
    double[] values =
        IntStream.range(0, 100_000).mapToDouble(i -> normal.quantile((i + 0.5) / 1e5)).toArray();
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
    double square =
        IntStream.range(0, values.length)
            .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
            .average()
            .orElse(0);
    assertThat(mean).isCloseTo(3, within(1e-9));
    assertThat(Math.sqrt(square)).isCloseTo(2, within(1e-3));
  }

  @Test
  void boundsFarFromTheMeanHoldNothing() {
    assertThat(new Normal(0, 1, false, 9, 10).isDrawable()).isFalse();
    assertThat(new Normal(0, 1, false, 4, 10).isDrawable()).isTrue();
  }
}
