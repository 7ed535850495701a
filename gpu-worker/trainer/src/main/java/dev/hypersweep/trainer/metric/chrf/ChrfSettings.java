package dev.hypersweep.trainer.metric.chrf;

import dev.hypersweep.trainer.metric.ngram.Ngrams;
import dev.hypersweep.trainer.metric.text.Characters;
import dev.hypersweep.trainer.metric.text.LowerCase;
import dev.hypersweep.trainer.metric.text.WhiteSpace;
import dev.hypersweep.trainer.metric.translation.References;
import dev.hypersweep.trainer.metric.translation.Signature;
import java.util.ArrayList;
import java.util.List;

/**
 * All that decides over a chrF score.
 *
 * @param charOrder longest runs of characters
 * @param wordOrder longest runs of words: 0 for chrF, 2 for chrF++
 * @param beta how much more recall counts than precision
 * @param lowercase whether case is ignored
 * @param whitespace whether white space counts as characters
 * @param epsSmoothing whether every order counts, with a tiny number for nothing, instead of those
 *     orders only that both texts have
 */
public record ChrfSettings(
    int charOrder,
    int wordOrder,
    double beta,
    boolean lowercase,
    boolean whitespace,
    boolean epsSmoothing) {

  /** chrF2. */
  public static final ChrfSettings CHRF = new ChrfSettings(6, 0, 2, false, false, false);

  /** chrF2++. */
  public static final ChrfSettings CHRF_PLUS_PLUS = new ChrfSettings(6, 2, 2, false, false, false);

  /** The settings in sacrebleu's form. */
  public String signature(References references) {
    return Signature.of(references)
        .with("case", lowercase ? "lc" : "mixed")
        .with("eff", !epsSmoothing)
        .with("nc", charOrder)
        .with("nw", wordOrder)
        .with("space", whitespace)
        .toString();
  }

  /** Runs of characters by length, then of words. */
  List<Ngrams> ngrams(String line) {
    String text = lowercase ? LowerCase.of(line) : line;
    String characters = whitespace ? text : String.join("", WhiteSpace.split(text));
    List<Ngrams> all = new ArrayList<>();
    for (int n = 1; n <= charOrder; n++) {
      all.add(Ngrams.ofCharacters(characters, n));
    }
    if (wordOrder > 0) {
      List<String> words = words(text);
      for (int n = 1; n <= wordOrder; n++) {
        all.add(Ngrams.ofWords(words, n));
      }
    }
    return all;
  }

  /** A mark of ASCII at a word's end is a word of its own, else one at its beginning. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : WhiteSpace.split(text)) {
      int last = word.offsetByCodePoints(word.length(), -1);
      if (last > 0 && Characters.isAsciiPunctuation(word.codePointAt(last))) {
        words.add(word.substring(0, last));
        words.add(word.substring(last));
      } else if (last > 0 && Characters.isAsciiPunctuation(word.codePointAt(0))) {
        words.add(word.substring(0, 1));
        words.add(word.substring(1));
      } else {
        words.add(word);
      }
    }
    return words;
  }
}
