package dev.hypersweep.trainer.tokenizer;

import java.util.List;
import java.util.function.ToIntFunction;

/** A text, or a pair of texts, as tokens in the order in which a model reads them. */
public record Encoding(List<Token> tokens) {

  public Encoding {
    tokens = List.copyOf(tokens);
  }

  public int length() {
    return tokens.size();
  }

  public int[] ids() {
    return each(Token::id);
  }

  public int[] typeIds() {
    return each(Token::type);
  }

  /** 1 for tokens that the tokenizer or padding added, 0 for those of the text. */
  public int[] specialTokensMask() {
    return each(token -> token.isFromText() ? 0 : 1);
  }

  /** 0 for padding, 1 for all other tokens. */
  public int[] attentionMask() {
    return each(token -> token.source() == Token.Source.PADDING ? 0 : 1);
  }

  /** How many tokens have this source. */
  public int count(Token.Source source) {
    return (int) tokens.stream().filter(token -> token.source() == source).count();
  }

  private int[] each(ToIntFunction<Token> value) {
    return tokens.stream().mapToInt(value).toArray();
  }
}
