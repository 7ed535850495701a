package dev.hypersweep.trainer.train;

import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.data.Split;
import dev.hypersweep.trainer.task.TokenTable;
import dev.hypersweep.trainer.task.Tokeniser;
import dev.hypersweep.trainer.task.Truncated;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A dataset as tokens.
 *
 * @param preprocessing name and version of what was done to a text
 * @param evaluations the headline split first
 * @param tests the splits without labels; none unless their predictions are asked for
 */
record Tables(
    String preprocessing, TokenTable train, List<Tokens> evaluations, List<Tokens> tests) {

  /** A split and its tokens. */
  record Tokens(Split split, TokenTable table) {}

  static Tables of(Corpus corpus, Tokeniser tokeniser, SettingValues settings) {
    List<Split> tests =
        settings.choice("predict_test").equals("on") ? corpus.tests() : List.<Split>of();
    return new Tables(
        tokeniser.preprocessing(),
        tokeniser.table(corpus.train()),
        corpus.evaluations().stream().map(split -> tokens(split, tokeniser)).toList(),
        tests.stream().map(split -> tokens(split, tokeniser)).toList());
  }

  private static Tokens tokens(Split split, Tokeniser tokeniser) {
    return new Tokens(split, tokeniser.table(split.examples()));
  }

  /** A split before a metric's name: without the words that say how much of it is there. */
  static String prefix(Split split) {
    int brackets = split.name().indexOf('[');
    return brackets < 0 ? split.name() : split.name().substring(0, brackets);
  }

  /** What was cut off, of how much: numbers that a run reports once. */
  SortedMap<String, Double> truncation() {
    SortedMap<String, Double> facts = new TreeMap<>();
    add("train", train, facts);
    add("evaluation", evaluations.get(0).table(), facts);
    evaluations
        .subList(1, evaluations.size())
        .forEach(other -> add("evaluation/" + prefix(other.split()), other.table(), facts));
    return facts;
  }

  private static void add(String split, TokenTable table, SortedMap<String, Double> facts) {
    Truncated cut = table.truncated();
    facts.put("data/" + split + "/cut_examples", (double) cut.examples());
    facts.put("data/" + split + "/cut_tokens", (double) cut.tokens());
    facts.put("data/" + split + "/tokens", (double) cut.all());
  }
}
