package dev.hypersweep.sweeps;

import java.util.List;
import java.util.Random;

/** Breaks texts the way people, editors and attackers do. */
final class Mutation {

  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "{",
          "}",
          ":",
          ": ",
          ",",
          "\"",
          "'",
          "- ",
          "\n",
          "\n  ",
          "\t",
          "#",
          "&a ",
          "*a",
          "!!str ",
          "|",
          ">",
          "%",
          "? ",
          "---\n",
          "...",
          "~",
          "null",
          "true",
          "-1",
          "0",
          "1e400",
          "1e-4",
          ".nan",
          ".inf",
          "99999999999999999999",
          "0x1F",
          "variant",
          "when",
          "steps",
          "(",
          "not ",
          " and ",
          "==",
          "\\",
          "\u0000",
          "\ud800",
          "\u2028",
          "\u00e9",
          "\ufeff",
          "<<: ");

  private Mutation() {}

  /** The text after one to four random cuts, doublings, swaps and insertions. */
  static String of(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int from = random.nextInt(mutated.length());
      int to = Math.min(mutated.length(), from + 1 + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> mutated.delete(from, to);
        case 1 -> mutated.insert(from, mutated.substring(from, to));
        case 2 -> mutated.setCharAt(from, mutated.charAt(random.nextInt(mutated.length())));
        case 3 -> mutated.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
        default -> mutated.insert(from, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return mutated.toString();
  }
}
