package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DivergenceRuleTest {

  private static DivergenceRule.Watch after(DivergenceRule rule, double... losses) {
    DivergenceRule.Watch watch = DivergenceRule.Watch.start();
    for (double loss : losses) {
      watch = rule.after(watch, loss);
    }
    return watch;
  }

  @Test
  void aLossThatStaysFarAboveItsLeastEndsTheRun() {
    DivergenceRule rule = new DivergenceRule(3, 4);
    DivergenceRule.Watch watch = after(rule, 2, 1, 1, 90, 90, 90);
    assertThatCode(() -> rule.refuse(watch, 6)).doesNotThrowAnyException();
    assertThatThrownBy(() -> rule.refuse(rule.after(watch, 90), 7))
        .isInstanceOf(NotANumber.class)
        .hasMessageContaining("step 7")
        .hasMessageContaining("for 4 steps")
        .hasMessageContaining("divergence_factor 0");
  }

  @Test
  void aLossThatComesBackIsForgiven() {
    DivergenceRule rule = new DivergenceRule(3, 4);
    double[] losses = new double[60];
    java.util.Arrays.fill(losses, 1);
    losses[5] = 90;
    assertThat(after(rule, losses).above()).isZero();
  }

  @Test
  void aLossNearZeroMayMultiply() {
    assertThat(after(new DivergenceRule(3, 4), 1e-5, 1e-5, 0.2, 0.2, 0.2, 0.2).above()).isZero();
  }

  @Test
  void aFactorOfZeroTurnsTheRuleOff() {
    DivergenceRule off = new DivergenceRule(0, 1);
    assertThatCode(() -> off.refuse(after(off, 1, 1, 900, 900), 4)).doesNotThrowAnyException();
  }
}
