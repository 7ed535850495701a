package dev.hypersweep.trainer.tokenizer;

/**
 * A printable character for each byte, as GPT-2 writes bytes in its vocabulary (Radford et al.,
 * 2019): printable bytes of Latin-1 stand for themselves, the others for U+0100 and on, in order.
 */
final class ByteAlphabet {

  private static final int BYTES = 256;
  private static final char[] CHARACTERS = new char[BYTES];

  static {
    int others = 0;
    for (int value = 0; value < BYTES; value++) {
      boolean printable =
          value >= '!' && value <= '~' || value >= '¡' && value <= '¬' || value >= '®';
      CHARACTERS[value] = (char) (printable ? value : BYTES + others++);
    }
  }

  private ByteAlphabet() {}

  /** The character of a byte, 0 to 255. */
  static char of(int value) {
    return CHARACTERS[value];
  }
}
