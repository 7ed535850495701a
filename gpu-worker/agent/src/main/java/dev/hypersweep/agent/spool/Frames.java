package dev.hypersweep.agent.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * How a record lies in the file: length and CRC-32C of the payload (four bytes each, big-endian),
 * then the payload. A frame that was not written to its end has the wrong length or the wrong sum.
 */
final class Frames {

  private static final int HEAD = 8;
  private static final int LARGEST = 64 * 1024 * 1024;

  private Frames() {}

  /** Bytes that a payload of this length takes in the file. */
  static long size(int payload) {
    return HEAD + (long) payload;
  }

  static void write(FileChannel file, long position, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(HEAD + payload.length);
    frame.putInt(payload.length).putInt(sum(payload)).put(payload).flip();
    while (frame.hasRemaining()) {
      position += file.write(frame, position);
    }
  }

  /** The payload of the frame at a position, or empty if there is no whole frame. */
  static Optional<byte[]> read(FileChannel file, long position) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    if (!fill(file, head, position)) {
      return Optional.empty();
    }
    int length = head.getInt(0);
    if (length <= 0 || length > LARGEST || file.size() < position + HEAD + length) {
      return Optional.empty();
    }
    ByteBuffer payload = ByteBuffer.allocate(length);
    if (!fill(file, payload, position + HEAD) || sum(payload.array()) != head.getInt(4)) {
      return Optional.empty();
    }
    return Optional.of(payload.array());
  }

  private static boolean fill(FileChannel file, ByteBuffer buffer, long position)
      throws IOException {
    while (buffer.hasRemaining()) {
      int read = file.read(buffer, position + buffer.position());
      if (read < 0) {
        return false;
      }
    }
    return true;
  }

  private static int sum(byte[] payload) {
    CRC32C sum = new CRC32C();
    sum.update(payload);
    return (int) sum.getValue();
  }
}
