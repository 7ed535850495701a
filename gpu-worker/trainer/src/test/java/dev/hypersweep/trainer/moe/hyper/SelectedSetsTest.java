package dev.hypersweep.trainer.moe.hyper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.moe.gate.Selection;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectedSetsTest {

  @Test
  void tokensWithTheSameExpertsInAnyOrderShareASet() {
    Selection selection = Selection.of(new int[] {3, 1, 0, 2, 1, 3, 0, 1, 2, 0}, 2, 5);
    SelectedSets sets = SelectedSets.distinct(selection);
    assertThat(sets.members()).containsExactly(0, 1, 0, 2, 1, 3);
    assertThat(sets.ofToken()).containsExactly(2, 1, 2, 0, 1);
  }

  @Test
  void setsOfManyExpertsAreToldApart() {
    Random random = new Random(1);
    int tokens = 300;
    int k = 6;
    int[] experts = new int[tokens * k];
    for (int token = 0; token < tokens; token++) {
      int[] own = random.ints(0, 256).distinct().limit(k).toArray();
      System.arraycopy(own, 0, experts, token * k, k);
    }
    Selection selection = Selection.of(experts, k, 256);
    SelectedSets sets = SelectedSets.distinct(selection);
    int[] ascending = selection.ascending();
    for (int token = 0; token < tokens; token++) {
      int[] own = Arrays.copyOfRange(ascending, token * k, (token + 1) * k);
      assertThat(sets.set(sets.ofToken()[token])).containsExactly(own);
    }
  }

  @Test
  void everySetHasTheNumberThatItsTokensHave() {
    Selection selection = Selection.of(new int[] {4, 2, 0, 3, 1, 4, 2, 3, 1, 0, 1, 2}, 3, 5);
    SelectedSets every = SelectedSets.every(selection);
    assertThat(every.count()).isEqualTo(10);
    int[] ascending = selection.ascending();
    for (int token = 0; token < 4; token++) {
      assertThat(every.set(every.ofToken()[token]))
          .containsExactly(
              ascending[token * 3], ascending[token * 3 + 1], ascending[token * 3 + 2]);
    }
  }

  @Test
  void allSetsAreListedInTheirOrder() {
    assertThat(Combinations.all(2, 4)).containsExactly(0, 1, 0, 2, 0, 3, 1, 2, 1, 3, 2, 3);
    assertThat(Combinations.all(3, 3)).containsExactly(0, 1, 2);
    assertThat(Combinations.count(6, 64)).isEqualTo(74_974_368);
    assertThat(Combinations.count(128, 256)).isEqualTo(Integer.MAX_VALUE);
  }
}
