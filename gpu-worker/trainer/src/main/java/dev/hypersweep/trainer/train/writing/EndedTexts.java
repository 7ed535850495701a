package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.checkpoint.SafetensorsFile;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.task.CacheKey;
import dev.hypersweep.trainer.task.TokenCache;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Map;

/**
 * Texts as tokens, each with an end token; what is too long is cut before its end. They stand
 * behind one another in one buffer: of Java's, or a file's that is mapped.
 */
final class EndedTexts {

  /** Raised when texts of the same key would hold something else. */
  private static final long VERSION = 1;

  private static final String TOKENS = "tokens";
  private static final String OFFSETS = "offsets";
  private static final String WHOLE = "whole";

  private final IntBuffer tokens;
  private final int[] offsets;
  private final int[] whole;

  /**
   * @param tokens of all texts
   * @param offsets where each begins, and where the last one ends
   * @param whole how many tokens each had before it was cut, its end included
   */
  private EndedTexts(IntBuffer tokens, int[] offsets, int[] whole) {
    this.tokens = tokens;
    this.offsets = offsets;
    this.whole = whole;
  }

  /**
   * Tokenises texts.
   *
   * @param length most tokens of a text, 1 or more
   */
  static EndedTexts of(List<String> texts, int length, WritingTokens tokens) {
    int[][] encoded = texts.stream().map(tokens::encode).toArray(int[][]::new);
    int[] offsets = new int[encoded.length + 1];
    int[] whole = new int[encoded.length];
    for (int i = 0; i < encoded.length; i++) {
      whole[i] = encoded[i].length + 1;
      offsets[i + 1] = Math.addExact(offsets[i], Math.min(whole[i], length));
    }
    IntBuffer all = IntBuffer.allocate(offsets[encoded.length]);
    for (int i = 0; i < encoded.length; i++) {
      all.put(encoded[i], 0, offsets[i + 1] - offsets[i] - 1).put(tokens.end());
    }
    return new EndedTexts(all.flip(), offsets, whole);
  }

  /** As {@link #of}, made once and kept on the disk. */
  static EndedTexts kept(List<String> texts, int length, WritingTokens tokens, TokenCache cache) {
    if (texts.isEmpty()) {
      return of(texts, length, tokens);
    }
    CacheKey key =
        new CacheKey()
            .add("ended texts")
            .add(VERSION)
            .add(tokens.name())
            .add(tokens.tokenizer().fingerprint())
            .add(tokens.end())
            .add(length);
    texts.forEach(key::add);
    String hash = key.hash();
    return cache
        .read(hash)
        .map(EndedTexts::read)
        .orElseGet(
            () -> {
              EndedTexts made = of(texts, length, tokens);
              cache.write(hash, Map.of(), made.tensors());
              // The mapped file leaves Java's memory free.
              return cache.read(hash).map(EndedTexts::read).orElse(made);
            });
  }

  private List<StoredTensor> tensors() {
    return List.of(
        StoredTensor.of(TOKENS, tokens.array()),
        StoredTensor.of(OFFSETS, offsets),
        StoredTensor.of(WHOLE, whole));
  }

  private static EndedTexts read(SafetensorsFile file) {
    return new EndedTexts(
        file.tensor(TOKENS).bytes().asIntBuffer(),
        file.tensor(OFFSETS).integers(),
        file.tensor(WHOLE).integers());
  }

  /** How many texts. */
  int size() {
    return whole.length;
  }

  /** The tokens of a text, one or more. */
  int[] tokens(int text) {
    int[] own = new int[offsets[text + 1] - offsets[text]];
    tokens.get(offsets[text], own);
    return own;
  }

  /** Tokens that a text had before it was cut, its end included. */
  int whole(int text) {
    return whole[text];
  }

  /** How many of them were cut off. */
  int cut(int text) {
    return whole[text] - (offsets[text + 1] - offsets[text]);
  }
}
