package dev.hypersweep.trainer.metric.rouge;

import dev.hypersweep.trainer.metric.text.LowerCase;
import java.util.ArrayList;
import java.util.List;

/**
 * Words as ROUGE counts them: runs of a to z and 0 to 9 after lower-casing; everything else parts
 * words, letters with accents too.
 *
 * @param stemmer whether words of more than three characters are stemmed
 */
public record RougeTokenizer(boolean stemmer) {

  private static final int LONGEST_UNSTEMMED = 3;

  /** The words of a text. */
  public List<String> words(String text) {
    String lower = LowerCase.of(text);
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= lower.length(); i++) {
      if (i == lower.length() || !isWord(lower.charAt(i))) {
        if (i > start) {
          words.add(word(lower.substring(start, i)));
        }
        start = i + 1;
      }
    }
    return words;
  }

  /** The form in which a word is compared. */
  public String word(String word) {
    return stemmer && word.length() > LONGEST_UNSTEMMED ? PorterStemmer.stem(word) : word;
  }

  private static boolean isWord(char unit) {
    return unit >= 'a' && unit <= 'z' || unit >= '0' && unit <= '9';
  }
}
