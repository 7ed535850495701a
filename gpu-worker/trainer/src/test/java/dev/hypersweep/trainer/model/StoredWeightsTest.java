package dev.hypersweep.trainer.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.checkpoint.CheckpointFolder;
import dev.hypersweep.trainer.checkpoint.CheckpointWriter;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.checkpoint.StoredType;
import dev.hypersweep.trainer.model.gpt2.Gpt2;
import dev.hypersweep.trainer.model.gpt2.Gpt2Configuration;
import dev.hypersweep.trainer.model.gpt2.TinyGpt2;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredWeightsTest {

  @TempDir Path root;

  @Test
  void aModelThatWasWrittenAndReadComputesTheSameBits() throws IOException {
    ModelConfig config = TinyGpt2.json("");
    try (Session session = Session.open("cpu", 1)) {
      Gpt2 model = new Gpt2(Gpt2Configuration.of(config));
      Weights weights = new Weights(session, model.parameters(), 5, DataType.FLOAT32);
      CheckpointWriter inSeveralFiles = new CheckpointWriter(StoredType.F32, 1000);
      StoredWeights.write(inSeveralFiles, root.resolve("model"), config, weights);

      CheckpointFolder folder = CheckpointFolder.open(root.resolve("model"));
      Gpt2 again = new Gpt2(Gpt2Configuration.of(folder.config()));
      Weights read =
          StoredWeights.of(session, again.parameters(), folder, DataType.FLOAT32, name -> false);
      assertThat(logits(session, again, read)).isEqualTo(logits(session, model, weights));
    }
  }

  private static float[] logits(Session session, Gpt2 model, Weights weights) {
    try (Pass pass = Pass.evaluation(session, weights)) {
      CausalInput input = CausalInput.whole(TinyGpt2.TOKENS, TinyGpt2.MASK);
      return model.apply(pass, input).logits().toFloatArray();
    }
  }
}
