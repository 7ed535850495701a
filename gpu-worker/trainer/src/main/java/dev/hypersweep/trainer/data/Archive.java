package dev.hypersweep.trainer.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Zip and tar.gz of strangers. Only files that are asked for by name are written; an archive with
 * an entry whose name leads elsewhere is refused, and so is one that unpacks to more than texts
 * could.
 */
final class Archive {

  private static final long MOST_BYTES = 8L << 30;
  private static final long ALWAYS_BYTES = 64L << 20;

  /** Texts shrink to a tenth, tables of numbers to a fiftieth; bombs to a thousandth. */
  private static final long MOST_GROWTH = 100;

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
    long most = Math.min(MOST_BYTES, Math.max(ALWAYS_BYTES, MOST_GROWTH * Files.size(archive)));
    int entries = 0;
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        ArchiveInputStream<? extends ArchiveEntry> in = open(file, name, most)) {
      long left = most;
      for (ArchiveEntry entry = next(in, archive); entry != null; entry = next(in, archive)) {
        entries++;
        refuseElsewhere(archive, entry.getName());
        String path =
            entry.getName().startsWith(prefix) ? entry.getName().substring(prefix.length()) : "";
        if (!isFile(entry) || !wanted.test(path)) {
          continue;
        }
        Path draft = place.resolve(path.replace('/', '_') + ".unpacked");
        left -= write(in, draft, archive, path, left);
        settling.settle(path, draft);
      }
    }
    if (entries == 0) {
      throw broken(archive, "holds no entry");
    }
  }

  private static boolean isFile(ArchiveEntry entry) {
    return entry instanceof TarArchiveEntry tar
        ? tar.isFile() && !tar.isLink() && !tar.isSymbolicLink()
        : !entry.isDirectory();
  }

  private static void refuseElsewhere(Path archive, String name) throws IOException {
    boolean up = List.of(name.split("[/\\\\]")).contains("..");
    if (up || name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
      throw broken(archive, "its entry " + name + " leads out of the folder");
    }
  }

  private static ArchiveInputStream<? extends ArchiveEntry> open(
      InputStream in, String name, long most) throws IOException {
    if (name.endsWith(".zip")) {
      return new ZipArchiveInputStream(in);
    }
    try {
      // Entries that are passed over are unpacked too: what the whole may come to is bounded.
      return new TarArchiveInputStream(new Bounded(new GzipCompressorInputStream(in), most));
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

  /** Bytes written. */
  private static long write(InputStream in, Path draft, Path archive, String path, long most)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(draft)) {
      return copy(in, out, archive, path, most);
    } catch (IOException | FetchFailed e) {
      Files.deleteIfExists(draft);
      throw e;
    }
  }

  private static long copy(InputStream in, OutputStream out, Path archive, String path, long most)
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
        return written;
      }
      written += n;
      if (written > most) {
        throw broken(archive, path + " unpacks to more than " + most + " bytes");
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
