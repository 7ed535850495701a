package dev.hypersweep.trainer.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Where the parts of a {@code torch.save} file lie: {@code NAME/data.pkl}, and the storages {@code
 * NAME/data/KEY}. All of them are stored, never compressed, so that they can be mapped; a file in
 * which they are compressed or overlap is refused.
 */
final class TorchArchive {

  private static final String PICKLE = "/data.pkl";
  private static final long LARGEST_PICKLE = 64L << 20;

  private final Map<String, Part> parts;
  private final String prefix;

  /** Bytes of the file. */
  record Part(long offset, long length) {}

  private TorchArchive(Map<String, Part> parts, String prefix) {
    this.parts = parts;
    this.prefix = prefix;
  }

  /**
   * @throws MalformedCheckpoint without a file name; the caller adds it
   */
  static TorchArchive open(Path path) throws IOException {
    if (!isZip(path)) {
      throw new MalformedCheckpoint(
          "not in PyTorch's zip format; load it with torch 1.6 or newer and torch.save it again");
    }
    try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
      Map<String, Part> parts = new HashMap<>();
      long total = 0;
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        Part part = part(entry, Files.size(path));
        total += part.length();
        if (parts.put(entry.getName(), part) != null) {
          throw new MalformedCheckpoint(Quoted.text(entry.getName()) + " stands in it twice");
        }
      }
      if (total > Files.size(path)) {
        throw new MalformedCheckpoint("its parts overlap");
      }
      return new TorchArchive(parts, prefix(parts));
    } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
      throw new MalformedCheckpoint("a damaged zip file: " + e.getMessage(), e);
    }
  }

  private static boolean isZip(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(4);
      return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3;
    }
  }

  private static Part part(ZipArchiveEntry entry, long size) {
    long offset = entry.getDataOffset();
    long length = entry.getSize();
    if (entry.getMethod() != ZipEntry.STORED || length != entry.getCompressedSize()) {
      throw new MalformedCheckpoint(
          Quoted.text(entry.getName()) + " is compressed; torch.save never does that");
    }
    if (offset < 0 || length < 0 || length > size || offset > size - length) {
      throw new MalformedCheckpoint(
          Quoted.text(entry.getName()) + " claims bytes that the file does not have: cut off?");
    }
    return new Part(offset, length);
  }

  private static String prefix(Map<String, Part> parts) {
    String found = null;
    for (String name : parts.keySet()) {
      if (name.endsWith(PICKLE) && name.indexOf('/') == name.length() - PICKLE.length()) {
        if (found != null) {
          throw new MalformedCheckpoint("it has more than one data.pkl");
        }
        found = name.substring(0, name.indexOf('/'));
      }
    }
    if (found == null) {
      throw new MalformedCheckpoint("a zip file without data.pkl; torch.save did not write it");
    }
    return found;
  }

  Part pickle() {
    Part pickle = parts.get(prefix + PICKLE);
    if (pickle.length() > LARGEST_PICKLE) {
      throw new MalformedCheckpoint("its data.pkl is larger than any list of tensors");
    }
    return pickle;
  }

  /** The name of the numbers' byte order; null in files that are older than this part. */
  Part byteOrder() {
    return parts.get(prefix + "/byteorder");
  }

  /** The bytes of a storage that {@link #check} has seen. */
  Part storage(PickledStorage storage) {
    return parts.get(prefix + "/data/" + storage.key());
  }

  /** Refuses a storage that is not there or smaller than the pickle claims. */
  void check(PickledStorage storage) {
    Part part = storage(storage);
    if (part == null) {
      throw new MalformedCheckpoint("storage " + Quoted.text(storage.key()) + " is missing");
    }
    if (storage.elements() > part.length() / storage.type().bytes()) {
      throw new MalformedCheckpoint(
          "storage %s has %d bytes, the pickle claims %d numbers of type %s"
              .formatted(
                  Quoted.text(storage.key()), part.length(), storage.elements(), storage.type()));
    }
  }
}
