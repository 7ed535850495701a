package dev.hypersweep.trainer.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A synset of WordNet 3.1, from a line of a data file of wndb(5WN): {@code offset lexfile type
 * words .. | definition; "example"; ..}.
 *
 * @param lexicographerFile number of lexnames(5WN)
 */
record Synset(String offset, int lexicographerFile, List<String> words, String gloss) {

  private static final Pattern EXAMPLE = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern MARKER = Pattern.compile("\\((a|p|ip)\\)$");

  /**
   * @throws IllegalArgumentException if the line is no synset
   */
  static Synset of(String line) {
    try {
      String[] fields = line.substring(0, line.indexOf("| ")).split(" ");
      List<String> words = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(fields[3], 16); i++) {
        words.add(MARKER.matcher(fields[4 + 2 * i]).replaceAll("").replace('_', ' '));
      }
      String gloss = line.substring(line.indexOf("| ") + 2).strip();
      return new Synset(fields[0], Integer.parseInt(fields[1]), words, gloss);
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new IllegalArgumentException("not a synset of wndb(5WN)", e);
    }
  }

  /** The gloss before its examples. */
  String definition() {
    int quote = gloss.indexOf("; \"");
    return (quote < 0 ? gloss : gloss.substring(0, quote)).strip();
  }

  /** Sentences and phrases in which one of the words is used in this sense. */
  List<String> examples() {
    List<String> examples = new ArrayList<>();
    int quote = gloss.indexOf("; \"");
    Matcher quoted = EXAMPLE.matcher(quote < 0 ? "" : gloss.substring(quote));
    while (quoted.find()) {
      examples.add(quoted.group(1).strip());
    }
    return examples;
  }

  /** Whether a text uses a word, as it is or with an ending of at most three letters. */
  static boolean uses(String text, String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (String token : text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}]+")) {
      if (token.startsWith(lower) && token.length() <= lower.length() + 3) {
        return true;
      }
    }
    return false;
  }
}
