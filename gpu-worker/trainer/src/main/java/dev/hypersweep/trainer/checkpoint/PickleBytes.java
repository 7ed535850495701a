package dev.hypersweep.trainer.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of a pickle, read in order; never more is allocated than there is. */
final class PickleBytes {

  private static final int LONGEST_LINE = 200;

  private final ByteBuffer bytes;

  PickleBytes(ByteBuffer bytes) {
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  int unsignedByte() {
    return need(1).get() & 0xFF;
  }

  int unsignedShort() {
    return need(2).getShort() & 0xFFFF;
  }

  int signedInt() {
    return need(4).getInt();
  }

  long unsignedInt() {
    return need(4).getInt() & 0xFFFF_FFFFL;
  }

  long unsignedLong() {
    return need(8).getLong();
  }

  double bigEndianDouble() {
    return Double.longBitsToDouble(Long.reverseBytes(need(8).getLong()));
  }

  /** A little-endian number in two's complement of as many bytes as its first byte says. */
  long wholeNumber() {
    int length = unsignedByte();
    if (length > 8) {
      throw new MalformedCheckpoint("a whole number in it has " + length + " bytes");
    }
    need(length);
    long value = 0;
    for (int i = 0; i < length; i++) {
      value |= (bytes.get() & 0xFFL) << 8 * i;
    }
    int unused = 64 - 8 * length;
    return length == 0 ? 0 : value << unused >> unused;
  }

  String text(long length) {
    ByteBuffer part = need(length).slice(bytes.position(), (int) length);
    bytes.position(bytes.position() + (int) length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedCheckpoint("a text in it is not UTF-8");
    }
  }

  /** ASCII up to the end of the line. */
  String line() {
    StringBuilder line = new StringBuilder();
    for (int next = unsignedByte(); next != '\n'; next = unsignedByte()) {
      line.append((char) next);
      if (line.length() > LONGEST_LINE) {
        throw new MalformedCheckpoint("a name in it is longer than " + LONGEST_LINE + " bytes");
      }
    }
    return line.toString();
  }

  /** A frame only says how far one could read ahead. */
  void skipFrame() {
    need(8).getLong();
  }

  private ByteBuffer need(long length) {
    if (length < 0 || length > bytes.remaining()) {
      throw new MalformedCheckpoint(
          "its pickle is cut off or claims what is not there: %s bytes of %d"
              .formatted(Long.toUnsignedString(length), bytes.remaining()));
    }
    return bytes;
  }
}
