package dev.hypersweep.trainer.pretrained;

import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.trainer.checkpoint.CheckpointWriter;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.model.bert.BertClassifier;
import dev.hypersweep.trainer.model.bert.BertConfiguration;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small BERT in the layout of Hugging Face, with the tokenizer of MiniLM. */
public final class TinyBertFolder {

  private static final String CONFIG =
      """
      {"model_type": "bert", "hidden_size": 8, "num_attention_heads": 2, "num_hidden_layers": 2,
       "intermediate_size": 12, "vocab_size": 30522, "max_position_embeddings": 40,
       "initializer_range": 0.3}
      """;

  private TinyBertFolder() {}

  /** Writes it with weights that the seed decides; its head is for 4 classes. */
  public static void write(Path folder, long seed) throws IOException {
    ModelConfig config = ModelConfig.of("config.json", new ObjectMapper().readTree(CONFIG));
    BertClassifier model = new BertClassifier(BertConfiguration.of(config), 4);
    try (Session session = Session.open("cpu", 1)) {
      Weights weights = new Weights(session, model.parameters(), seed, DataType.FLOAT32);
      StoredWeights.write(new CheckpointWriter(), folder, config, weights);
    }
    try (InputStream tokenizer =
        TinyBertFolder.class.getResourceAsStream("/all-minilm-l6-v2-tokenizer.json")) {
      Files.copy(tokenizer, folder.resolve("tokenizer.json"));
    }
  }
}
