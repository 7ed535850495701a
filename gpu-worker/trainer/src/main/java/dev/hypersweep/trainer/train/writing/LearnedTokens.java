package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.tokenizer.BytePairTrainer;
import dev.hypersweep.trainer.tokenizer.BytePairVocabulary;
import dev.hypersweep.trainer.tokenizer.LibraryTokenizer;
import dev.hypersweep.trainer.tokenizer.Tokenizer;
import dev.hypersweep.trainer.train.InvalidSetting;
import dev.hypersweep.trainer.train.SettingValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The tokens of a network that begins at random: learnt from the training split, or bytes. */
final class LearnedTokens {

  private static final String PAD = "<pad>";
  private static final String END = "</s>";
  private static final List<String> SPECIAL = List.of(PAD, END);
  private static final int BYTES = 256;
  private static final int LEAST_COUNT = 2;

  private LearnedTokens() {}

  /**
   * @param texts of the training split, both sides of pairs
   * @throws InvalidSetting if the vocabulary has no room for the bytes
   */
  static WritingTokens of(SettingValues settings, Iterable<String> texts) {
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
    BytePairVocabulary vocabulary =
        new BytePairTrainer(size, LEAST_COUNT, SPECIAL).train(bytes ? List.of() : texts);
    String name = bytes ? "bytes-1" : "byte-bpe-1[" + vocabulary.tokens().size() + "]";
    Tokenizer tokenizer = open(vocabulary);
    int pad = tokenizer.id(PAD).orElseThrow();
    int end = tokenizer.id(END).orElseThrow();
    return new WritingTokens(tokenizer, name, pad, end, pad);
  }

  private static Tokenizer open(BytePairVocabulary vocabulary) {
    try {
      return LibraryTokenizer.of("the learnt tokenizer", vocabulary.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
