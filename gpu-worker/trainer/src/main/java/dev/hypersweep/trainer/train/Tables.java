package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.data.Split;
import dev.hypersweep.trainer.task.TokenTable;
import dev.hypersweep.trainer.task.Tokeniser;
import java.util.List;
import java.util.SortedMap;

/**
 * A dataset as tokens.
 *
 * @param preprocessing name and version of what was done to a text
 * @param evaluations the headline split first
 * @param diagnosed other datasets that the model is scored on; none unless they are asked for
 * @param tests the splits without labels; none unless their predictions are asked for
 */
record Tables(
    String preprocessing,
    TokenTable train,
    List<Tokens> evaluations,
    List<Diagnosed> diagnosed,
    List<Tokens> tests) {

  /** A split and its tokens. */
  record Tokens(Split split, TokenTable table) {}

  /** A split of another dataset. */
  record Diagnosed(Dataset dataset, Tokens tokens) {}

  static Tables of(Corpus corpus, Tokeniser tokeniser, SettingValues settings) {
    Asked asked = Asked.of(corpus, settings);
    return new Tables(
        tokeniser.preprocessing(),
        tokeniser.table(corpus.train()),
        corpus.evaluations().stream().map(split -> tokens(split, tokeniser)).toList(),
        asked.diagnoses().stream()
            .map(one -> new Diagnosed(one.dataset(), tokens(one.split(), tokeniser)))
            .toList(),
        asked.tests().stream().map(split -> tokens(split, tokeniser)).toList());
  }

  private static Tokens tokens(Split split, Tokeniser tokeniser) {
    return new Tokens(split, tokeniser.table(split.examples()));
  }

  /** A split before a metric's name: without the words that say how much of it is there. */
  static String prefix(Split split) {
    int brackets = split.name().indexOf('[');
    return brackets < 0 ? split.name() : split.name().substring(0, brackets);
  }

  /** What was cut off, of how much. */
  SortedMap<String, Double> truncation() {
    DataFacts facts = new DataFacts();
    facts.add("train", train.truncated());
    facts.add("evaluation", evaluations.get(0).table().truncated());
    evaluations
        .subList(1, evaluations.size())
        .forEach(
            other -> facts.add("evaluation/" + prefix(other.split()), other.table().truncated()));
    diagnosed.forEach(
        other ->
            facts.add("evaluation/" + other.dataset().name(), other.tokens().table().truncated()));
    tests.forEach(test -> facts.add("test/" + prefix(test.split()), test.table().truncated()));
    return facts.all();
  }
}
