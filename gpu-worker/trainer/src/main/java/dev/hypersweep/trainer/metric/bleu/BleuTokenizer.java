package dev.hypersweep.trainer.metric.bleu;

import dev.hypersweep.trainer.metric.text.Replacements;
import dev.hypersweep.trainer.metric.text.WhiteSpace;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How BLEU parts a line into words; scores of different tokenizers cannot be compared. */
public enum BleuTokenizer {
  /** The line as it is. */
  NONE("none", line -> line),
  /** The rules of NIST's mteval-v13a.pl, as WMT uses them. */
  V13A("13a", BleuTokenizer::mteval13a),
  /** The rules of mteval-v14.pl for all languages: Unicode's punctuation and symbols. */
  INTERNATIONAL("intl", BleuTokenizer::international),
  /** Every character. */
  CHARACTERS("char", BleuTokenizer::characters),
  /** Every Chinese character, the rest as 13a. */
  CHINESE("zh", BleuTokenizer::chinese);

  /** Marks and symbols of ASCII but for apostrophe, comma, hyphen and full stop. */
  private static final Replacements WESTERN =
      new Replacements()
          .add("([{-~\\[-` -&(-+:-@/])", " $1 ")
          .add("([^0-9])([.,])", "$1 $2 ")
          .add("([.,])([^0-9])", " $1 $2")
          .add("([0-9])(-)", "$1 $2 ");

  private static final Replacements INTERNATIONAL_MARKS =
      new Replacements()
          .add("(\\P{N})(\\p{P})", "$1 $2 ")
          .add("(\\p{P})(\\P{N})", " $1 $2")
          .add("(\\p{S})", " $1 ");

  private final String tokenizerName;
  private final UnaryOperator<String> rules;

  BleuTokenizer(String tokenizerName, UnaryOperator<String> rules) {
    this.tokenizerName = tokenizerName;
    this.rules = rules;
  }

  /** The name in signatures. */
  public String tokenizerName() {
    return tokenizerName;
  }

  /**
   * The tokenizer of that name.
   *
   * @throws IllegalArgumentException naming those that are known
   */
  public static BleuTokenizer named(String name) {
    return Arrays.stream(values())
        .filter(tokenizer -> tokenizer.tokenizerName.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "tokenizer '"
                        + name
                        + "' is unknown; known are "
                        + Arrays.stream(values())
                            .map(BleuTokenizer::tokenizerName)
                            .collect(Collectors.joining(", "))));
  }

  /** The line with a space between its words. */
  public String apply(String line) {
    return rules.apply(line);
  }

  private static String mteval13a(String line) {
    String joined = line.replace("<skipped>", "").replace("-\n", "").replace("\n", " ");
    String plain =
        joined
            .replace("&quot;", "\"")
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
    return western(" " + plain + " ");
  }

  private static String western(String line) {
    return WhiteSpace.single(WESTERN.apply(line));
  }

  private static String international(String line) {
    return WhiteSpace.single(INTERNATIONAL_MARKS.apply(line));
  }

  private static String characters(String line) {
    return line.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
  }

  private static String chinese(String line) {
    StringBuilder apart = new StringBuilder(3 * line.length());
    WhiteSpace.strip(line)
        .codePoints()
        .forEach(
            character -> {
              if (ChineseCharacters.contain(character)) {
                apart.append(' ').appendCodePoint(character).append(' ');
              } else {
                apart.appendCodePoint(character);
              }
            });
    return western(apart.toString());
  }
}
