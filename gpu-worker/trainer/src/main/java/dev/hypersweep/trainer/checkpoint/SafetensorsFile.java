package dev.hypersweep.trainer.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A file in the safetensors format (huggingface/safetensors, format description): 8 bytes header
 * length, a JSON header, the tensors' bytes. Tensors are mapped, not read, so a file may be larger
 * than memory and than 2 GB; a single tensor may not be larger than 2 GB.
 */
public final class SafetensorsFile implements TensorSource {

  private static final int LONGEST_HEADER = 100_000_000;

  private final Path path;
  private final Map<String, String> metadata;
  private final Map<String, StoredTensor> tensors;

  private SafetensorsFile(
      Path path, Map<String, String> metadata, Map<String, StoredTensor> tensors) {
    this.path = path;
    this.metadata = metadata;
    this.tensors = Collections.unmodifiableMap(tensors);
  }

  /**
   * Maps a file. Nothing larger than the file is ever allocated, whatever its header claims.
   *
   * @throws MalformedCheckpoint if it is not exactly in the format, naming file and place
   * @throws IOException if it cannot be read
   */
  public static SafetensorsFile open(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      return of(path, file);
    } catch (MalformedCheckpoint e) {
      throw new MalformedCheckpoint(path + ": " + e.getMessage(), e);
    }
  }

  private static SafetensorsFile of(Path path, FileChannel file) throws IOException {
    long size = file.size();
    if (size < 8) {
      throw new MalformedCheckpoint("not a safetensors file: it has " + size + " bytes");
    }
    long length = map(file, 0, 8).getLong();
    if (length < 2 || length > LONGEST_HEADER || length > size - 8) {
      throw new MalformedCheckpoint(
          "the header claims " + Long.toUnsignedString(length) + " bytes of a file of " + size);
    }
    byte[] json = new byte[(int) length];
    map(file, 8, length).get(json);
    long data = 8 + length;
    SafetensorsHeader header = SafetensorsHeader.of(json, size - data);
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (SafetensorsHeader.Entry entry : header.entries()) {
      tensors.put(entry.name(), tensor(file, data, entry));
    }
    return new SafetensorsFile(path, header.metadata(), tensors);
  }

  private static StoredTensor tensor(FileChannel file, long data, SafetensorsHeader.Entry entry)
      throws IOException {
    long length = entry.end() - entry.begin();
    if (length > Integer.MAX_VALUE) {
      throw new MalformedCheckpoint(entry.name() + " is larger than 2 GB, which is the most here");
    }
    ByteBuffer bytes = map(file, data + entry.begin(), length);
    return new StoredTensor(entry.name(), entry.type(), entry.shape(), bytes);
  }

  private static ByteBuffer map(FileChannel file, long from, long length) throws IOException {
    return file.map(FileChannel.MapMode.READ_ONLY, from, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Texts that the writer left. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** Every tensor by its name, in the order of their bytes. */
  public Map<String, StoredTensor> tensors() {
    return tensors;
  }

  @Override
  public Set<String> names() {
    return tensors.keySet();
  }

  @Override
  public StoredTensor tensor(String name) {
    StoredTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new MalformedCheckpoint(path + ": has no tensor " + name);
    }
    return tensor;
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
