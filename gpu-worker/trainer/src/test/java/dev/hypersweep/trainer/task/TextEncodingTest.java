package dev.hypersweep.trainer.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.data.Example;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextEncodingTest {

  private final Vocabulary vocabulary =
      Vocabulary.of(List.of(worded("a a a b b c", null)), 2); // a is 2, b is 3

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
  }

  @Test
  void aTextWithoutWordsIsOneUnknownWord() {
    assertThat(encode(6, " ", null)).containsExactly(Vocabulary.UNKNOWN);
  }

  private int[] encode(int length, String text, String pair) {
    return new TextEncoding(vocabulary, length).encode(worded(text, pair)).tokens();
  }

  private static WordedExample worded(String text, String pair) {
    return WordedExample.of(new Example.Labelled("0", null, text, pair, 0));
  }
}
