package dev.hypersweep.trainer.metric.squad;

import dev.hypersweep.trainer.metric.text.Characters;
import dev.hypersweep.trainer.metric.text.LowerCase;
import dev.hypersweep.trainer.metric.text.WhiteSpace;
import java.util.Arrays;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The languages of MLQA: which words are articles, and whether white space parts the words. */
public enum AnswerLanguage {
  ENGLISH("en", Articles.words("a", "an", "the")),
  SPANISH("es", Articles.words("un", "una", "unos", "unas", "el", "la", "los", "las")),
  GERMAN(
      "de",
      Articles.words(
          "ein", "eine", "einen", "einem", "eines", "einer", "der", "die", "das", "den", "dem",
          "des")),
  VIETNAMESE("vi", Articles.words("của", "là", "cái", "chiếc", "những")),
  /** The Arabic article is part of its word and is taken out wherever its letters stand. */
  ARABIC("ar", text -> text.replace("\u0627\u0644", " ")),
  HINDI("hi", text -> text),
  /** No articles; each character of the basic block of ideographs is a word. */
  CHINESE("zh", AnswerLanguage::apart);

  private final String code;
  private final UnaryOperator<String> withoutArticles;

  AnswerLanguage(String code, UnaryOperator<String> withoutArticles) {
    this.code = code;
    this.withoutArticles = withoutArticles;
  }

  /**
   * The language of a two-letter code.
   *
   * @throws IllegalArgumentException if MLQA has no rule for it
   */
  public static AnswerLanguage named(String code) {
    return Arrays.stream(values())
        .filter(language -> language.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "language '"
                        + code
                        + "' has no rule for answers in MLQA; it knows "
                        + Arrays.stream(values())
                            .map(language -> language.code)
                            .collect(Collectors.joining(", "))));
  }

  /** MLQA's: lower case, no punctuation of any script, none of the language's articles. */
  public AnswerNormalisation mlqa() {
    return normalisation(
        character ->
            Characters.isAsciiPunctuation(character) || Characters.isPunctuation(character));
  }

  AnswerNormalisation normalisation(IntPredicate isPunctuation) {
    return answer -> {
      StringBuilder kept = new StringBuilder(answer.length());
      LowerCase.of(answer)
          .codePoints()
          .filter(character -> !isPunctuation.test(character))
          .forEach(kept::appendCodePoint);
      return WhiteSpace.single(withoutArticles.apply(kept.toString()));
    };
  }

  private static String apart(String text) {
    StringBuilder apart = new StringBuilder(3 * text.length());
    text.chars()
        .forEach(
            unit -> {
              if (unit >= 0x4E00 && unit <= 0x9FA5) {
                apart.append(' ').append((char) unit).append(' ');
              } else {
                apart.append((char) unit);
              }
            });
    return apart.toString();
  }

  /** Articles that are words of their own. */
  private record Articles(Set<String> all) implements UnaryOperator<String> {

    static Articles words(String... all) {
      return new Articles(Set.of(all));
    }

    /** A space for every run of word characters that is an article. */
    @Override
    public String apply(String text) {
      StringBuilder rest = new StringBuilder(text.length());
      int start = 0;
      while (start < text.length()) {
        int end = start;
        while (end < text.length() && Characters.isWord(text.codePointAt(end))) {
          end += Character.charCount(text.codePointAt(end));
        }
        String word = text.substring(start, end);
        rest.append(all.contains(word) ? " " : word);
        if (end < text.length()) {
          rest.appendCodePoint(text.codePointAt(end));
          end += Character.charCount(text.codePointAt(end));
        }
        start = end;
      }
      return rest.toString();
    }
  }
}
