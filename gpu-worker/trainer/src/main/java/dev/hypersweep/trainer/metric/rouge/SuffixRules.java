package dev.hypersweep.trainer.metric.rouge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Rules of one step of Porter's algorithm: the first whose suffix the word has decides, whether its
 * condition holds for what stands before the suffix or not.
 */
final class SuffixRules {

  private record Rule(String suffix, String replacement, Predicate<String> condition) {}

  private final List<Rule> rules = new ArrayList<>();

  SuffixRules add(String suffix, String replacement, Predicate<String> condition) {
    rules.add(new Rule(suffix, replacement, condition));
    return this;
  }

  String apply(String word) {
    for (Rule rule : rules) {
      if (word.endsWith(rule.suffix)) {
        String stem = word.substring(0, word.length() - rule.suffix.length());
        return rule.condition.test(stem) ? stem + rule.replacement : word;
      }
    }
    return word;
  }
}
