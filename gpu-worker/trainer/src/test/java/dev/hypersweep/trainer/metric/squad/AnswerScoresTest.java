package dev.hypersweep.trainer.metric.squad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerScoresTest {

  @Test
  void caseAsciiPunctuationAndArticlesDoNotCount() {
    assertThat(AnswerNormalisation.SQUAD.of("The  Old-Town's \"An\" theatre, a!"))
        .isEqualTo("oldtowns theatre");
    assertThat(AnswerNormalisation.SQUAD.of("a\u2014b £ a\u0301")).isEqualTo("\u2014b £ \u0301");
  }

  @Test
  void theBestAnswerIsTakenForEachScoreByItself() {
    AnswerScores scores = best("red boat", "red", "small red boat", "red boat");
    assertThat(scores).isEqualTo(new AnswerScores(1, 1));
    assertThat(best("red boat boat", "small red boat").f1()).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void twoEmptyTextsMatchAndHaveNoWordInCommon() {
    assertThat(best("the", "...")).isEqualTo(new AnswerScores(1, 0));
    assertThat(AnswerScores.bestOrNone("the", List.of("..."))).isEqualTo(new AnswerScores(1, 1));
  }

  @Test
  void aQuestionWithoutAnAnswerWantsNone() {
    assertThat(AnswerScores.bestOrNone("", List.of())).isEqualTo(new AnswerScores(1, 1));
    assertThat(AnswerScores.bestOrNone("boat", List.of())).isEqualTo(new AnswerScores(0, 0));
  }

  @Test
  void aMissingPredictionScoresNothing() {
    assertThat(best(null, "the")).isEqualTo(new AnswerScores(0, 0));
  }

  @Test
  void mlqaKnowsItsLanguages() {
    assertThat(normalised("es", "¿El río, las aguas?")).isEqualTo("río aguas");
    assertThat(normalised("de", "„Dem Fluss“ eine Brücke")).isEqualTo("fluss brücke");
    assertThat(normalised("zh", "一2条河。")).isEqualTo("一 2 条 河");
    assertThat(normalised("zh", "\u9FA6\u9FA5")).isEqualTo("\u9FA6 \u9FA5");
    assertThat(normalised("hi", "the नदी।")).isEqualTo("the नदी");
    assertThat(normalised("ar", "النهر")).isEqualTo("نهر");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnswerLanguage.named("ro"))
        .withMessageContaining("'ro'");
  }

  private static String normalised(String language, String answer) {
    return AnswerLanguage.named(language).mlqa().of(answer);
  }

  private static AnswerScores best(String prediction, String... answers) {
    return AnswerScores.best(AnswerNormalisation.SQUAD, prediction, List.of(answers));
  }
}
