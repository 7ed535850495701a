package dev.hypersweep.trainer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MediansTest {

  @Test
  void ofAnOddAndOfAnEvenNumberOfValues() {
    assertThat(Medians.of(3, 1, 9)).isEqualTo(new Medians(3, 1, 9));
    assertThat(Medians.of(3, 1, 9, 4)).isEqualTo(new Medians(3.5, 1, 9));
  }

  /** Round two was three times as slow for both: the ratio does not see it. */
  @Test
  void ratiosAreTakenRoundByRound() {
    Medians ratio = Medians.ofRatios(List.of(2.0, 6.0, 2.2), List.of(1.0, 3.0, 1.0));
    assertThat(ratio).isEqualTo(new Medians(2, 2, 2.2));
  }
}
