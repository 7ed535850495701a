package dev.hypersweep.trainer.train;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.trainer.checkpoint.MalformedCheckpoint;
import dev.hypersweep.trainer.checkpoint.SafetensorsFile;
import dev.hypersweep.trainer.checkpoint.SafetensorsWriter;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.checkpoint.StoredType;
import dev.hypersweep.trainer.nn.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /**
   * Writes {@code checkpoint-STEP.safetensors} and gives its path.
   *
   * @throws DiskFull if the disk does not take it; no part of it appears under its name
   */
  public Path write(Learner<?> learner, State state) {
    List<StoredTensor> tensors = new ArrayList<>();
    tensors(learner).forEach((name, tensor) -> tensors.add(StoredTensor.of(name, tensor)));
    Map<String, String> metadata =
        Map.of("format", "hypersweep-1", "run", identity, "state", CanonicalJson.of(state));
    Path path = folder.resolve("checkpoint-" + state.step() + ".safetensors");
    try {
      Files.createDirectories(folder);
      SafetensorsWriter.write(path, metadata, tensors);
      return path;
    } catch (IOException e) {
      throw new DiskFull(folder, e);
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
      SafetensorsFile file = SafetensorsFile.open(path);
      String state = file.metadata().get("state");
      if (!identity.equals(file.metadata().get("run")) || state == null) {
        throw new BadCheckpoint(path + " is a checkpoint of another run; start without it");
      }
      Map<String, NDArray> tensors = tensors(learner);
      file.refuseLeftovers(tensors.keySet(), name -> false);
      tensors.forEach((name, tensor) -> load(file.tensor(name), tensor));
      return JSON.readValue(state, State.class);
    } catch (JsonProcessingException | MalformedCheckpoint e) {
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

  private static void load(StoredTensor stored, NDArray tensor) {
    boolean fits = Arrays.equals(stored.shape(), tensor.getShape().getShape());
    if (!fits || stored.type() != StoredType.F32) {
      throw new MalformedCheckpoint(
          "%s is %s %s, needed is F32 %s"
              .formatted(
                  stored.name(),
                  stored.type(),
                  Arrays.toString(stored.shape()),
                  tensor.getShape()));
    }
    tensor.set(stored.bytes().asFloatBuffer());
  }
}
