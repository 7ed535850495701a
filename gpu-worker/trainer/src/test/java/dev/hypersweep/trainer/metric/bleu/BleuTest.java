package dev.hypersweep.trainer.metric.bleu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.trainer.metric.translation.References;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BleuTest {

  private static final List<String> HYPOTHESES =
      List.of("the dog walks to the old river", "a small boat");
  private static final References REFERENCES =
      References.ofStreams(
          List.of(
              List.of("the dog walked to the old river", "a small red boat"),
              Arrays.asList("the dog goes to the river", null)));

  @Test
  void aCorpusAddsUpCountsAndTakesTheClosestReference() { // numbers of sacrebleu 2.6.0
    Bleu bleu = Bleu.of(BleuSettings.OF_CORPUS, HYPOTHESES, REFERENCES);
    assertThat(bleu.score()).isCloseTo(42.10230489608309, within(1e-9));
    assertThat(bleu.correct()).containsExactly(9, 5, 2, 1);
    assertThat(bleu.total()).containsExactly(10, 8, 6, 4);
    assertThat(bleu.counts().referenceLength()).isEqualTo(11);
    assertThat(BleuSettings.OF_CORPUS.signature(REFERENCES))
        .startsWith("nrefs:var|case:mixed|eff:no|tok:13a|smooth:exp|version:");
  }

  @Test
  void addKAddsToMatchesAndTotalsFromTheSecondOrderOn() {
    BleuSettings addK = smoothed(BleuSmoothing.ADD_K, 1, false);
    Bleu bleu = Bleu.of(addK, HYPOTHESES, REFERENCES);
    assertThat(bleu.score()).isCloseTo(51.242365034355984, within(1e-9));
    assertThat(bleu.correct()).containsExactly(9, 6, 3, 2);
    assertThat(addK.signature(REFERENCES)).contains("|smooth:add-k[1.00]|");
  }

  @Test
  void ordersThatASentenceIsTooShortForAreLeftOutOnlyWithEffectiveOrder() {
    References same = References.ofSentence(List.of("green tea"));
    assertThat(Bleu.of(BleuSettings.OF_SENTENCE, List.of("green tea"), same).score())
        .isCloseTo(100, within(1e-9));
    assertThat(Bleu.of(BleuSettings.OF_CORPUS, List.of("green tea"), same).score()).isZero();
  }

  @Test
  void smoothingCountsWhereNothingMatchesButNotWithoutAnyMatch() {
    References reference = References.ofSentence(List.of("cold green tea"));
    List<String> hypothesis = List.of("green tea now");
    assertThat(Bleu.of(BleuSettings.OF_SENTENCE, hypothesis, reference).score())
        .isCloseTo(55.03212081491043, within(1e-9));
    assertThat(
            Bleu.of(smoothed(BleuSmoothing.FLOOR, 0.1, true), hypothesis, reference)
                .precisions()[2])
        .isCloseTo(10, within(1e-9));
    assertThat(Bleu.of(smoothed(BleuSmoothing.NONE, 0, true), hypothesis, reference).score())
        .isZero();
    for (BleuSmoothing smoothing : BleuSmoothing.values()) {
      assertThat(Bleu.of(smoothed(smoothing, 1, true), List.of("x"), reference).score()).isZero();
    }
  }

  @Test
  void anEmptyHypothesisScoresZero() {
    References reference = References.ofSentence(List.of("tea"));
    assertThat(Bleu.of(BleuSettings.OF_SENTENCE, List.of(""), reference).brevityPenalty()).isZero();
  }

  @Test
  void aSentenceWithoutAnyReferenceAndAMissingSentenceAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> References.ofSentence(Arrays.asList((String) null)))
        .withMessageContaining("sentence 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bleu.of(BleuSettings.OF_CORPUS, List.of("tea"), REFERENCES));
  }

  @Test
  void tokenizersPartWordsByTheirRules() {
    assertThat(BleuTokenizer.V13A.apply("It's 3.5 km (2,000-3,000 m), &quot;A&amp;B&quot;."))
        .isEqualTo("It's 3.5 km ( 2,000 - 3,000 m ) , \" A & B \" .");
    assertThat(BleuTokenizer.INTERNATIONAL.apply("„Ja“ – 3.5€, x_y 5."))
        .isEqualTo("„ Ja “ – 3.5 € , x _ y 5.");
    assertThat(BleuTokenizer.CHARACTERS.apply("a b")).isEqualTo("a   b");
    assertThat(BleuTokenizer.CHINESE.apply(" 河水“清”,ok. ")).isEqualTo("河 水 “ 清 ” , ok .");
    assertThat(BleuTokenizer.NONE.apply(" x  y")).isEqualTo(" x  y");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BleuTokenizer.named("ja-mecab"))
        .withMessageContaining("13a, intl, char, zh");
  }

  @Test
  void signaturesRoundAsPythonDoes() {
    assertThat(BleuSmoothing.FLOOR.signature(0.125)).isEqualTo("floor[0.12]");
    assertThat(BleuSmoothing.FLOOR.signature(0.015)).isEqualTo("floor[0.01]");
  }

  private static BleuSettings smoothed(BleuSmoothing smoothing, double value, boolean effective) {
    return new BleuSettings(BleuTokenizer.V13A, false, smoothing, value, 4, effective);
  }
}
