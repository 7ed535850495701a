package dev.hypersweep.trainer.model.t5;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Settings of models small enough to check number by number, and a batch with padding. */
public final class TinyT5 {

  public static final String SIZES =
      """
      "d_model": 8, "d_kv": 3, "d_ff": 10, "num_heads": 2, "num_layers": 2,
      "num_decoder_layers": 3, "vocab_size": 13, "relative_attention_num_buckets": 8,
      "relative_attention_max_distance": 12, "dropout_rate": 0
      """;

  public static final Seq2SeqBatch BATCH =
      new Seq2SeqBatch(
          new long[][] {{3, 5, 2, 9, 1}, {7, 12, 1, 0, 0}},
          new long[][] {{1, 1, 1, 1, 1}, {1, 1, 1, 0, 0}},
          new long[][] {{4, 6, 8, 1}, {11, 1, Seq2SeqBatch.IGNORED, Seq2SeqBatch.IGNORED}});

  private TinyT5() {}

  public static ModelConfig json(String more) {
    try {
      return ModelConfig.of("config.json", new ObjectMapper().readTree("{" + SIZES + more + "}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
