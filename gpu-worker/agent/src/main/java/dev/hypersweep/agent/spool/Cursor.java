package dev.hypersweep.agent.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Up to where the spool was acknowledged. Not synced, and a lost or torn cursor means 0: all is
 * sent again then, which changes nothing at the orchestrator.
 */
final class Cursor implements Closeable {

  private static final long MARK = 0x5350_4f4f_4c45_4421L;

  private final FileChannel file;

  Cursor(Path path) throws IOException {
    file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  long read() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(16);
    if (file.read(bytes, 0) != 16) {
      return 0;
    }
    long position = bytes.getLong(0);
    return (position ^ MARK) == bytes.getLong(8) ? position : 0;
  }

  void write(long position) throws IOException {
    file.write(ByteBuffer.allocate(16).putLong(position).putLong(position ^ MARK).flip(), 0);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
