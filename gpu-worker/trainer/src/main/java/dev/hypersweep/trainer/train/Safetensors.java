package dev.hypersweep.trainer.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Files in the safetensors format: 8 bytes header length (little-endian), a JSON header, and the
 * tensors' bytes, row-major and little-endian. FLOAT32 only.
 */
public final class Safetensors {

  private static final int LONGEST_HEADER = 100_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Safetensors() {}

  /** A tensor's name, shape and little-endian bytes. */
  public record Tensor(String name, long[] shape, ByteBuffer bytes) {}

  /** What a file holds; the bytes are mapped, not read. */
  record Contents(Map<String, String> metadata, Map<String, Tensor> tensors) {}

  /** Writes a file that is not there yet; it is on disk when this returns. */
  public static void write(Path path, Map<String, String> metadata, List<Tensor> tensors)
      throws IOException {
    ObjectNode header = JSON.createObjectNode();
    ObjectNode texts = header.putObject("__metadata__");
    metadata.forEach(texts::put);
    long offset = 0;
    for (Tensor tensor : tensors) {
      ObjectNode entry = header.putObject(tensor.name());
      entry.put("dtype", "F32");
      var shape = entry.putArray("shape");
      for (long axis : tensor.shape()) {
        shape.add(axis);
      }
      long end = offset + tensor.bytes().remaining();
      entry.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = padded(JSON.writeValueAsBytes(header));
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      writeAll(file, length.putLong(0, json.length));
      writeAll(file, ByteBuffer.wrap(json));
      for (Tensor tensor : tensors) {
        writeAll(file, tensor.bytes().duplicate());
      }
      file.force(true);
    }
  }

  /** Blanks at the end, so that the tensors begin at a multiple of 8. */
  private static byte[] padded(byte[] json) {
    byte[] result = new byte[(json.length + 7) / 8 * 8];
    Arrays.fill(result, (byte) ' ');
    System.arraycopy(json, 0, result, 0, json.length);
    return result;
  }

  private static void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /**
   * Reads a file that {@link #write} made.
   *
   * @throws IOException if it is not there, cut off or not in the format
   */
  static Contents read(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      long size = file.size();
      long headerLength = size < 8 ? -1 : map(file, 0, 8).getLong();
      if (headerLength < 2 || headerLength > LONGEST_HEADER || 8 + headerLength > size) {
        throw new IOException(path + " is not a safetensors file");
      }
      byte[] json = new byte[(int) headerLength];
      map(file, 8, headerLength).get(json);
      JsonNode header = JSON.readTree(new String(json, StandardCharsets.UTF_8));
      Map<String, String> metadata = new HashMap<>();
      header
          .path("__metadata__")
          .properties()
          .forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
      Map<String, Tensor> tensors = new HashMap<>();
      for (Map.Entry<String, JsonNode> entry : header.properties()) {
        if (!entry.getKey().equals("__metadata__")) {
          tensors.put(entry.getKey(), tensor(file, 8 + headerLength, entry));
        }
      }
      return new Contents(metadata, tensors);
    }
  }

  private static Tensor tensor(FileChannel file, long data, Map.Entry<String, JsonNode> entry)
      throws IOException {
    JsonNode offsets = entry.getValue().path("data_offsets");
    long from = offsets.path(0).asLong(-1);
    long to = offsets.path(1).asLong(-1);
    if (from < 0 || to < from || data + to > file.size()) {
      throw new IOException(entry.getKey() + " lies outside the file: it was cut off");
    }
    List<Long> shape = new ArrayList<>();
    entry.getValue().path("shape").forEach(axis -> shape.add(axis.asLong()));
    return new Tensor(
        entry.getKey(),
        shape.stream().mapToLong(Long::longValue).toArray(),
        map(file, data + from, to - from));
  }

  private static ByteBuffer map(FileChannel file, long from, long length) throws IOException {
    return file.map(FileChannel.MapMode.READ_ONLY, from, length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
