package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.data.Split;
import dev.hypersweep.trainer.data.TextToText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A split as it is evaluated: all of it, or examples spread evenly over it under a name that says
 * how many.
 *
 * @param split its examples
 * @param forms their text-to-text forms
 * @param tokens of the forms
 * @param candidates tokens of each example's answers, where every example has a closed set of them;
 *     else empty
 */
record Sampled(
    Split split, List<TextToText> forms, PairTokens tokens, List<List<int[]>> candidates) {

  private static final Pattern PART = Pattern.compile("(.*)\\[.* of (.*)]");

  /**
   * @param most examples, 0 for all
   */
  static Sampled of(Split split, List<TextToText> forms, int most, TextToTextForm form) {
    int size = forms.size();
    if (most == 0 || most >= size) {
      return of(split, forms, form);
    }
    int[] chosen = IntStream.range(0, most).map(i -> (int) ((long) i * size / most)).toArray();
    return of(
        new Split(
            named(split.name(), most, size),
            IntStream.of(chosen).mapToObj(split.examples()::get).toList()),
        IntStream.of(chosen).mapToObj(forms::get).toList(),
        form);
  }

  private static Sampled of(Split split, List<TextToText> forms, TextToTextForm form) {
    boolean closed = forms.stream().noneMatch(each -> each.candidates().isEmpty());
    return new Sampled(
        split, forms, form.pairs(forms), closed ? form.candidates(forms) : List.of());
  }

  /** Whether each example has a closed set of answers. */
  boolean closed() {
    return !candidates.isEmpty();
  }

  /** {@code dev[200 of 1,043]}; of a part of a split, of how many the whole split has. */
  static String named(String name, int most, int size) {
    Matcher part = PART.matcher(name);
    boolean isPart = part.matches();
    return "%s[%s of %s]"
        .formatted(
            isPart ? part.group(1) : name, number(most), isPart ? part.group(2) : number(size));
  }

  /** The name without the words that say how much of the split is there. */
  static String whole(String name) {
    Matcher part = PART.matcher(name);
    return part.matches() ? part.group(1) : name;
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
