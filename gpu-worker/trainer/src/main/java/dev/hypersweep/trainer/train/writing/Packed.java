package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.model.TokenSequence;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Documents as one stream of tokens: a start token, then each document and an end token. Windows
 * cut it without padding: every token but the last is read once, every token but the start is
 * predicted once.
 *
 * @param tokens the start token first
 * @param ends one past the end token of each document
 */
record Packed(int[] tokens, int[] ends) {

  /** Packs documents, empty ones too: their end is a token like any other. */
  static Packed of(List<Example> documents, WritingTokens tokens) {
    IntStream.Builder stream = IntStream.builder().add(tokens.start());
    int[] ends = new int[documents.size()];
    int length = 1;
    for (int i = 0; i < ends.length; i++) {
      int[] own = tokens.encode(((Example.Document) documents.get(i)).text());
      Arrays.stream(own).forEach(stream::add);
      stream.add(tokens.end());
      length += own.length + 1;
      ends[i] = length;
    }
    return new Packed(stream.build().toArray(), ends);
  }

  /** How many tokens of a document are predicted, its end among them. */
  int size(int document) {
    return ends[document] - begin(document);
  }

  private int begin(int document) {
    return document == 0 ? 1 : ends[document - 1];
  }

  /**
   * The stream in pieces that read {@code length} tokens each, the last one perhaps fewer, and
   * predict the token after each. Cut when they are asked for.
   */
  List<TokenSequence> windows(int length) {
    int predicted = tokens.length - 1;
    int count = (predicted + length - 1) / length;
    return new AbstractList<>() {
      @Override
      public TokenSequence get(int index) {
        int from = index * length;
        return new TokenSequence(
            Arrays.copyOfRange(tokens, from, Math.min(from + length, predicted) + 1), 1);
      }

      @Override
      public int size() {
        return count;
      }
    };
  }

  /**
   * Sums a number of each predicted token by document.
   *
   * @param perToken in the order of the stream, the start token left out
   */
  double[] byDocument(double[] perToken) {
    double[] sums = new double[ends.length];
    for (int i = 0; i < sums.length; i++) {
      for (int at = begin(i); at < ends[i]; at++) {
        sums[i] += perToken[at - 1];
      }
    }
    return sums;
  }
}
