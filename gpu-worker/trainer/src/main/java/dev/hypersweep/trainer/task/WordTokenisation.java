package dev.hypersweep.trainer.task;

import dev.hypersweep.trainer.tokenizer.Encoding;
import dev.hypersweep.trainer.tokenizer.Token;
import dev.hypersweep.trainer.tokenizer.Token.Source;
import java.util.ArrayList;
import java.util.List;

/** Lower-cased words of a vocabulary; the two texts of a pair are joined by a separator. */
record WordTokenisation(Vocabulary vocabulary) implements Tokenisation {

  @Override
  public String name() {
    return "lower-case-words-1";
  }

  @Override
  public String fingerprint() {
    return vocabulary.fingerprint();
  }

  @Override
  public int rows() {
    return vocabulary.rows();
  }

  @Override
  public Encoding whole(String text, String pair) {
    List<Token> tokens = new ArrayList<>();
    add(text, Source.FIRST, tokens);
    if (pair != null) {
      tokens.add(special(Vocabulary.SEPARATOR));
      add(pair, Source.SECOND, tokens);
    } else if (tokens.isEmpty()) {
      tokens.add(special(Vocabulary.UNKNOWN));
    }
    return new Encoding(tokens);
  }

  private void add(String text, Source source, List<Token> tokens) {
    for (Words.Word word : Words.in(text)) {
      int number = vocabulary.number(word.text());
      tokens.add(new Token(number, word.text(), word.start(), word.end(), 0, source));
    }
  }

  private static Token special(int number) {
    return new Token(number, "", 0, 0, 0, Source.SPECIAL);
  }

  /** The first text keeps the token that is left over where both are cut. */
  @Override
  public Encoding cut(Encoding whole, int length) {
    if (whole.length() <= length) {
      return whole;
    }
    int second = whole.count(Source.SECOND);
    int separators = whole.count(Source.SPECIAL);
    int room = length - separators;
    int firstLeft =
        separators == 0
            ? length
            : Math.min(whole.count(Source.FIRST), Math.max(room - second, (room + 1) / 2));
    int secondLeft = Math.min(second, room - firstLeft);
    List<Token> tokens = whole.tokens();
    int secondStart = tokens.size() - second;
    List<Token> kept = new ArrayList<>(tokens.subList(0, firstLeft));
    kept.addAll(tokens.subList(secondStart - separators, secondStart + secondLeft));
    return new Encoding(kept);
  }
}
