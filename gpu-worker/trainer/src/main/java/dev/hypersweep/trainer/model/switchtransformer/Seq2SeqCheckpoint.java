package dev.hypersweep.trainer.model.switchtransformer;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.checkpoint.CheckpointFolder;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.model.UpcycledTensors;
import dev.hypersweep.trainer.model.t5.EncoderDecoder;
import dev.hypersweep.trainer.model.t5.T5;
import dev.hypersweep.trainer.model.t5.T5Configuration;
import dev.hypersweep.trainer.model.t5.T5Mixtures;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An encoder-decoder and its weights, from a folder in the layout of Hugging Face.
 *
 * @param model the architecture
 * @param weights the values of its parameters
 */
public record Seq2SeqCheckpoint(EncoderDecoder model, Weights weights) {

  private static final String SWITCH = "switch_transformers";

  /**
   * Reads a folder whose {@code model_type} is t5 or switch_transformers, in one file or in shards;
   * with the authors' HyperMoE if its {@code use_hypernet} is true.
   *
   * @param type FLOAT32 or FLOAT64
   * @throws dev.hypersweep.trainer.checkpoint.MalformedCheckpoint naming the field or the tensor
   */
  public static Seq2SeqCheckpoint open(Session session, Path folder, DataType type)
      throws IOException {
    CheckpointFolder checkpoint = CheckpointFolder.open(folder);
    ModelConfig config = checkpoint.config();
    config.only("model_type", "t5", SWITCH);
    Parameters parameters = new Parameters();
    if (config.text("model_type").equals(SWITCH)) {
      SwitchTransformer model = new SwitchTransformer(parameters, SwitchConfiguration.of(config));
      return new Seq2SeqCheckpoint(
          model.model(), StoredWeights.of(session, parameters, checkpoint, type, model::ignores));
    }
    EncoderDecoder model = T5.of(parameters, T5Configuration.of(config));
    return new Seq2SeqCheckpoint(
        model, StoredWeights.of(session, parameters, checkpoint, type, model::ignores));
  }

  /**
   * Reads a dense T5 as a mixture: every expert begins as a copy of the network that stood in its
   * place, and gates and companions begin anew. Where the gate's weights sum to one and the
   * companion begins at zero, the mixture computes what the T5 does; the Switch Transformer's gate
   * scales an expert by its probability and does not.
   *
   * @param sparse with experts of the T5's own inner width
   * @param seed of what begins anew
   * @throws IllegalArgumentException if experts of another width are wanted
   */
  public static Seq2SeqCheckpoint upcycled(
      Session session, Path folder, SparseConfiguration sparse, long seed, DataType type)
      throws IOException {
    CheckpointFolder checkpoint = CheckpointFolder.open(folder);
    T5Configuration base = T5Configuration.of(checkpoint.config());
    if (sparse.innerWidth() != base.innerWidth()) {
      throw new IllegalArgumentException(
          "experts of inner width %d cannot be copies of networks of d_ff %d; give %2$d"
              .formatted(sparse.innerWidth(), base.innerWidth()));
    }
    Parameters parameters = new Parameters();
    EncoderDecoder model = T5Mixtures.of(parameters, base, sparse);
    UpcycledTensors tensors = new UpcycledTensors(checkpoint, parameters);
    Set<String> copied = denseNames(base);
    copied.addAll(tensors.names());
    return new Seq2SeqCheckpoint(
        model,
        StoredWeights.begun(
            session,
            parameters,
            tensors,
            seed,
            type,
            model::ignores,
            name -> !copied.contains(name)));
  }

  private static Set<String> denseNames(T5Configuration base) {
    Parameters dense = new Parameters();
    T5.of(dense, base);
    return dense.all().stream().map(Parameter::name).collect(Collectors.toSet());
  }
}
