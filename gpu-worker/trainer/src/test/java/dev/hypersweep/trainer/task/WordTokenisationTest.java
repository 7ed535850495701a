package dev.hypersweep.trainer.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.tokenizer.Token;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordTokenisationTest {

  private final Vocabulary vocabulary =
      Vocabulary.of(Stream.of(new TextPair("a a a b b c", null)), 2); // a is 2, b is 3

  @Test
  void wordsAreLowerCasedAndApostrophesStayInside() {
    assertThat(Words.of("Who's 'there', 42nd?"))
        .containsExactly("who's", "'", "there", "'", ",", "42nd", "?");
  }

  @Test
  void rareWordsAreUnknown() {
    assertThat(encode(9, "b c A", null)).containsExactly(3, Vocabulary.UNKNOWN, 2);
    assertThat(vocabulary.rows()).isEqualTo(4);
  }

  @Test
  void ofAPairTheLongerTextIsCutFirst() {
    assertThat(encode(6, "a a a a a a", "b b")).containsExactly(2, 2, 2, 1, 3, 3);
    assertThat(encode(6, "a a", "b b b b b b")).containsExactly(2, 2, 1, 3, 3, 3);
    assertThat(encode(6, "a a a a a", "b b b b b")).containsExactly(2, 2, 2, 1, 3, 3);
    assertThat(encode(4, "a a a a a", null)).containsExactly(2, 2, 2, 2);
  }

  @Test
  void aTextWithoutWordsIsOneUnknownWord() {
    assertThat(encode(6, " ", null)).containsExactly(Vocabulary.UNKNOWN);
  }

  @Test
  void placesAreThoseOfTheTextAsItStands() {
    // A letter of two units, and a capital that becomes two characters.
    String text = "\uD835\uDC00 \u0130stanbul, Ab";
    List<Token> tokens = new WordTokenisation(vocabulary).whole(text, null).tokens();
    CodePoints points = new CodePoints(text);
    assertThat(
            tokens.stream()
                .map(t -> text.substring(points.unit(t.start()), points.unit(t.end())))
                .toList())
        .startsWith("\uD835\uDC00")
        .endsWith("stanbul", ",", "Ab")
        .noneMatch(String::isBlank);
  }

  private int[] encode(int length, String text, String pair) {
    WordTokenisation tokenisation = new WordTokenisation(vocabulary);
    return tokenisation.cut(tokenisation.whole(text, pair), length).ids();
  }
}
