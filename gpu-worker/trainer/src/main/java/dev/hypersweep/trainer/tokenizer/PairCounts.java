package dev.hypersweep.trainer.tokenizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * How often each pair of neighbouring symbols occurs in words, kept up to date as pairs are merged:
 * a merge touches only the words in which its pair stands.
 */
final class PairCounts {

  /** Two neighbouring symbols. */
  record Pair(int left, int right) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int byLeft = Integer.compare(left, other.left);
      return byLeft != 0 ? byLeft : Integer.compare(right, other.right);
    }
  }

  /** A pair and the count that it had when it was queued. */
  private record Candidate(Pair pair, long count) implements Comparable<Candidate> {
    /** The most frequent first; of equally frequent pairs, the one of older symbols. */
    @Override
    public int compareTo(Candidate other) {
      int byCount = Long.compare(other.count, count);
      return byCount != 0 ? byCount : pair.compareTo(other.pair);
    }
  }

  private static final class Occurrences {
    private long count;
    private final List<Integer> words = new ArrayList<>();
  }

  private final List<int[]> words;
  private final int[] weights;
  private final Map<Pair, Occurrences> pairs = new HashMap<>();
  private final PriorityQueue<Candidate> queue = new PriorityQueue<>();

  /**
   * @param words as symbols; changed by merges
   * @param weights how often each word occurs
   */
  PairCounts(List<int[]> words, int[] weights) {
    this.words = words;
    this.weights = weights;
    for (int word = 0; word < words.size(); word++) {
      count(word, 1);
    }
    pairs.forEach((pair, found) -> queue.add(new Candidate(pair, found.count)));
  }

  /**
   * The most frequent pair.
   *
   * @return null if no pair occurs at least {@code least} times
   */
  Pair mostFrequent(long least) {
    while (!queue.isEmpty()) {
      Candidate top = queue.poll();
      long count = pairs.containsKey(top.pair) ? pairs.get(top.pair).count : 0;
      if (count != top.count) {
        // Merges since then made it rarer; it waits for its turn.
        if (count > 0) {
          queue.add(new Candidate(top.pair, count));
        }
      } else {
        return count >= least ? top.pair : null;
      }
    }
    return null;
  }

  /** Puts one symbol where the pair stood, in every word. */
  void merge(Pair pair, int symbol) {
    for (int word : pairs.get(pair).words) {
      int[] merged = merged(words.get(word), pair, symbol);
      if (merged.length < words.get(word).length) {
        count(word, -1);
        words.set(word, merged);
        count(word, 1);
        queueNew(merged, symbol);
      }
    }
    pairs.remove(pair);
  }

  private static int[] merged(int[] word, Pair pair, int symbol) {
    int[] merged = new int[word.length];
    int length = 0;
    for (int at = 0; at < word.length; at++) {
      boolean here = at + 1 < word.length && word[at] == pair.left && word[at + 1] == pair.right;
      merged[length++] = here ? symbol : word[at];
      at += here ? 1 : 0;
    }
    return Arrays.copyOf(merged, length);
  }

  private void count(int word, int sign) {
    int[] symbols = words.get(word);
    for (int at = 0; at + 1 < symbols.length; at++) {
      Pair pair = new Pair(symbols[at], symbols[at + 1]);
      Occurrences found = pairs.computeIfAbsent(pair, unseen -> new Occurrences());
      found.count += (long) sign * weights[word];
      boolean known = !found.words.isEmpty() && found.words.get(found.words.size() - 1) == word;
      if (sign > 0 && !known) {
        found.words.add(word);
      }
    }
  }

  /** Only pairs with the new symbol have become more frequent. */
  private void queueNew(int[] word, int symbol) {
    for (int at = 0; at + 1 < word.length; at++) {
      if (word[at] == symbol || word[at + 1] == symbol) {
        Pair pair = new Pair(word[at], word[at + 1]);
        queue.add(new Candidate(pair, pairs.get(pair).count));
      }
    }
  }
}
