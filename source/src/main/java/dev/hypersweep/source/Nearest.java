package dev.hypersweep.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a misspelt name was meant to be. */
public final class Nearest {

  private Nearest() {}

  /** "did you mean x?" if a name is near, else all names that there are. */
  public static String fix(String typed, Collection<String> known) {
    return to(typed, known)
        .map(name -> "did you mean " + name + "?")
        .orElse("known are " + String.join(", ", known));
  }

  /** The nearest name, at most a third of the longer one's letters away. */
  public static Optional<String> to(String typed, Collection<String> known) {
    if (typed.length() > 100) {
      return Optional.empty();
    }
    return known.stream()
        .filter(name -> distance(typed, name) * 3 <= Math.max(typed.length(), name.length()))
        .min(Comparator.comparingInt(name -> distance(typed, name)));
  }

  /**
   * Edits between two names: insertions, deletions, substitutions, and swaps of neighbours (Damerau
   * 1964, optimal string alignment). Upper case and kinds of dashes do not count.
   */
  private static int distance(String one, String other) {
    String a = plain(one);
    String b = plain(other);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        edits[i][j] =
            Math.min(edits[i - 1][j - 1] + change, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[a.length()][b.length()];
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }
}
