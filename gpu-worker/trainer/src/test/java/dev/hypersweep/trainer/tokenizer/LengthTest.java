package dev.hypersweep.trainer.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.trainer.tokenizer.Token.Source;
import dev.hypersweep.trainer.tokenizer.Truncation.Strategy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Truncation, windows and padding of encodings made by hand: 100.. and 200.. between 0s. */
class LengthTest {

  private static final PadToken PAD = new PadToken(9, "<pad>", 0);

  @Test
  void theLongerTextIsCutFirstAndThenBoth() {
    assertThat(cut(pair(2, 6), 8, Strategy.LONGEST_FIRST)).containsExactly(2, 3);
    assertThat(cut(pair(6, 2), 8, Strategy.LONGEST_FIRST)).containsExactly(3, 2);
    assertThat(cut(pair(6, 6), 8, Strategy.LONGEST_FIRST)).containsExactly(2, 3);
    assertThat(cut(pair(7, 6), 8, Strategy.LONGEST_FIRST)).containsExactly(3, 2);
    assertThat(cut(pair(0, 6), 8, Strategy.LONGEST_FIRST)).containsExactly(0, 5);
    assertThat(cut(pair(1, 1), 8, Strategy.LONGEST_FIRST)).containsExactly(1, 1);
  }

  @Test
  void oneTextAloneIsCutWhenOnlyItMayBe() {
    assertThat(cut(pair(4, 6), 10, Strategy.ONLY_FIRST)).containsExactly(1, 6);
    assertThat(cut(pair(4, 6), 10, Strategy.ONLY_SECOND)).containsExactly(4, 3);
    assertThatThrownBy(() -> cut(pair(4, 6), 9, Strategy.ONLY_FIRST))
        .isInstanceOf(TokenizerException.class)
        .hasMessageContaining("9");
  }

  @Test
  void specialTokensAreNeverCut() {
    Encoding encoding = new Truncation(3, Strategy.LONGEST_FIRST).apply(pair(4, 4));
    assertThat(encoding.ids()).containsExactly(0, 0, 0);
    assertThatThrownBy(() -> new Truncation(2, Strategy.LONGEST_FIRST).apply(pair(4, 4)))
        .isInstanceOf(TokenizerException.class);
  }

  @Test
  void windowsOverlapByTheStrideAndEndAtTheEnd() {
    List<Encoding> windows = new Windows(7, 1, Source.FIRST).of(pair(7, 1));
    assertThat(windows)
        .extracting(Encoding::ids)
        .containsExactly(
            new int[] {0, 100, 101, 102, 0, 200, 0},
            new int[] {0, 102, 103, 104, 0, 200, 0},
            new int[] {0, 104, 105, 106, 0, 200, 0});
    assertThat(new Windows(7, 1, Source.SECOND).of(pair(1, 4)))
        .extracting(Encoding::ids)
        .containsExactly(
            new int[] {0, 100, 0, 200, 201, 202, 0}, new int[] {0, 100, 0, 202, 203, 0});
    assertThat(new Windows(20, 1, Source.FIRST).of(pair(7, 1))).hasSize(1);
  }

  @Test
  void aStrideThatLeavesNothingNewIsRefused() {
    assertThatThrownBy(() -> new Windows(7, 3, Source.FIRST).of(pair(7, 1)))
        .isInstanceOf(TokenizerException.class)
        .hasMessageContaining("stride 3");
  }

  @Test
  void rowsArePaddedToOneLengthOnTheSideAskedFor() {
    List<Encoding> rows = List.of(pair(1, 0), pair(2, 0));
    List<Encoding> right = new Padding(Padding.Side.RIGHT, 0, 4, PAD).apply(rows);
    assertThat(right.get(0).ids()).containsExactly(0, 100, 0, 0, 9, 9, 9, 9);
    assertThat(right.get(0).attentionMask()).containsExactly(1, 1, 1, 1, 0, 0, 0, 0);
    List<Encoding> left = new Padding(Padding.Side.LEFT, 6, 1, PAD).apply(rows);
    assertThat(left.get(0).ids()).containsExactly(9, 9, 0, 100, 0, 0);
    assertThat(left.get(1).ids()).containsExactly(9, 0, 100, 101, 0, 0);
    assertThatThrownBy(() -> new Padding(Padding.Side.LEFT, 3, 1, PAD).apply(rows))
        .isInstanceOf(TokenizerException.class);
  }

  private static int[] cut(Encoding encoding, int length, Strategy strategy) {
    Encoding cut = new Truncation(length, strategy).apply(encoding);
    return new int[] {cut.count(Source.FIRST), cut.count(Source.SECOND)};
  }

  private static Encoding pair(int first, int second) {
    List<Token> tokens = new ArrayList<>();
    tokens.add(token(0, Source.SPECIAL));
    for (int i = 0; i < first; i++) {
      tokens.add(token(100 + i, Source.FIRST));
    }
    tokens.add(token(0, Source.SPECIAL));
    for (int i = 0; i < second; i++) {
      tokens.add(token(200 + i, Source.SECOND));
    }
    tokens.add(token(0, Source.SPECIAL));
    return new Encoding(tokens);
  }

  private static Token token(int id, Source source) {
    return new Token(id, "t" + id, 0, 1, 0, source);
  }
}
