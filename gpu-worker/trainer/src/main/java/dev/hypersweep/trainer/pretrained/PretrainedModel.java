package dev.hypersweep.trainer.pretrained;

import dev.hypersweep.trainer.checkpoint.CheckpointFolder;
import dev.hypersweep.trainer.checkpoint.MalformedCheckpoint;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.checkpoint.TensorSource;
import dev.hypersweep.trainer.tokenizer.LibraryTokenizer;
import dev.hypersweep.trainer.tokenizer.Tokenizer;
import dev.hypersweep.trainer.tokenizer.TokenizerException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A trained model with its tokenizer.
 *
 * @param config its {@code config.json}
 * @param tensors under the names of its checkpoint
 * @param tokenizer closed with this
 */
public record PretrainedModel(ModelConfig config, TensorSource tensors, Tokenizer tokenizer)
    implements AutoCloseable {

  /**
   * Finds a model by the value of the setting {@code pretrained}.
   *
   * @param name {@code minilm} or {@code FOLDER@HASH}
   * @throws PretrainedUnusable if it is not there, not the one that the hash means, or damaged
   */
  public static PretrainedModel open(String name) {
    try {
      if (name.equals(MiniLm.NAME)) {
        return new PretrainedModel(MiniLm.config(), MiniLm.load(), MiniLm.tokenizer());
      }
      Path folder = PinnedFolder.of(name).verified();
      CheckpointFolder checkpoint = CheckpointFolder.open(folder);
      return new PretrainedModel(
          checkpoint.config(), checkpoint, LibraryTokenizer.open(folder.resolve("tokenizer.json")));
    } catch (MalformedCheckpoint | TokenizerException | IOException e) {
      throw new PretrainedUnusable("pretrained: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
