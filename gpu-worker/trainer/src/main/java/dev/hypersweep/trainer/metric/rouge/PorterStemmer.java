package dev.hypersweep.trainer.metric.rouge;

import dev.hypersweep.trainer.metric.text.LowerCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Porter's algorithm for suffix stripping (Porter 1980) with the extensions of NLTK. */
public final class PorterStemmer {

  private static final int SHORTEST = 3;

  private static final Map<String, List<String>> IRREGULAR =
      Map.ofEntries(
          Map.entry("sky", List.of("sky", "skies")),
          Map.entry("die", List.of("dying")),
          Map.entry("lie", List.of("lying")),
          Map.entry("tie", List.of("tying")),
          Map.entry("news", List.of("news")),
          Map.entry("inning", List.of("innings", "inning")),
          Map.entry("outing", List.of("outings", "outing")),
          Map.entry("canning", List.of("cannings", "canning")),
          Map.entry("howe", List.of("howe")),
          Map.entry("proceed", List.of("proceed")),
          Map.entry("exceed", List.of("exceed")),
          Map.entry("succeed", List.of("succeed")));

  private static final Map<String, String> STEMS = new HashMap<>();

  static {
    IRREGULAR.forEach((stem, words) -> words.forEach(word -> STEMS.put(word, stem)));
  }

  private static final Predicate<String> ALWAYS = stem -> true;
  private static final Predicate<String> M_ABOVE_0 = stem -> Vowels.of(stem).measure() > 0;
  private static final Predicate<String> M_ABOVE_1 = stem -> Vowels.of(stem).measure() > 1;

  private static final SuffixRules STEP_1A =
      new SuffixRules()
          .add("sses", "ss", ALWAYS)
          .add("ies", "i", ALWAYS)
          .add("ss", "ss", ALWAYS)
          .add("s", "", ALWAYS);

  private static final SuffixRules STEP_1C =
      new SuffixRules()
          .add("y", "i", stem -> stem.length() > 1 && Vowels.of(stem).endsInConsonant());

  private static final SuffixRules STEP_2 =
      new SuffixRules()
          .add("ational", "ate", M_ABOVE_0)
          .add("tional", "tion", M_ABOVE_0)
          .add("enci", "ence", M_ABOVE_0)
          .add("anci", "ance", M_ABOVE_0)
          .add("izer", "ize", M_ABOVE_0)
          .add("bli", "ble", M_ABOVE_0)
          .add("alli", "al", M_ABOVE_0)
          .add("entli", "ent", M_ABOVE_0)
          .add("eli", "e", M_ABOVE_0)
          .add("ousli", "ous", M_ABOVE_0)
          .add("ization", "ize", M_ABOVE_0)
          .add("ation", "ate", M_ABOVE_0)
          .add("ator", "ate", M_ABOVE_0)
          .add("alism", "al", M_ABOVE_0)
          .add("iveness", "ive", M_ABOVE_0)
          .add("fulness", "ful", M_ABOVE_0)
          .add("ousness", "ous", M_ABOVE_0)
          .add("aliti", "al", M_ABOVE_0)
          .add("iviti", "ive", M_ABOVE_0)
          .add("biliti", "ble", M_ABOVE_0)
          .add("fulli", "ful", M_ABOVE_0)
          .add("logi", "log", stem -> M_ABOVE_0.test(stem + "l"));

  private static final SuffixRules STEP_3 =
      new SuffixRules()
          .add("icate", "ic", M_ABOVE_0)
          .add("ative", "", M_ABOVE_0)
          .add("alize", "al", M_ABOVE_0)
          .add("iciti", "ic", M_ABOVE_0)
          .add("ical", "ic", M_ABOVE_0)
          .add("ful", "", M_ABOVE_0)
          .add("ness", "", M_ABOVE_0);

  private static final SuffixRules STEP_4 = new SuffixRules();

  static {
    for (String suffix :
        List.of("al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent")) {
      STEP_4.add(suffix, "", M_ABOVE_1);
    }
    STEP_4.add(
        "ion", "", stem -> M_ABOVE_1.test(stem) && (stem.endsWith("s") || stem.endsWith("t")));
    for (String suffix : List.of("ou", "ism", "ate", "iti", "ous", "ive", "ize")) {
      STEP_4.add(suffix, "", M_ABOVE_1);
    }
  }

  private static final SuffixRules STEP_5A =
      new SuffixRules()
          .add(
              "e",
              "",
              stem -> {
                Vowels vowels = Vowels.of(stem);
                return vowels.measure() > 1 || vowels.measure() == 1 && !vowels.endsShort();
              });

  private static final SuffixRules STEP_5B =
      new SuffixRules().add("ll", "l", stem -> M_ABOVE_1.test(stem + "l"));

  private PorterStemmer() {}

  /** The word's stem, in lower case. */
  public static String stem(String word) {
    String lower = LowerCase.of(word);
    if (STEMS.containsKey(lower)) {
      return STEMS.get(lower);
    }
    if (word.codePointCount(0, word.length()) < SHORTEST) {
      return lower;
    }
    String stem = STEP_1C.apply(participle(plural(lower)));
    return STEP_5B.apply(STEP_5A.apply(STEP_4.apply(STEP_3.apply(derivation(stem)))));
  }

  /** Step 1a; NLTK keeps the e of ties and dies. */
  private static String plural(String word) {
    return word.endsWith("ies") && word.length() == 4 ? cut(word, 1) : STEP_1A.apply(word);
  }

  /** Step 1b; NLTK makes a rule of its own for -ied. */
  private static String participle(String word) {
    if (word.endsWith("ied")) {
      return cut(word, word.length() == 4 ? 1 : 2);
    }
    if (word.endsWith("eed")) {
      return M_ABOVE_0.test(cut(word, 3)) ? cut(word, 1) : word;
    }
    for (String suffix : List.of("ed", "ing")) {
      if (word.endsWith(suffix)) {
        String stem = cut(word, suffix.length());
        if (Vowels.of(stem).hasVowel()) {
          return mended(stem);
        }
      }
    }
    return word;
  }

  /** What -ed or -ing leaves, made a word again. */
  private static String mended(String stem) {
    if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
      return stem + "e";
    }
    Vowels vowels = Vowels.of(stem);
    if (vowels.endsInDoubleConsonant()) {
      boolean stays = stem.endsWith("l") || stem.endsWith("s") || stem.endsWith("z");
      return stays ? stem : cut(stem, 1);
    }
    return vowels.measure() == 1 && vowels.endsShort() ? stem + "e" : stem;
  }

  /** Step 2; NLTK takes -alli to -al and looks again. */
  private static String derivation(String word) {
    String rest = word;
    while (rest.endsWith("alli") && M_ABOVE_0.test(cut(rest, 4))) {
      rest = cut(rest, 2);
    }
    return STEP_2.apply(rest);
  }

  private static String cut(String word, int characters) {
    return word.substring(0, word.length() - characters);
  }
}
