package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.protocol.Sha256;
import dev.hypersweep.trainer.task.TokenCache;
import dev.hypersweep.trainer.tokenizer.BytePairTrainer;
import dev.hypersweep.trainer.tokenizer.BytePairVocabulary;
import dev.hypersweep.trainer.tokenizer.LibraryTokenizer;
import dev.hypersweep.trainer.tokenizer.Tokenizer;
import dev.hypersweep.trainer.train.InvalidSetting;
import dev.hypersweep.trainer.train.SettingValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tokens of a network that begins at random: learnt from the training split, or bytes. */
final class LearnedTokens {

  private static final String BYTES_NAME = "bytes-1";
  private static final String BPE_NAME = "byte-bpe-1";
  private static final String KEPT = "tokenizer";
  private static final String PAD = "<pad>";
  private static final String END = "</s>";
  private static final List<String> SPECIAL = List.of(PAD, END);
  private static final int BYTES = 256;
  private static final int LEAST_COUNT = 2;

  private LearnedTokens() {}

  /**
   * @param texts of the training split, both sides of pairs
   * @param hash of all that decides over the texts: what was learnt from them is kept under it
   * @throws InvalidSetting if the vocabulary has no room for the bytes
   */
  static WritingTokens of(SettingValues settings, Iterable<String> texts, String hash) {
    boolean bytes = settings.choice("tokenizer").equals("bytes");
    int size = bytes ? BYTES + SPECIAL.size() : settings.integer("vocabulary");
    if (size < BYTES + SPECIAL.size()) {
      throw new InvalidSetting(
          "settings.vocabulary: "
              + size
              + " has no room for the 256 bytes and "
              + SPECIAL.size()
              + " special tokens; give "
              + (BYTES + SPECIAL.size())
              + " or more");
    }
    BytePairTrainer trainer = new BytePairTrainer(size, LEAST_COUNT, SPECIAL);
    Tokenizer tokenizer =
        LibraryTokenizer.of(
            "the learnt tokenizer",
            bytes ? json(trainer.train(List.of())) : learnt(trainer, texts, hash));
    String name = bytes ? BYTES_NAME : BPE_NAME + "[" + tokenizer.vocabularySize() + "]";
    int pad = tokenizer.id(PAD).orElseThrow();
    int end = tokenizer.id(END).orElseThrow();
    return new WritingTokens(tokenizer, name, pad, end, pad);
  }

  private static byte[] learnt(BytePairTrainer trainer, Iterable<String> texts, String hash) {
    TokenCache cache = TokenCache.ofEnvironment();
    String key =
        Sha256.hex(String.join("\n", BPE_NAME, trainer.toString(), Objects.requireNonNull(hash)));
    return cache
        .read(key)
        .map(kept -> kept.metadata().get(KEPT))
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .orElseGet(
            () -> {
              byte[] json = json(trainer.train(texts));
              String text = new String(json, StandardCharsets.UTF_8);
              cache.write(key, Map.of(KEPT, text), List.of());
              return json;
            });
  }

  private static byte[] json(BytePairVocabulary vocabulary) {
    try {
      return vocabulary.json();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
