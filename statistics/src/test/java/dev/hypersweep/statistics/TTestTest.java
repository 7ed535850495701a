package dev.hypersweep.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TTestTest {

  private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
  private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  /** "Student" 1908; R prints t = -4.0621, df = 9, p = 0.002833 and -2.4598858 .. -0.7001142. */
  @Test
  void agreesWithThePairedAnalysisOfStudentsSleepData() {
    TTest test = TTest.paired(FIRST, SECOND);
    assertThat(test.t()).isCloseTo(-4.0621, within(5e-5));
    assertThat(test.difference().degreesOfFreedom()).isEqualTo(9);
    assertThat(test.p()).isCloseTo(0.002833, within(5e-7));
    assertThat(test.pGreater()).isCloseTo(1 - 0.002833 / 2, within(5e-7));
    Interval interval = test.difference().interval(0.95).orElseThrow();
    assertThat(interval.low()).isCloseTo(-2.4598858, within(5e-8));
    assertThat(interval.high()).isCloseTo(-0.7001142, within(5e-8));
  }

  @Test
  void withoutAnyDifferenceNothingIsDefined() {
    TTest test = TTest.paired(FIRST, FIRST);
    assertThat(test.t()).isNaN();
    assertThat(test.p()).isNaN();
    assertThat(test.pGreater()).isNaN();
  }

  @Test
  void theSameDifferenceThroughoutIsInfinitelySignificant() {
    TTest test = TTest.paired(new double[] {1.5, 2.5, 3.5}, new double[] {2, 3, 4});
    assertThat(test.t()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(test.p()).isZero();
    assertThat(test.pGreater()).isEqualTo(1);
  }

  @Test
  void onePairSaysNothingAndUnequalNumbersAreRefused() {
    assertThat(TTest.paired(new double[] {1}, new double[] {2}).p()).isNaN();
    assertThatThrownBy(() -> TTest.paired(FIRST, new double[] {1}))
        .hasMessageContaining("10 and 1");
  }
}
