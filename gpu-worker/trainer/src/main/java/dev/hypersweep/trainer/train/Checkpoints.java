package dev.hypersweep.trainer.train;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.trainer.nn.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The checkpoints of one run: safetensors files with every parameter under its name, what the
 * optimiser remembers under its own names, and the run's state and identity as metadata. A file
 * appears whole or not at all, and is never touched again.
 */
public final class Checkpoints {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final String identity;

  /**
   * @param folder made if it is not there
   * @param identity hash of what the run is; a checkpoint of another run is refused
   */
  public Checkpoints(Path folder, String identity) {
    this.folder = folder;
    this.identity = identity;
  }

  /** Writes {@code checkpoint-STEP.safetensors} and gives its path. */
  public Path write(Learner<?> learner, State state) {
    List<Safetensors.Tensor> tensors = new ArrayList<>();
    tensors(learner).forEach((name, tensor) -> tensors.add(stored(name, tensor)));
    Map<String, String> metadata =
        Map.of("format", "hypersweep-1", "run", identity, "state", CanonicalJson.of(state));
    Path path = folder.resolve("checkpoint-" + state.step() + ".safetensors");
    try {
      Files.createDirectories(folder);
      Path unfinished = folder.resolve(path.getFileName() + ".part");
      Files.deleteIfExists(unfinished);
      Safetensors.write(unfinished, metadata, tensors);
      return Files.move(
          unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("no checkpoint could be written to " + folder, e);
    }
  }

  /**
   * Puts a checkpoint's tensors into the learner.
   *
   * @return the state to go on from
   * @throws BadCheckpoint if the file is damaged or of another run
   */
  public State restore(Path path, Learner<?> learner) {
    try {
      Safetensors.Contents contents = Safetensors.read(path);
      if (!identity.equals(contents.metadata().get("run"))) {
        throw new BadCheckpoint(path + " is a checkpoint of another run; start without it");
      }
      State state = JSON.readValue(contents.metadata().get("state"), State.class);
      tensors(learner)
          .forEach((name, tensor) -> load(path, contents.tensors().get(name), name, tensor));
      return state;
    } catch (JsonProcessingException e) {
      throw new BadCheckpoint(path + " is damaged (" + e.getMessage() + "); start without it");
    } catch (IOException e) {
      throw new BadCheckpoint(path + " cannot be read (" + e + "); start without it");
    }
  }

  private static Map<String, NDArray> tensors(Learner<?> learner) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    for (Parameter parameter : learner.weights().parameters()) {
      tensors.put(parameter.name(), learner.weights().value(parameter));
    }
    tensors.putAll(learner.optimiser().state());
    return tensors;
  }

  private static Safetensors.Tensor stored(String name, NDArray tensor) {
    return new Safetensors.Tensor(name, tensor.getShape().getShape(), tensor.toByteBuffer());
  }

  private static void load(Path path, Safetensors.Tensor stored, String name, NDArray tensor) {
    if (stored == null || !Arrays.equals(stored.shape(), tensor.getShape().getShape())) {
      throw new BadCheckpoint(path + " has no " + name + " of shape " + tensor.getShape());
    }
    ByteBuffer bytes = stored.bytes();
    tensor.set(bytes.asFloatBuffer());
  }
}
