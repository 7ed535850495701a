package dev.hypersweep.sweeps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunHistoryTest {

  private final RunHistory history = new RunHistory(List.of("a", "b", "c"));

  @Test
  void asTheSweepHasThemWhileNothingIsKnown() {
    assertThat(history.order()).containsExactly("a", "b", "c");
  }

  @Test
  void cheapOnesFirstAsSoonAsCostIsKnown() {
    history.measured(0, "a", 0.1, 9);
    history.measured(0, "b", 0.1, 5);
    history.measured(0, "c", Double.NaN, 7);
    assertThat(history.order()).containsExactly("b", "c", "a");
  }

  @Test
  void tellingOnesFirstAtEqualCost() {
    for (int trial = 0; trial < 12; trial++) {
      told(trial, trial * 7 % 5, trial, trial * 5 % 7);
    }
    assertThat(history.order().get(0)).isEqualTo("b");
  }

  @Test
  void theLatestTrialsCount() {
    for (int trial = 0; trial < RunHistory.MOST; trial++) {
      told(trial, trial * 7 % 5, trial, trial * 5 % 7);
    }
    assertThat(history.order().get(0)).isEqualTo("b");
    for (int trial = RunHistory.MOST; trial < 2 * RunHistory.MOST; trial++) {
      told(trial, trial * 7 % 5, trial * 5 % 7, trial);
    }
    assertThat(history.order().get(0)).isEqualTo("c");
  }

  private void told(int trial, double a, double b, double c) {
    history.measured(trial, "a", a, 1);
    history.measured(trial, "b", b, 1);
    history.measured(trial, "c", c, 1);
  }
}
