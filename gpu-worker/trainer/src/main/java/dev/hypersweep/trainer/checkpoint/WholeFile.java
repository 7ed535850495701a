package dev.hypersweep.trainer.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole under its name or not at all, whatever fails on the way: it is written
 * beside its place, forced to the disk and then renamed. A file that stood there is replaced.
 */
final class WholeFile {

  /** Writes the content. */
  @FunctionalInterface
  interface Content {
    void writeTo(FileChannel file) throws IOException;
  }

  private WholeFile() {}

  /**
   * @throws IOException if the content cannot be written; what was there before still is
   */
  static void write(Path path, Content content) throws IOException {
    Path part = path.resolveSibling(path.getFileName() + ".part");
    try {
      try (FileChannel file =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        content.writeTo(file);
        file.force(true);
      }
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(path.toAbsolutePath().getParent());
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Makes a folder's entries outlive a crash of the machine. */
  static void force(Path folder) throws IOException {
    try (FileChannel entries = FileChannel.open(folder)) {
      entries.force(true);
    }
  }

  static void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }
}
