package dev.hypersweep.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {

  @Test
  void meanAndDeviationOfKnownValues() {
    Sample sample = Sample.of(2, 4, 4, 4, 5, 5, 7, 9);
    assertThat(sample.mean()).isEqualTo(5);
    assertThat(sample.variance()).isCloseTo(32.0 / 7, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"2, 12.706", "3, 4.303", "5, 2.776", "11, 2.228", "31, 2.042"})
  void intervalFollowsTheTableOfStudentsDistribution(int n, double quantile) {
    Sample sample = new Sample(n, 0, n);
    Interval interval = sample.estimate().interval(0.95).orElseThrow();
    assertThat(interval.high()).isCloseTo(quantile, within(5e-4));
    assertThat(interval.low()).isEqualTo(-interval.high());
  }

  @Test
  void oneValueHasNoInterval() {
    Sample sample = Sample.of(0.5);
    assertThat(sample.mean()).isEqualTo(0.5);
    assertThat(sample.standardDeviation()).isNaN();
    assertThat(sample.estimate().interval(0.95)).isEmpty();
  }

  @Test
  void equalValuesHaveExactlyZeroVarianceAndAPointAsInterval() {
    double[] values = new double[7];
    Arrays.fill(values, 0.1);
    Sample sample = Sample.of(values);
    assertThat(sample).isEqualTo(new Sample(7, 0.1, 0));
    assertThat(sample.estimate().interval(0.95)).contains(new Interval(0.1, 0.1));
  }

  @Test
  void nothingAndNonFiniteValuesAreRefused() {
    assertThatThrownBy(() -> Sample.of()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sample.of(1, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Sample.of(1).estimate().interval(95)).hasMessageContaining("95");
  }
}
