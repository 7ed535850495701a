package dev.hypersweep.trainer.model.switchtransformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.CentralDifferences;
import dev.hypersweep.trainer.model.t5.Seq2SeqBatch;
import dev.hypersweep.trainer.model.t5.SourceContinuation;
import dev.hypersweep.trainer.model.t5.TinyT5;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Garbage;
import dev.hypersweep.trainer.tensor.Session;
import org.junit.jupiter.api.Test;

class HyperContinuationTest {

  private static final long[][] SOURCE = TinyT5.BATCH.source();
  private static final long[][] MASK = TinyT5.BATCH.mask();

  /**
   * HyperExperts are generated at the first step and kept for the others; nothing that is kept lies
   * in memory that Java may free meanwhile.
   */
  @Test
  void tokenByTokenGivesTheLogitsOfAWholePass() {
    try (Session session = Session.open("cpu", 1)) {
      Parameters parameters = new Parameters();
      SwitchTransformer model = new SwitchTransformer(parameters, TinySwitch.hyper(64));
      Weights weights = new Weights(session, parameters, 5, DataType.FLOAT64);
      new CentralDifferences(session, weights, pass -> null).stir();
      long[][] written = {{4, 6, 8, 1}, {11, 2, 2, 1}};
      try (SourceContinuation cached =
              new SourceContinuation(model.model(), session, weights, SOURCE, MASK);
          Pass pass = Pass.evaluation(session, weights)) {
        Seq2SeqBatch batch = new Seq2SeqBatch(SOURCE, MASK, written);
        double[] whole = model.model().apply(pass, batch).logits().toDoubleArray();
        for (int step = 0; step < 4; step++) {
          long[][] token = {
            {step == 0 ? 0 : written[0][step - 1]}, {step == 0 ? 0 : written[1][step - 1]}
          };
          Garbage.collect();
          double[][] logits = cached.next(token);
          for (int b = 0; b < 2; b++) {
            int vocabulary = logits[b].length;
            int from = (b * 4 + step) * vocabulary;
            for (int v = 0; v < vocabulary; v++) {
              assertThat(logits[b][v]).isCloseTo(whole[from + v], within(1e-9));
            }
          }
        }
      }
    }
  }
}
