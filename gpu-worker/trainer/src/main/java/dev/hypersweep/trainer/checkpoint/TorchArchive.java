package dev.hypersweep.trainer.checkpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
 * The zip format of {@code torch.save}: {@code NAME/data.pkl}, and the storages {@code
 * NAME/data/KEY}. All parts are stored, never compressed, so that they can be mapped; a file in
 * which they are compressed or overlap is refused.
 */
final class TorchArchive {

  private static final String PICKLE = "/data.pkl";
  private static final String STORAGES = "/data/";
  private static final String BYTE_ORDER = "/byteorder";
  private static final long LARGEST_PICKLE = 64L << 20;

  private TorchArchive() {}

  /**
   * @throws MalformedCheckpoint without a file name; the caller adds it
   */
  static TorchContent read(Path path) throws IOException {
    if (!isZip(path)) {
      throw new MalformedCheckpoint("torch.save did not write it: neither a zip file nor older");
    }
    Map<String, FilePart> parts = parts(path);
    String prefix = prefix(parts);
    refuseBigEndian(path, parts.get(prefix + BYTE_ORDER));
    FilePart pickle = parts.get(prefix + PICKLE);
    if (pickle.length() > LARGEST_PICKLE) {
      throw new MalformedCheckpoint("its data.pkl is larger than any list of tensors");
    }
    Map<String, FilePart> storages = new HashMap<>();
    for (Map.Entry<String, FilePart> part : parts.entrySet()) {
      if (part.getKey().startsWith(prefix + STORAGES)) {
        String key = part.getKey().substring(prefix.length() + STORAGES.length());
        storages.put(key, part.getValue());
      }
    }
    Object content = Unpickler.read(pickle.map(path));
    return new TorchContent(TorchContent.tensors(content), storages);
  }

  private static Map<String, FilePart> parts(Path path) throws IOException {
    long size = Files.size(path);
    long total = 0;
    try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
      Map<String, FilePart> parts = new HashMap<>();
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        FilePart part = part(entry, size);
        total += part.length();
        if (parts.put(entry.getName(), part) != null) {
          throw new MalformedCheckpoint(Quoted.text(entry.getName()) + " stands in it twice");
        }
      }
      if (total > size) {
        throw new MalformedCheckpoint("its parts overlap");
      }
      return parts;
    } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
      throw new MalformedCheckpoint("a damaged zip file: " + e.getMessage(), e);
    }
  }

  /** The part is absent in files that are older than it. */
  private static void refuseBigEndian(Path path, FilePart order) throws IOException {
    if (order != null && !US_ASCII.decode(order.map(path)).toString().equals("little")) {
      throw new MalformedCheckpoint("its numbers are not little-endian");
    }
  }

  private static boolean isZip(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(4);
      return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3;
    }
  }

  private static FilePart part(ZipArchiveEntry entry, long size) {
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
    return new FilePart(offset, length);
  }

  private static String prefix(Map<String, FilePart> parts) {
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
}
