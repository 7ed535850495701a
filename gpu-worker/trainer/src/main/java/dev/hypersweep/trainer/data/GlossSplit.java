package dev.hypersweep.trainer.data;

import dev.hypersweep.protocol.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Which side of the split a gloss falls on: 80 % train, 10 % validation, 10 % test, by the hash of
 * its words. Glosses that are equal but for case and punctuation are always on one side, so nothing
 * leaks, and a gloss never changes sides when others come or go.
 */
enum GlossSplit {
  TRAIN,
  VALIDATION,
  TEST;

  static GlossSplit of(String gloss) {
    byte[] words = normalised(gloss).getBytes(StandardCharsets.UTF_8);
    int hash = ByteBuffer.wrap(Sha256.digest().digest(words)).getInt();
    int bucket = Integer.remainderUnsigned(hash, 10);
    return bucket < 8 ? TRAIN : bucket == 8 ? VALIDATION : TEST;
  }

  /** Letters and digits in lower case, words parted by one blank. */
  static String normalised(String gloss) {
    StringBuilder words = new StringBuilder(gloss.length());
    boolean gap = false;
    for (int i = 0; i < gloss.length(); i++) {
      char c = gloss.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (gap && !words.isEmpty()) {
          words.append(' ');
        }
        words.append(Character.toLowerCase(c));
        gap = false;
      } else {
        gap = true;
      }
    }
    return words.toString();
  }
}
