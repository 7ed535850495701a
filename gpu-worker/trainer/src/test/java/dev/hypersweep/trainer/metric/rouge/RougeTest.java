package dev.hypersweep.trainer.metric.rouge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RougeTest {

  private static final String TARGET = "Rain fell all night.\nThe rivers were rising.";
  private static final String PREDICTION = "The river rose.\nRain was falling all night.";

  @Test
  void linesInAnotherOrderCountForLsumOnly() { // numbers of rouge-score 0.1.2
    Map<RougeType, RougeScore> scores = new Rouge(true).score(List.of(TARGET), PREDICTION);
    assertThat(scores.get(RougeType.ROUGE_1).f1()).isEqualTo(0.625);
    assertThat(scores.get(RougeType.ROUGE_2).f1()).isCloseTo(2 / 7.0, within(1e-12));
    assertThat(scores.get(RougeType.ROUGE_L).f1()).isEqualTo(0.375);
    assertThat(scores.get(RougeType.ROUGE_LSUM).f1()).isEqualTo(0.625);
  }

  @Test
  void theBestTargetIsTakenForEachTypeByItself() {
    Map<RougeType, RougeScore> scores =
        new Rouge(false).score(List.of("a b c d", "d c b a x"), "d c b a");
    assertThat(scores.get(RougeType.ROUGE_1).f1()).isEqualTo(1);
    assertThat(scores.get(RougeType.ROUGE_2).f1()).isCloseTo(6 / 7.0, within(1e-12));
  }

  @Test
  void repeatedWordsCountAsOftenAsTheyOccurInTheTarget() {
    RougeScore score = new Rouge(false).score(List.of("go"), "go go go").get(RougeType.ROUGE_1);
    assertThat(score.precision()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(score.recall()).isEqualTo(1);
  }

  @Test
  void anEmptyTextScoresZeroEvenAgainstItself() {
    new Rouge(true)
        .score(List.of(""), "éé")
        .values()
        .forEach(score -> assertThat(score).isEqualTo(new RougeScore(0, 0, 0)));
  }

  @Test
  void everythingButAsciiLettersAndDigitsPartsWords() {
    assertThat(new RougeTokenizer(false).words("Caf\u00E9s cost 3.5_\u212A, o'er"))
        .containsExactly("caf", "s", "cost", "3", "5", "k", "o", "er");
  }

  @Test
  void wordsOfThreeCharactersStayAsTheyAre() {
    assertThat(new RougeTokenizer(true).words("yes flies used was"))
        .containsExactly("yes", "fli", "use", "was");
  }

  @ParameterizedTest
  @CsvSource({
    "caresses, caress",
    "ties, tie",
    "spied, spi",
    "tied, tie",
    "agreed, agre",
    "feed, feed",
    "hopping, hop",
    "falling, fall",
    "filing, file",
    "enjoy, enjoy",
    "happy, happi",
    "rationally, ration",
    "hopefully, hope",
    "geologies, geolog",
    "archaeologi, archaeolog",
    "vietnamization, vietnam",
    "adoption, adopt",
    "controlling, control",
    "probate, probat",
    "skies, sky",
    "dying, die",
    "innings, inning",
    "Proceed, proceed",
    "as, as"
  })
  void wordsHaveTheStemsOfPortersAlgorithmWithNltksExtensions(String word, String stem) {
    assertThat(PorterStemmer.stem(word)).isEqualTo(stem);
  }
}
