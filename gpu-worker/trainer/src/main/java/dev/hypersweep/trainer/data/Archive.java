package dev.hypersweep.trainer.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Zip and tar.gz of strangers. Only files that are asked for by name are written, so an entry whose
 * name leads elsewhere never is; each is bounded in size.
 */
final class Archive {

  private static final long MOST_BYTES = 8L << 30;

  private Archive() {}

  /** Takes a file that was unpacked beside its place. */
  @FunctionalInterface
  interface Settling {
    void settle(String file, Path unpacked) throws IOException;
  }

  /**
   * Unpacks.
   *
   * @param name of the archive, whose ending says what it is
   * @param prefix folder inside of it
   * @param wanted which files, by their name after the prefix
   * @throws FetchFailed if it is no archive; it is deleted then
   */
  static void unpack(
      Path archive,
      String name,
      String prefix,
      Path place,
      Predicate<String> wanted,
      Settling settling)
      throws IOException {
    int entries = 0;
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        ArchiveInputStream<? extends ArchiveEntry> in = open(file, name)) {
      for (ArchiveEntry entry = next(in, archive); entry != null; entry = next(in, archive)) {
        entries++;
        String path =
            entry.getName().startsWith(prefix) ? entry.getName().substring(prefix.length()) : "";
        if (entry.isDirectory() || !wanted.test(path)) {
          continue;
        }
        Path draft = place.resolve(path.replace('/', '_') + ".unpacked");
        write(in, draft, archive, path);
        settling.settle(path, draft);
      }
    }
    if (entries == 0) {
      throw broken(archive, "holds no entry");
    }
  }

  private static ArchiveInputStream<? extends ArchiveEntry> open(InputStream in, String name)
      throws IOException {
    if (name.endsWith(".zip")) {
      return new ZipArchiveInputStream(in);
    }
    try {
      return new TarArchiveInputStream(new GzipCompressorInputStream(in));
    } catch (IOException e) {
      throw new FetchFailed(name + ": is no tar.gz (" + e.getMessage() + "); fetch it again");
    }
  }

  private static ArchiveEntry next(ArchiveInputStream<? extends ArchiveEntry> in, Path archive)
      throws IOException {
    try {
      return in.getNextEntry();
    } catch (IOException | IllegalArgumentException e) {
      throw broken(archive, String.valueOf(e.getMessage()));
    }
  }

  private static void write(InputStream in, Path draft, Path archive, String path)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(draft)) {
      copy(in, out, archive, path);
    } catch (IOException | FetchFailed e) {
      Files.deleteIfExists(draft);
      throw e;
    }
  }

  private static void copy(InputStream in, OutputStream out, Path archive, String path)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    long written = 0;
    while (true) {
      int n;
      try {
        n = in.read(buffer);
      } catch (IOException e) {
        throw broken(archive, path + ": " + e.getMessage());
      }
      if (n < 0) {
        return;
      }
      written += n;
      if (written > MOST_BYTES) {
        throw broken(archive, path + " unpacks to more than " + MOST_BYTES + " bytes");
      }
      out.write(buffer, 0, n);
    }
  }

  private static FetchFailed broken(Path archive, String why) throws IOException {
    Files.deleteIfExists(archive);
    return new FetchFailed(
        archive.getFileName()
            + ": not the archive that was expected ("
            + why
            + "); nothing was kept: try again");
  }
}
