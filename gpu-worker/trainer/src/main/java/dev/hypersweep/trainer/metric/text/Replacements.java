package dev.hypersweep.trainer.metric.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Regular expressions with what takes their place, one after the other over the whole text. */
public final class Replacements {

  private record Rule(Pattern pattern, String replacement) {}

  private final List<Rule> rules = new ArrayList<>();

  /** Adds a rule; {@code $1} stands for the first group. */
  public Replacements add(String pattern, String replacement) {
    rules.add(new Rule(Pattern.compile(pattern), replacement));
    return this;
  }

  /** The text after the last rule. */
  public String apply(String text) {
    String changed = text;
    for (Rule rule : rules) {
      changed = rule.pattern.matcher(changed).replaceAll(rule.replacement);
    }
    return changed;
  }
}
