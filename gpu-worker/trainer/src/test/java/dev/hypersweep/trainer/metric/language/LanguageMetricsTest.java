package dev.hypersweep.trainer.metric.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LanguageMetricsTest {

  @Test
  void theLossIsWeightedByTokensNotByBatches() {
    TokenLoss loss = TokenLoss.NONE.plusBatch(1, 3).plusBatch(5, 1).plusBatch(Double.NaN, 0);
    assertThat(loss.mean()).isEqualTo(2);
    assertThat(loss.perplexity()).isCloseTo(Math.exp(2), within(1e-12));
  }

  @Test
  void ignoredLabelsCountNeitherInSumNorInNumber() {
    TokenLoss loss = TokenLoss.NONE.plusToken(4, 7, -100).plusToken(9, -100, -100);
    assertThat(loss).isEqualTo(new TokenLoss(4, 1));
    assertThat(TokenLoss.NONE.mean()).isNaN();
  }

  @Test
  void aUniformModelHasThePerplexityOfItsVocabularyByToken() {
    TextLikelihood text = TextLikelihood.of(Math.log(1 / 8.0), Math.log(1 / 8.0));
    assertThat(text.perplexity(text.tokens())).isCloseTo(8, within(1e-12));
    assertThat(text.perplexity(1)).isCloseTo(64, within(1e-10));
    assertThat(text.bits(12)).isCloseTo(0.5, within(1e-12));
    assertThat(text.bits(0)).isNaN();
    assertThat(new TextLikelihood(4000, 4).perplexity(4)).isInfinite();
  }

  @Test
  void aTextIsCountedInBytesCharactersUnitsLinesAndWords() {
    TextCounts counts = TextCounts.of("é \uD83D\uDE00\u00A0x\n\ny");
    assertThat(counts).isEqualTo(new TextCounts(13, 8, 9, 3, 4));
    assertThat(counts.wordsWithEndOfLine()).isEqualTo(7);
    assertThat(TextCounts.of("").lines()).isZero();
  }

  @Test
  void everyTokenIsScoredOnceInTheFirstWindowThatHoldsIt() {
    assertThat(SlidingWindow.over(7, 4, 2))
        .containsExactly(
            new SlidingWindow(0, 4, 4), new SlidingWindow(2, 6, 2), new SlidingWindow(4, 7, 1));
    assertThat(SlidingWindow.over(0, 4, 2)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> SlidingWindow.over(7, 4, 5));
  }
}
