package dev.hypersweep.trainer.model.switchtransformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.checkpoint.CheckpointWriter;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.checkpoint.StoredType;
import dev.hypersweep.trainer.model.CompanionConfiguration;
import dev.hypersweep.trainer.model.CompanionConfiguration.ConditioningKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.EmbeddingKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.HyperSizes;
import dev.hypersweep.trainer.model.CompanionConfiguration.Sharing;
import dev.hypersweep.trainer.model.GateConfiguration;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.model.t5.EncoderDecoder;
import dev.hypersweep.trainer.model.t5.T5;
import dev.hypersweep.trainer.model.t5.T5Configuration;
import dev.hypersweep.trainer.model.t5.TinyT5;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.RouterObjective;
import dev.hypersweep.trainer.moe.hyper.Reduction;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Seq2SeqCheckpointTest {

  private static final int INNER_WIDTH = 10;
  private static final CompanionConfiguration HYPER =
      new CompanionConfiguration.Hyper(
          new HyperSizes(3, 4, 5, 2, 6),
          EmbeddingKind.TABLE,
          ConditioningKind.UNSELECTED,
          Reduction.MEAN,
          true,
          true,
          true,
          Sharing.STACK);

  @TempDir Path root;
  private final Session session = Session.open("cpu", 1);

  @AfterEach
  void closeSession() {
    session.close();
  }

  @Test
  void aSwitchTransformerInShardsIsReadAsItWasWritten() throws IOException {
    Parameters parameters = new Parameters();
    ModelConfig config =
        TinyT5.json(", \"model_type\": \"switch_transformers\", \"num_experts\": 3");
    SwitchTransformer written = new SwitchTransformer(parameters, SwitchConfiguration.of(config));
    Weights weights = new Weights(session, parameters, 5, DataType.FLOAT32);
    write(config, weights);
    assertThat(root.resolve("model/model.safetensors.index.json")).exists();

    Seq2SeqCheckpoint read =
        Seq2SeqCheckpoint.open(session, root.resolve("model"), DataType.FLOAT32);
    assertThat(logits(read.model(), read.weights()))
        .containsExactly(logits(written.model(), weights));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aT5WhoseExpertsAreCopiesOfItsNetworksWritesTheSame(int k) throws IOException {
    double[] dense = writtenT5(", \"feed_forward_proj\": \"gated-gelu\"");
    Seq2SeqCheckpoint plain = upcycled(sparse(k, new CompanionConfiguration.None()));
    assertThat(logits(plain.model(), plain.weights())).containsExactly(dense, within(2e-5));

    Seq2SeqCheckpoint hyper = upcycled(sparse(k, HYPER));
    assertThat(logits(hyper.model(), hyper.weights())).containsExactly(dense, within(1e-2));
    assertThat(hyper.model().parameters().size()).isGreaterThan(plain.model().parameters().size());
  }

  @Test
  void everyVariantOfAMixtureFitsInAndOtherWidthsAreRefused() throws IOException {
    writtenT5("");
    for (CompanionConfiguration companion :
        new CompanionConfiguration[] {
          new CompanionConfiguration.Shared(2), new CompanionConfiguration.PerExpert(2), HYPER
        }) {
      Seq2SeqCheckpoint made = upcycled(sparse(1, companion));
      assertThat(logits(made.model(), made.weights())).doesNotContain(Double.NaN);
    }
    SparseConfiguration wide = sparse(1, HYPER).withInnerWidth(12);
    assertThatThrownBy(() -> upcycled(wide)).hasMessageContaining("d_ff 10; give 10");
  }

  @Test
  void anUnknownModelIsRefusedByItsName() throws IOException {
    writtenT5("");
    Path config = root.resolve("model/config.json");
    String text = Files.readString(config).replace("}", ", \"model_type\": \"mt5\"}");
    Files.writeString(config, text);
    assertThatThrownBy(
            () -> Seq2SeqCheckpoint.open(session, root.resolve("model"), DataType.FLOAT32))
        .hasMessageContaining("model_type");
  }

  private static SparseConfiguration sparse(int k, CompanionConfiguration companion) {
    GateConfiguration gate = new GateConfiguration.Softmax(GateScale.RENORMALISED);
    return new SparseConfiguration(4, k, 2, INNER_WIDTH, 0, gate, RouterObjective.NONE, companion);
  }

  private Seq2SeqCheckpoint upcycled(SparseConfiguration sparse) throws IOException {
    return Seq2SeqCheckpoint.upcycled(session, root.resolve("model"), sparse, 7, DataType.FLOAT32);
  }

  /** Writes a T5; its logits. */
  private double[] writtenT5(String more) throws IOException {
    Parameters parameters = new Parameters();
    ModelConfig config = TinyT5.json(more);
    EncoderDecoder model = T5.of(parameters, T5Configuration.of(config));
    Weights weights = new Weights(session, parameters, 5, DataType.FLOAT32);
    write(config, weights);
    return logits(model, weights);
  }

  private void write(ModelConfig config, Weights weights) throws IOException {
    StoredWeights.write(
        new CheckpointWriter(StoredType.F32, 1000), root.resolve("model"), config, weights);
  }

  private double[] logits(EncoderDecoder model, Weights weights) {
    try (Pass pass = Pass.evaluation(session, weights)) {
      return model
          .apply(pass, TinyT5.BATCH)
          .logits()
          .toType(DataType.FLOAT64, true)
          .toDoubleArray();
    }
  }
}
