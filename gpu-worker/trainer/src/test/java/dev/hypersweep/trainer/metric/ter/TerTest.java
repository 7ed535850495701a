package dev.hypersweep.trainer.metric.ter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.metric.translation.References;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerTest {

  @Test
  void aMovedBlockIsOneEdit() {
    assertThat(one("in the garden sat Anna", "Anna sat in the garden").edits()).isEqualTo(2);
    assertThat(one("in the garden a cat sat", "a cat sat in the garden"))
        .isEqualTo(new Ter(100 * (1 / 6.0), 1, 6));
  }

  @Test
  void theReferenceThatNeedsFewestEditsCountsAndLengthsAreAveraged() {
    References two = References.ofSentence(List.of("one two three", "one"));
    assertThat(Ter.of(TerSettings.USUAL, List.of("One"), two)).isEqualTo(new Ter(0, 0, 2));
  }

  @Test
  void emptyTextsHaveARateToo() {
    assertThat(one("one two", "").score()).isEqualTo(100);
    assertThat(one("", "").score()).isZero();
    assertThat(one("", "one two").edits()).isEqualTo(2);
  }

  @Test
  void settingsDecideWhatAWordIs() {
    TerSettings normalised = new TerSettings(true, false, true, true);
    assertThat(normalised.words("It's 5-6, 河水。カナ"))
        .containsExactly("It", "'s", "5", "-", "6", ",", "河", "水", "。", "カナ");
    TerSettings bare = new TerSettings(false, true, true, false);
    assertThat(bare.words("(One), 河。")).containsExactly("one", "河");
    assertThat(bare.signature(References.ofSentence(List.of("x"))))
        .startsWith("nrefs:1|case:lc|tok:tercom|norm:no|punct:no|asian:yes|version:");
  }

  @Test
  void referencesGoThroughTheRulesTwice() {
    TerSettings normalised = new TerSettings(true, false, false, false);
    assertThat(normalised.referenceWords("Anna's\u00A0cat")).containsExactly("anna", "'s", "cat");
    assertThat(normalised.words("Anna's\u00A0cat")).containsExactly("anna's", "cat");
  }

  @Test
  void longTextsOfRepeatedWordsEndInTime() {
    String hypothesis = "a b ".repeat(60);
    String reference = "b a c ".repeat(50);
    assertThat(one(hypothesis, reference).edits()).isPositive();
  }

  private static Ter one(String hypothesis, String reference) {
    return Ter.of(
        TerSettings.USUAL, List.of(hypothesis), References.ofSentence(List.of(reference)));
  }
}
