package dev.hypersweep.trainer.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import dev.hypersweep.protocol.Sha256;
import dev.hypersweep.trainer.tokenizer.Token.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * A {@code tokenizer.json} in the Hugging Face library, which is native, in the jar, and needs no
 * network. Truncation and padding that the file may ask for are not done.
 */
public final class LibraryTokenizer implements Tokenizer {

  private static final Map<String, String> WHOLE =
      Map.of("truncation", "false", "padding", "false");

  private final HuggingFaceTokenizer library;
  private final TokenizerFile file;
  private final String fingerprint;

  private LibraryTokenizer(HuggingFaceTokenizer library, TokenizerFile file, String fingerprint) {
    this.library = library;
    this.file = file;
    this.fingerprint = fingerprint;
  }

  /**
   * @param path a {@code tokenizer.json}; a {@code tokenizer_config.json} beside it is read too
   * @throws TokenizerException if it is not there or the library refuses it
   */
  public static LibraryTokenizer open(Path path) {
    Path config = path.resolveSibling("tokenizer_config.json");
    Optional<Path> found = Optional.of(config).filter(Files::isRegularFile);
    byte[] content = TokenizerFile.read(path);
    return of(path.toString(), content, TokenizerFile.of(path.toString(), content, found));
  }

  /**
   * @param place where the content comes from, for messages
   * @param content of a {@code tokenizer.json}
   * @throws TokenizerException if the library refuses it
   */
  public static LibraryTokenizer of(String place, byte[] content) {
    return of(place, content, TokenizerFile.of(place, content, Optional.empty()));
  }

  private static LibraryTokenizer of(String place, byte[] content, TokenizerFile file) {
    // Else the library looks for itself at a server of its makers.
    System.setProperty("ai.djl.offline", "true");
    try {
      return new LibraryTokenizer(
          HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(content), WHOLE),
          file,
          HexFormat.of().formatHex(Sha256.digest().digest(content)));
    } catch (IOException | RuntimeException e) {
      throw new TokenizerException(place + " is no tokenizer that can be used: " + e.getMessage());
    }
  }

  @Override
  public Encoding encode(String text, boolean withSpecialTokens) {
    refuseLoneSurrogate(text);
    var encoded = call(() -> library.encode(text, withSpecialTokens, false));
    return encoding(encoded, Integer.MAX_VALUE);
  }

  @Override
  public Encoding encode(String first, String second, boolean withSpecialTokens) {
    refuseLoneSurrogate(first);
    refuseLoneSurrogate(second);
    // The library does not say where the second text begins, and not every model has segments.
    int ofFirst = call(() -> library.encode(first, false, false)).getIds().length;
    var encoded = call(() -> library.encode(first, second, withSpecialTokens, false));
    return encoding(encoded, ofFirst);
  }

  @Override
  public String decode(int[] ids, boolean skipSpecialTokens) {
    long[] wide = Arrays.stream(ids).asLongStream().toArray();
    return call(() -> library.decode(wide, skipSpecialTokens));
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public int vocabularySize() {
    return file.ids().size();
  }

  @Override
  public OptionalInt id(String token) {
    Integer id = file.ids().get(token);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  @Override
  public Optional<PadToken> padToken() {
    return file.pad();
  }

  @Override
  public void close() {
    library.close();
  }

  private static Encoding encoding(ai.djl.huggingface.tokenizers.Encoding encoded, int ofFirst) {
    long[] ids = encoded.getIds();
    String[] texts = encoded.getTokens();
    CharSpan[] spans = encoded.getCharTokenSpans();
    long[] types = encoded.getTypeIds();
    long[] added = encoded.getSpecialTokenMask();
    List<Token> tokens = new ArrayList<>(ids.length);
    int fromText = 0;
    for (int i = 0; i < ids.length; i++) {
      Source source = Source.SPECIAL;
      int start = 0;
      int end = 0;
      if (added[i] == 0) {
        source = fromText++ < ofFirst ? Source.FIRST : Source.SECOND;
        start = spans[i].getStart();
        end = spans[i].getEnd();
      }
      tokens.add(new Token((int) ids[i], texts[i], start, end, (int) types[i], source));
    }
    return new Encoding(tokens);
  }

  /** The native side would end the process. */
  private static void refuseLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (!Character.isSurrogate(unit)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(unit)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (!pair) {
        throw new TokenizerException(
            "half a character (\\u%04X) at index %d of a text; mend the text"
                .formatted((int) unit, i));
      }
      i++;
    }
  }

  private static <T> T call(Supplier<T> nativeCall) {
    try {
      return nativeCall.get();
    } catch (RuntimeException e) {
      throw new TokenizerException("the tokenizer refuses a text: " + e.getMessage());
    }
  }
}
