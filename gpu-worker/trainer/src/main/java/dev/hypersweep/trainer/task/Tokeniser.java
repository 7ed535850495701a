package dev.hypersweep.trainer.task;

import dev.hypersweep.trainer.checkpoint.SafetensorsFile;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.checkpoint.StoredType;
import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.tokenizer.Tokenizer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tokenises splits, each once: what was tokenised before is read from the cache. */
public final class Tokeniser {

  /** Raised when tables of the same key would hold something else. */
  private static final long VERSION = 1;

  private final Tokenisation tokenisation;
  private final Form form;
  private final TokenCache cache;

  private Tokeniser(Tokenisation tokenisation, Form form, TokenCache cache) {
    this.tokenisation = tokenisation;
    this.form = form;
    this.cache = cache;
  }

  /**
   * With a model's own tokenizer.
   *
   * @param length most tokens of an example, special ones included
   * @param stride as {@link Form#stride}
   */
  public static Tokeniser of(Tokenizer tokenizer, Form form, TokenCache cache) {
    return new Tokeniser(new PieceTokenisation(tokenizer), form, cache);
  }

  /**
   * With the words of a training split.
   *
   * @param words most words that have a vector
   */
  public static Tokeniser of(List<Example> train, int words, Form form, TokenCache cache) {
    String key = new CacheKey().add("words").add(VERSION).add(words).add(pairs(train)).hash();
    Vocabulary vocabulary =
        cache
            .read(key)
            .map(Tokeniser::vocabulary)
            .orElseGet(
                () -> {
                  Vocabulary made = Vocabulary.of(pairs(train), words);
                  cache.write(key, Map.of(), List.of(words(made)));
                  return made;
                });
    return new Tokeniser(new WordTokenisation(vocabulary), form, cache);
  }

  private static StoredTensor words(Vocabulary vocabulary) {
    byte[] text = String.join("\n", vocabulary.words()).getBytes(StandardCharsets.UTF_8);
    return new StoredTensor(
        "words", StoredType.U8, new long[] {text.length}, ByteBuffer.wrap(text));
  }

  private static Vocabulary vocabulary(SafetensorsFile file) {
    String text = StandardCharsets.UTF_8.decode(file.tensor("words").bytes()).toString();
    return new Vocabulary(text.isEmpty() ? List.of() : List.of(text.split("\n", -1)));
  }

  /** Name and version of what is done to a text. */
  public String preprocessing() {
    return tokenisation.name();
  }

  /** Rows of the token table. */
  public int rows() {
    return tokenisation.rows();
  }

  /** The tokens of a split. */
  public TokenTable table(List<Example> split) {
    if (split.isEmpty()) {
      return made(new TokenTableBuilder(tokenisation, form));
    }
    String key =
        new CacheKey()
            .add("tokens")
            .add(VERSION)
            .add(tokenisation.name())
            .add(tokenisation.fingerprint())
            .add(form.length())
            .add(form.stride())
            .add(pairs(split))
            .hash();
    Optional<SafetensorsFile> kept = cache.read(key);
    if (kept.isPresent()) {
      return table(kept.get());
    }
    TokenTableBuilder made = new TokenTableBuilder(tokenisation, form).add(split);
    Truncated cut = made.truncated();
    cache.write(
        key,
        Map.of(
            "cut_examples", Long.toString(cut.examples()),
            "cut_tokens", Long.toString(cut.tokens()),
            "all_tokens", Long.toString(cut.all())),
        made.tensors());
    // The mapped file leaves Java's memory free.
    return cache.read(key).map(Tokeniser::table).orElseGet(() -> made(made));
  }

  private static TokenTable made(TokenTableBuilder made) {
    return new TokenTable(
        made.tensors().stream().collect(Collectors.toMap(StoredTensor::name, Function.identity())),
        made.truncated());
  }

  private static TokenTable table(SafetensorsFile file) {
    Map<String, String> counts = file.metadata();
    return new TokenTable(
        file.tensors(),
        new Truncated(
            Long.parseLong(counts.get("cut_examples")),
            Long.parseLong(counts.get("cut_tokens")),
            Long.parseLong(counts.get("all_tokens"))));
  }

  private static Stream<TextPair> pairs(List<Example> split) {
    return split.stream().flatMap(example -> TextPair.of(example).stream());
  }
}
