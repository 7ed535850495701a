package dev.hypersweep.trainer.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A checkpoint in several files, with an index that says which tensor is in which: {@code
 * model.safetensors.index.json} or {@code pytorch_model.bin.index.json}. Files are opened as they
 * are needed, and only those of the index's own folder.
 */
final class ShardedTensors implements TensorSource {

  private final Path index;
  private final Map<String, String> shardOf;
  private final Map<String, TensorSource> shards = new HashMap<>();

  private ShardedTensors(Path index, Map<String, String> shardOf) {
    this.index = index;
    this.shardOf = shardOf;
  }

  /**
   * Reads an index.
   *
   * @throws MalformedCheckpoint if it is no index, or names a file that is not beside it
   */
  static ShardedTensors open(Path index) throws IOException {
    JsonNode map = JsonFile.object(index).path("weight_map");
    if (!map.isObject() || map.isEmpty()) {
      throw new MalformedCheckpoint(index + ": has no weight_map from tensor to file");
    }
    Map<String, String> shardOf = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      shardOf.put(entry.getKey(), fileName(index, entry));
    }
    return new ShardedTensors(index, shardOf);
  }

  private static String fileName(Path index, Map.Entry<String, JsonNode> entry) {
    String name = entry.getValue().asText();
    boolean plain = entry.getValue().isTextual() && name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*");
    if (!plain) {
      throw new MalformedCheckpoint(
          "%s: %s is in '%s', which is no plain file name; shards lie beside their index"
              .formatted(index, Quoted.text(entry.getKey()), Quoted.text(name)));
    }
    if (!Files.isRegularFile(index.resolveSibling(name))) {
      throw new MalformedCheckpoint(index + ": the file " + name + " is missing beside it");
    }
    return name;
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(shardOf.keySet());
  }

  @Override
  public synchronized StoredTensor tensor(String name) {
    String file = shardOf.get(name);
    if (file == null) {
      throw new MalformedCheckpoint(index + ": has no tensor " + name);
    }
    return shards.computeIfAbsent(file, this::shard).tensor(name);
  }

  private TensorSource shard(String file) {
    Path path = index.resolveSibling(file);
    try {
      return file.endsWith(".safetensors") ? SafetensorsFile.open(path) : TorchFile.open(path);
    } catch (IOException e) {
      throw new MalformedCheckpoint(path + " cannot be read", e);
    }
  }

  @Override
  public String toString() {
    return index.toString();
  }
}
