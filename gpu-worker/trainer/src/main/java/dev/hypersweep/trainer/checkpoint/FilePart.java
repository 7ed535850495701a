package dev.hypersweep.trainer.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Bytes of a file. */
record FilePart(long offset, long length) {

  /** Maps them, little-endian; at most 2 GB. */
  ByteBuffer map(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      return file.map(FileChannel.MapMode.READ_ONLY, offset, length).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
