package dev.hypersweep.trainer.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A model in the layout of Hugging Face: a folder with {@code config.json} and its tensors in
 * {@code model.safetensors}, in {@code pytorch_model.bin}, or in shards of either with an index.
 */
public final class CheckpointFolder implements TensorSource {

  /** In the order in which they are looked for: what cannot carry code first. */
  private static final List<String> CONTAINERS =
      List.of(
          "model.safetensors",
          "model.safetensors.index.json",
          "pytorch_model.bin",
          "pytorch_model.bin.index.json");

  private final Path folder;
  private final TensorSource tensors;

  private CheckpointFolder(Path folder, TensorSource tensors) {
    this.folder = folder;
    this.tensors = tensors;
  }

  /**
   * Finds the tensors of a folder.
   *
   * @throws MalformedCheckpoint if there are none, or their container is refused
   */
  public static CheckpointFolder open(Path folder) throws IOException {
    for (String name : CONTAINERS) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        return new CheckpointFolder(folder, container(file));
      }
    }
    throw new MalformedCheckpoint(
        folder + ": no checkpoint in it; expected one of " + String.join(", ", CONTAINERS));
  }

  /**
   * A single file of tensors, or an index of several; its name says which.
   *
   * @throws MalformedCheckpoint if it is refused
   */
  public static TensorSource container(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".index.json")) {
      return ShardedTensors.open(file);
    }
    return name.endsWith(".safetensors") ? SafetensorsFile.open(file) : TorchFile.open(file);
  }

  /**
   * The model's {@code config.json}.
   *
   * @throws MalformedCheckpoint if there is none, or it is not JSON
   */
  public ModelConfig config() throws IOException {
    Path file = folder.resolve("config.json");
    if (!Files.isRegularFile(file)) {
      throw new MalformedCheckpoint(folder + ": has no config.json, which says what the model is");
    }
    return ModelConfig.read(file);
  }

  @Override
  public Set<String> names() {
    return tensors.names();
  }

  @Override
  public StoredTensor tensor(String name) {
    return tensors.tensor(name);
  }

  @Override
  public String toString() {
    return tensors.toString();
  }
}
