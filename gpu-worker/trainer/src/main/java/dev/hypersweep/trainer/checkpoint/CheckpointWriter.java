package dev.hypersweep.trainer.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes a model as a folder in the layout of Hugging Face, which Python's transformers load: its
 * tensors as safetensors, and {@code config.json}. The folder appears whole or not at all.
 *
 * @param floats F32, or what F32 tensors are rounded to: BF16 or F16
 * @param largestFile bytes of tensors above which a checkpoint is written in several files
 */
public record CheckpointWriter(StoredType floats, long largestFile) {

  private static final long FIVE_GB = 5_000_000_000L;
  // Python's loaders refuse a file that does not say that its tensors are PyTorch's.
  private static final Map<String, String> METADATA = Map.of("format", "pt");

  public CheckpointWriter {
    if (floats != StoredType.F32 && floats != StoredType.BF16 && floats != StoredType.F16) {
      throw new IllegalArgumentException("tensors are written as F32, BF16 or F16, not " + floats);
    }
  }

  /** Full precision, files of 5 GB at most. */
  public CheckpointWriter() {
    this(StoredType.F32, FIVE_GB);
  }

  /**
   * @param folder made; may not be there yet, or be empty
   * @param config the content of {@code config.json}
   * @param tensors by distinct names; a tensor that has two names is given once
   * @throws FileAlreadyExistsException if there is something in the folder
   * @throws IOException if it cannot be written; nothing is left behind
   */
  public void write(Path folder, ModelConfig config, List<StoredTensor> tensors)
      throws IOException {
    Path target = folder.toAbsolutePath();
    if (Files.exists(target) && !isEmpty(target)) {
      throw new FileAlreadyExistsException(folder + " is not empty; choose another folder");
    }
    Files.createDirectories(target.getParent());
    Path part = target.resolveSibling(target.getFileName() + ".part-" + UUID.randomUUID());
    Files.createDirectory(part);
    try {
      writeTensors(part, tensors);
      writeJson(part.resolve("config.json"), config.fields());
      Files.deleteIfExists(target);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      WholeFile.force(target.getParent());
    } catch (IOException | RuntimeException e) {
      delete(part);
      throw e;
    }
  }

  private void writeTensors(Path folder, List<StoredTensor> tensors) throws IOException {
    List<List<StoredTensor>> shards = shards(tensors);
    if (shards.size() == 1) {
      SafetensorsWriter.write(folder.resolve("model.safetensors"), METADATA, tensors, floats);
      return;
    }
    ObjectNode index = JsonFile.STRICT.createObjectNode();
    index.putObject("metadata").put("total_size", tensors.stream().mapToLong(this::bytes).sum());
    ObjectNode map = index.putObject("weight_map");
    for (int i = 0; i < shards.size(); i++) {
      String name = "model-%05d-of-%05d.safetensors".formatted(i + 1, shards.size());
      SafetensorsWriter.write(folder.resolve(name), METADATA, shards.get(i), floats);
      shards.get(i).forEach(tensor -> map.put(tensor.name(), name));
    }
    writeJson(folder.resolve("model.safetensors.index.json"), index);
  }

  /** Neighbours stay together; a tensor that is too large by itself has a file of its own. */
  private List<List<StoredTensor>> shards(List<StoredTensor> tensors) {
    List<List<StoredTensor>> shards = new ArrayList<>(List.of(new ArrayList<>()));
    long size = 0;
    for (StoredTensor tensor : tensors) {
      if (size > 0 && size + bytes(tensor) > largestFile) {
        shards.add(new ArrayList<>());
        size = 0;
      }
      shards.get(shards.size() - 1).add(tensor);
      size += bytes(tensor);
    }
    return shards;
  }

  private long bytes(StoredTensor tensor) {
    return (long) tensor.size() * SafetensorsWriter.type(tensor, floats).bytes();
  }

  private static void writeJson(Path path, JsonNode json) throws IOException {
    byte[] text = JsonFile.STRICT.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    WholeFile.write(path, file -> WholeFile.writeAll(file, ByteBuffer.wrap(text)));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
