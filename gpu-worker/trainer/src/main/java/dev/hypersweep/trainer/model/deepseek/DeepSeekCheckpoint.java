package dev.hypersweep.trainer.model.deepseek;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.checkpoint.CheckpointFolder;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A DeepSeekMoE decoder and its weights, from a folder in the layout of Hugging Face.
 *
 * @param parameters of the model
 * @param model the architecture
 * @param weights the values of its parameters
 */
public record DeepSeekCheckpoint(Parameters parameters, DeepSeekDecoder model, Weights weights) {

  /**
   * Reads a folder, in one file or in shards.
   *
   * @param type FLOAT32 or FLOAT64
   * @throws dev.hypersweep.trainer.checkpoint.MalformedCheckpoint naming the field or the tensor
   */
  public static DeepSeekCheckpoint open(Session session, Path folder, DataType type)
      throws IOException {
    CheckpointFolder checkpoint = CheckpointFolder.open(folder);
    Parameters parameters = new Parameters();
    DeepSeekDecoder model =
        new DeepSeekDecoder(parameters, DeepSeekConfiguration.of(checkpoint.config()));
    Weights weights = StoredWeights.of(session, parameters, checkpoint, type, model::ignores);
    return new DeepSeekCheckpoint(parameters, model, weights);
  }
}
