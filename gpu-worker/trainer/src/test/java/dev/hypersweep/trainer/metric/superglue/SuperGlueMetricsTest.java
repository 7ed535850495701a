package dev.hypersweep.trainer.metric.superglue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuperGlueMetricsTest {

  /** The first question is half right, nothing is right or predicted in the second. */
  private static final MultiRc SCORES =
      MultiRc.of(
          List.of(
              new JudgedAnswer("p q", true, true),
              new JudgedAnswer("p r", false, false),
              new JudgedAnswer("p q", false, true)));

  @Test
  void theThreeF1mDifferWhereAQuestionHasNoRightAnswer() {
    assertThat(SCORES.questions()).isEqualTo(2);
    assertThat(SCORES.f1a()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(SCORES.exactMatch()).isEqualTo(0.5);
    assertThat(SCORES.f1mOfMeans()).isCloseTo(2 * 0.75 / 1.75, within(1e-12));
    assertThat(SCORES.meanF1()).isCloseTo((2.0 / 3 + 0) / 2, within(1e-12));
    assertThat(SCORES.meanMacroF1()).isCloseTo(((2.0 / 3 + 0) / 2 + 1) / 2, within(1e-12));
  }

  @Test
  void pairsAreFoundByTheirNumbersInAnyOrder() {
    GenderParity parity = new GenderParity();
    parity.add(3, "yes");
    parity.add(0, "yes");
    parity.add(2, "yes");
    parity.add(4, "no");
    parity.add(1, "no");
    assertThat(parity.pairs()).isEqualTo(2); // 4 has no partner; 1 and 2 are none
    assertThat(parity.share()).isEqualTo(0.5);
  }
}
