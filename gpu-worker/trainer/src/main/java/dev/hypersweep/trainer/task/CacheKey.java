package dev.hypersweep.trainer.task;

import dev.hypersweep.protocol.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Hash of all that decides tokens. */
public final class CacheKey {

  private final MessageDigest digest = Sha256.digest();

  /** Adds a text; its length goes first, so that no two lists of texts are alike. */
  public CacheKey add(String text) {
    byte[] bytes = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(0, bytes == null ? -1 : bytes.length));
    if (bytes != null) {
      digest.update(bytes);
    }
    return this;
  }

  public CacheKey add(long number) {
    return add(Long.toString(number));
  }

  CacheKey add(Stream<TextPair> pairs) {
    pairs.forEach(pair -> add(pair.text()).add(pair.pair()));
    return this;
  }

  public String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
