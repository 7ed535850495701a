package dev.hypersweep.trainer.metric.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CorrelationTestTest {

  private static final Offset<Double> NEAR = within(1e-12);
  private static final double[] X = {1, 2, 2, 4};
  private static final double[] Y = {1, 3, 2, 2};

  @Test
  void tiesShareRanksAndAreTakenOutOfTau() { // numbers of scipy 1.17.1
    assertThat(Correlation.pearson(X, Y)).isCloseTo(0.3244428422615251, NEAR);
    assertThat(Correlation.spearman(X, Y)).isCloseTo(0.5, NEAR);
    assertThat(Correlation.kendall(X, Y)).isCloseTo(0.4, NEAR);
    assertThat(CorrelationTest.pearson(X, Y)).isCloseTo(0.6755571577384749, NEAR);
    assertThat(CorrelationTest.spearman(X, Y)).isCloseTo(0.5, NEAR);
    assertThat(CorrelationTest.kendallAsymptotic(X, Y)).isCloseTo(0.44421673013860674, NEAR);
    assertThat(CorrelationTest.kendallExact(X, Y)).isNaN();
  }

  @Test
  void withoutTiesKendallGoesOverAllOrders() {
    double[] one = {1, 2, 3, 4, 5};
    double[] other = {2, 1, 4, 3, 5};
    assertThat(CorrelationTest.kendallExact(one, other)).isCloseTo(28 / 120.0, NEAR);
  }

  @Test
  void aConstantHasNoCorrelation() {
    double[] constant = {0.1, 0.1, 0.1, 0.1};
    assertThat(Correlation.pearson(constant, X)).isNaN();
    assertThat(Correlation.spearman(X, constant)).isNaN();
    assertThat(Correlation.kendall(constant, constant)).isNaN();
    assertThat(CorrelationTest.pearson(X, constant)).isNaN();
  }

  @Test
  void twoPointsLieOnALineThatProvesNothing() {
    double[] falling = {3, 1};
    assertThat(Correlation.pearson(new double[] {0, 0.3}, falling)).isEqualTo(-1);
    assertThat(CorrelationTest.pearson(new double[] {0, 0.3}, falling)).isEqualTo(1);
  }

  @Test
  void aLargeOffsetDoesNotDrownTheCorrelation() {
    double[] shifted = {1e9 + 1, 1e9 + 2, 1e9 + 2, 1e9 + 4};
    assertThat(Correlation.pearson(shifted, Y)).isCloseTo(Correlation.pearson(X, Y), NEAR);
  }
}
