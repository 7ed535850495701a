package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.catalogue.Metric;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PatienceRuleTest {

  private static PatienceRule.Best after(PatienceRule rule, double... accuracies) {
    PatienceRule.Best best = null;
    for (int i = 0; i < accuracies.length; i++) {
      Map<String, Double> metrics = Map.of("accuracy", accuracies[i], "loss", -accuracies[i]);
      best = rule.after(best, Metric.ACCURACY, 10L * (i + 1), new TreeMap<>(metrics));
    }
    return best;
  }

  @Test
  void theFirstOfEqualEvaluationsIsTheBest() {
    PatienceRule rule = new PatienceRule(2, false, 0);
    PatienceRule.Best best = after(rule, 0.5, 0.7, 0.7);
    assertThat(best.step()).isEqualTo(20);
    assertThat(best.metrics()).containsEntry("accuracy", 0.7);
    assertThat(rule.isOver(best)).isFalse();
    assertThat(rule.isOver(after(rule, 0.5, 0.7, 0.7, 0.6))).isTrue();
  }

  @Test
  void aChangeUpToDeltaIsNoImprovement() {
    PatienceRule rule = new PatienceRule(2, false, 0.25);
    assertThat(after(rule, 0.5, 0.75).step()).isEqualTo(10);
    assertThat(after(rule, 0.5, 0.875).step()).isEqualTo(20);
  }

  @Test
  void aLossImprovesDownwards() {
    PatienceRule rule = new PatienceRule(1, true, 0);
    assertThat(after(rule, 0.5, 0.6).metric()).isEqualTo("loss");
    assertThat(after(rule, 0.5, 0.6).step()).isEqualTo(20);
    assertThat(rule.isOver(after(rule, 0.5, 0.4))).isTrue();
  }

  @Test
  void withoutPatienceNothingIsEverOver() {
    PatienceRule off = new PatienceRule(0, false, 0);
    assertThat(off.isOver(after(off, 0.5, 0.4, 0.3))).isFalse();
  }
}
