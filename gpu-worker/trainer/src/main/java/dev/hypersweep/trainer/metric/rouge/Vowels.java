package dev.hypersweep.trainer.metric.rouge;

/** Porter's view of a stem: vowels and consonants, where y is one or the other. */
final class Vowels {

  private final String stem;
  private final boolean[] vowel;

  private Vowels(String stem, boolean[] vowel) {
    this.stem = stem;
    this.vowel = vowel;
  }

  static Vowels of(String stem) {
    boolean[] vowel = new boolean[stem.length()];
    for (int i = 0; i < vowel.length; i++) {
      vowel[i] =
          switch (stem.charAt(i)) {
            case 'a', 'e', 'i', 'o', 'u' -> true;
            case 'y' -> i > 0 && !vowel[i - 1];
            default -> false;
          };
    }
    return new Vowels(stem, vowel);
  }

  /** Porter's m: how often a consonant follows a vowel. */
  int measure() {
    int measure = 0;
    for (int i = 1; i < vowel.length; i++) {
      measure += vowel[i - 1] && !vowel[i] ? 1 : 0;
    }
    return measure;
  }

  boolean hasVowel() {
    for (boolean each : vowel) {
      if (each) {
        return true;
      }
    }
    return false;
  }

  boolean endsInConsonant() {
    return vowel.length > 0 && !vowel[vowel.length - 1];
  }

  boolean endsInDoubleConsonant() {
    int last = vowel.length - 1;
    return last > 0 && !vowel[last] && stem.charAt(last) == stem.charAt(last - 1);
  }

  /**
   * Porter's *o: consonant, vowel, consonant at the end, the last none of w, x, y. NLTK adds a stem
   * of a vowel and a consonant.
   */
  boolean endsShort() {
    int last = vowel.length - 1;
    if (last == 1) {
      return vowel[0] && !vowel[1];
    }
    return last > 1
        && !vowel[last - 2]
        && vowel[last - 1]
        && !vowel[last]
        && "wxy".indexOf(stem.charAt(last)) < 0;
  }
}
