package dev.hypersweep.trainer.moe.expert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupingTest {

  @Test
  void bringsEqualKeysTogetherInTheirOrderAndKnowsTheWayBack() {
    Grouping grouping = Grouping.by(new int[] {2, 0, 2, 3, 0}, 4);
    assertThat(grouping.order()).containsExactly(1, 4, 0, 2, 3);
    assertThat(grouping.places()).containsExactly(2, 0, 3, 4, 1);
    assertThat(grouping.sizes()).containsExactly(2, 0, 2, 1);
  }
}
