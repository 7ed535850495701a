package dev.hypersweep.trainer.metric.ter;

import dev.hypersweep.trainer.metric.text.LowerCase;
import dev.hypersweep.trainer.metric.text.Replacements;
import dev.hypersweep.trainer.metric.text.WhiteSpace;
import dev.hypersweep.trainer.metric.translation.References;
import dev.hypersweep.trainer.metric.translation.Signature;
import java.util.List;

/**
 * All that decides over a TER score.
 *
 * @param normalized whether marks are parted from words, by Tercom's rules
 * @param noPunctuation whether marks are taken out
 * @param asianSupport whether both know ideographs and their marks too; kana stay together
 * @param caseSensitive whether case counts
 */
public record TerSettings(
    boolean normalized, boolean noPunctuation, boolean asianSupport, boolean caseSensitive) {

  /** Words between white space, case ignored. */
  public static final TerSettings USUAL = new TerSettings(false, false, false, false);

  private static final String ASIAN_MARKS =
      "[\\u3001\\u3002\\u3008-\\u3011\\u3014-\\u301F\\uFF61-\\uFF65\\u30FB"
          + "\\uFF0E\\uFF0C\\uFF1F\\uFF1A\\uFF1B\\uFF01\\uFF02\\uFF08\\uFF09]";

  private static final Replacements WESTERN =
      new Replacements()
          .add("\n-", "")
          .add("\n", " ")
          .add("&quot;", "\"")
          .add("&amp;", "&")
          .add("&lt;", "<")
          .add("&gt;", ">")
          .add("^|$", " ")
          .add("([{-~\\[-` -&(-+:-@/])", " $1 ")
          .add("'s ", " 's ")
          .add("([^0-9])([.,])", "$1 $2 ")
          .add("([.,])([^0-9])", " $1 $2")
          .add("([0-9])(-)", "$1 $2 ");

  /** Radicals, strokes, ideographs and squared words, each a word of its own. */
  private static final Replacements ASIAN =
      new Replacements()
          .add(
              "([\\u2E80-\\u2EFF\\u31C0-\\u31EF\\u3200-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF"
                  + "\\uFE30-\\uFE4F])",
              " $1 ")
          .add("(" + ASIAN_MARKS + ")", " $1 ");

  private static final Replacements NO_MARKS = new Replacements().add("[.,?:;!\"()]", "");

  private static final Replacements NO_ASIAN_MARKS = new Replacements().add(ASIAN_MARKS, "");

  /** The settings in sacrebleu's form. */
  public String signature(References references) {
    return Signature.of(references)
        .with("case", caseSensitive ? "mixed" : "lc")
        .with("tok", "tercom")
        .with("norm", normalized)
        .with("punct", !noPunctuation)
        .with("asian", asianSupport)
        .toString();
  }

  List<String> words(String line) {
    String text = WhiteSpace.stripEnd(line);
    text = caseSensitive ? text : LowerCase.of(text);
    if (normalized) {
      text = WESTERN.apply(text);
      text = asianSupport ? ASIAN.apply(text) : text;
    }
    if (noPunctuation) {
      text = NO_MARKS.apply(text);
      text = asianSupport ? NO_ASIAN_MARKS.apply(text) : text;
    }
    return WhiteSpace.split(text);
  }

  /** sacrebleu passes references through its rules twice, and published scores depend on it. */
  List<String> referenceWords(String line) {
    return words(String.join(" ", words(line)));
  }
}
