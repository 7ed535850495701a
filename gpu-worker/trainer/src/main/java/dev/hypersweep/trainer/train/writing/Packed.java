package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.model.TokenSequence;
import dev.hypersweep.trainer.task.CacheKey;
import dev.hypersweep.trainer.task.LazyList;
import dev.hypersweep.trainer.task.TokenCache;
import dev.hypersweep.trainer.task.Truncated;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  /** Raised when streams of the same key would hold something else. */
  private static final long VERSION = 1;

  private static final String TOKENS = "tokens";
  private static final String ENDS = "ends";

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

  /** As {@link #of}, made once and kept on the disk. */
  static Packed kept(List<Example> documents, WritingTokens tokens, TokenCache cache) {
    CacheKey key =
        new CacheKey()
            .add("packed")
            .add(VERSION)
            .add(tokens.name())
            .add(tokens.tokenizer().fingerprint())
            .add(tokens.start())
            .add(tokens.end());
    documents.forEach(document -> key.add(((Example.Document) document).text()));
    String hash = key.hash();
    return cache
        .read(hash)
        .map(file -> new Packed(file.tensor(TOKENS).integers(), file.tensor(ENDS).integers()))
        .orElseGet(
            () -> {
              Packed made = of(documents, tokens);
              cache.write(
                  hash,
                  Map.of(),
                  List.of(StoredTensor.of(TOKENS, made.tokens), StoredTensor.of(ENDS, made.ends)));
              return made;
            });
  }

  /** Nothing is cut off: windows go on where the last one ended. */
  Truncated truncated() {
    return new Truncated(0, 0, tokens.length - 1);
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
    return new LazyList<>(
        count,
        index -> {
          int from = index * length;
          return new TokenSequence(
              Arrays.copyOfRange(tokens, from, Math.min(from + length, predicted) + 1), 1);
        });
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
