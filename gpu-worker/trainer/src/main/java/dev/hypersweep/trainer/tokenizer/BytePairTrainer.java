package dev.hypersweep.trainer.tokenizer;

import dev.hypersweep.trainer.tokenizer.PairCounts.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns a byte-level byte-pair encoding from texts (Sennrich et al., 2016, on bytes as in GPT-2).
 * It can encode every text, seen or not. Equal texts, in whatever order, and equal settings give an
 * equal vocabulary; the rule for ties is that of Hugging Face tokenizers, and so is the result.
 *
 * @param vocabularySize greatest number of tokens, special ones included; at least 256 more than
 *     these
 * @param leastCount a pair that occurs less often is not merged
 * @param specialTokens the first tokens of the vocabulary; never cut
 */
public record BytePairTrainer(int vocabularySize, int leastCount, List<String> specialTokens) {

  private static final int BYTES = 256;

  public BytePairTrainer {
    specialTokens = List.copyOf(specialTokens);
    if (vocabularySize < BYTES + specialTokens.size()) {
      throw new TokenizerException(
          "a vocabulary of %d has no room for the 256 bytes and %d special tokens; raise its size"
              .formatted(vocabularySize, specialTokens.size()));
    }
  }

  /**
   * Learns from all texts.
   *
   * @return at most {@link #vocabularySize} tokens; fewer if no pair is frequent enough
   */
  public BytePairVocabulary train(Iterable<String> texts) {
    WordCounts counts = new WordCounts();
    texts.forEach(counts::add);
    Map<String, Integer> vocabulary = firstTokens();
    List<String> tokens = new ArrayList<>(vocabulary.keySet());
    PairCounts pairs = pairs(counts.spelled(), vocabulary);
    List<BytePairVocabulary.Merge> merges = new ArrayList<>();
    while (vocabulary.size() < vocabularySize) {
      Pair pair = pairs.mostFrequent(Math.max(1, leastCount));
      if (pair == null) {
        break;
      }
      String left = tokens.get(pair.left());
      String right = tokens.get(pair.right());
      // Two ways may lead to one text: it stays one token.
      int symbol = vocabulary.computeIfAbsent(left + right, token -> tokens.size());
      if (symbol == tokens.size()) {
        tokens.add(left + right);
      }
      merges.add(new BytePairVocabulary.Merge(left, right));
      pairs.merge(pair, symbol);
    }
    return new BytePairVocabulary(tokens, merges, specialTokens);
  }

  /** Special tokens, then every byte in the order of its character. */
  private Map<String, Integer> firstTokens() {
    List<String> alphabet = new ArrayList<>();
    for (int value = 0; value < BYTES; value++) {
      alphabet.add(String.valueOf(ByteAlphabet.of(value)));
    }
    Collections.sort(alphabet);
    Map<String, Integer> tokens = new LinkedHashMap<>();
    specialTokens.forEach(token -> tokens.putIfAbsent(token, tokens.size()));
    alphabet.forEach(token -> tokens.putIfAbsent(token, tokens.size()));
    return tokens;
  }

  private static PairCounts pairs(Map<String, Integer> words, Map<String, Integer> vocabulary) {
    Map<Character, Integer> symbols = new HashMap<>();
    for (int value = 0; value < BYTES; value++) {
      char letter = ByteAlphabet.of(value);
      symbols.put(letter, vocabulary.get(String.valueOf(letter)));
    }
    List<int[]> spelled = new ArrayList<>();
    words
        .keySet()
        .forEach(word -> spelled.add(word.chars().map(c -> symbols.get((char) c)).toArray()));
    return new PairCounts(spelled, words.values().stream().mapToInt(Integer::intValue).toArray());
  }
}
