package dev.hypersweep.trainer.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Files that are compressed, told by their first bytes, not by their names. */
final class Compression {

  private static final int BUFFER = 1 << 16;

  private Compression() {}

  /** A file that is none of text. */
  static final class Unreadable extends IOException {
    Unreadable(String message) {
      super(message);
    }
  }

  /**
   * What a file holds: gzip is unpacked, anything else given as it is.
   *
   * @param in supports marks
   * @throws Unreadable if it is an archive or a table in binary form
   */
  static InputStream none(InputStream in) throws IOException {
    in.mark(4);
    byte[] first = in.readNBytes(4);
    in.reset();
    if (begins(first, 0x1F, 0x8B)) {
      return new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
    }
    if (begins(first, 'P', 'K', 3, 4)) {
      throw new Unreadable("is a zip archive; unpack it and name the file in it");
    }
    if (begins(first, 'P', 'A', 'R', '1')) {
      throw new Unreadable("is a Parquet file; write format: parquet in the card");
    }
    return in;
  }

  private static boolean begins(byte[] bytes, int... first) {
    if (bytes.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((bytes[i] & 0xFF) != first[i]) {
        return false;
      }
    }
    return true;
  }
}
