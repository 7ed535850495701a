package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.sweeps.PromotionPlan.Rung;
import org.junit.jupiter.api.Test;

/** How much a sweep that promotes will train. */
class PromotionPlanTest {

  private static PromotionPlan plan(String pruner, int trials) {
    return PromotionPlan.of(
        SweepDefinitions.read(
            """
            name: planned
            variants: [dense, moe]
            datasets: [wordnet/noun-supersense]
            seeds: 3
            parameters: {learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true}}
            constants: {steps: 900, evaluation_every: 100}
            sampler: {name: random}
            pruner: {name: %s, min: 100}
            budget: {trials: %d}
            """
                .formatted(pruner, trials)));
  }

  @Test
  void whereAllOfABracketAreComparedTheOrderMattersNot() {
    PromotionPlan plan = plan("halving-promotion", 9);
    assertThat(plan.rungs())
        .containsExactly(new Rung(100, 54, 54), new Rung(300, 18, 18), new Rung(900, 6, 6));
    double share = (9 * 100 + 3 * 200 + 600) / 8100.0;
    assertThat(plan.leastShare()).isCloseTo(share, within(1e-12));
    assertThat(plan.mostShare()).isCloseTo(share, within(1e-12));
  }

  @Test
  void whereNobodyWaitsItIsARange() {
    PromotionPlan plan = plan("asha-promotion", 9);
    assertThat(plan.rungs())
        .containsExactly(new Rung(100, 54, 54), new Rung(300, 18, 42), new Rung(900, 6, 30));
    assertThat(plan.leastShare()).isLessThan(plan.mostShare());
  }
}
