package dev.hypersweep.trainer.checkpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes files in the safetensors format, as {@link SafetensorsFile} reads them. */
public final class SafetensorsWriter {

  private static final int ALIGNMENT = 8;

  private SafetensorsWriter() {}

  /**
   * Writes a file, which appears whole or not at all.
   *
   * @param tensors with bytes as {@link StoredTensor} wants them; their position is left alone
   * @throws IOException if it cannot be written, for want of space for example
   */
  public static void write(Path path, Map<String, String> metadata, List<StoredTensor> tensors)
      throws IOException {
    write(path, metadata, tensors, StoredType.F32);
  }

  /**
   * @param floats what F32 tensors are stored as: F32, or rounded to BF16 or F16
   */
  static void write(
      Path path, Map<String, String> metadata, List<StoredTensor> tensors, StoredType floats)
      throws IOException {
    byte[] header = header(metadata, tensors, floats);
    ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    length.putLong(0, header.length);
    WholeFile.write(
        path,
        file -> {
          WholeFile.writeAll(file, length);
          WholeFile.writeAll(file, ByteBuffer.wrap(header));
          for (StoredTensor tensor : tensors) {
            write(file, tensor, floats);
          }
        });
  }

  private static void write(FileChannel file, StoredTensor tensor, StoredType floats)
      throws IOException {
    boolean narrows = type(tensor, floats) != tensor.type();
    WholeFile.writeAll(
        file, narrows ? Narrowing.narrowed(tensor, floats) : tensor.bytes().duplicate());
  }

  /** What a tensor is stored as. */
  static StoredType type(StoredTensor tensor, StoredType floats) {
    return tensor.type() == StoredType.F32 ? floats : tensor.type();
  }

  private static byte[] header(
      Map<String, String> metadata, List<StoredTensor> tensors, StoredType floats)
      throws IOException {
    ObjectNode header = JsonFile.STRICT.createObjectNode();
    if (!metadata.isEmpty()) {
      ObjectNode texts = header.putObject("__metadata__");
      metadata.forEach(texts::put);
    }
    long offset = 0;
    for (StoredTensor tensor : tensors) {
      if (header.has(tensor.name())) {
        throw new IllegalArgumentException("two tensors are called " + tensor.name());
      }
      StoredType type = type(tensor, floats);
      ObjectNode entry = header.putObject(tensor.name());
      entry.put("dtype", type.name());
      var shape = entry.putArray("shape");
      Arrays.stream(tensor.shape()).forEach(shape::add);
      long end = offset + (long) tensor.size() * type.bytes();
      entry.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = JsonFile.STRICT.writeValueAsBytes(header);
    // Blanks at the end, so that the tensors begin aligned.
    byte[] padded = Arrays.copyOf(json, (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    return padded;
  }
}
