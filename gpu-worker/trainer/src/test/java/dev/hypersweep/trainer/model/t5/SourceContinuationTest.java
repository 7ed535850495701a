package dev.hypersweep.trainer.model.t5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SourceContinuationTest {

  private static final long[][] SOURCE = TinyT5.BATCH.source();
  private static final long[][] MASK = TinyT5.BATCH.mask();

  private final Session session = Session.open("cpu", 1);
  private final Parameters parameters = new Parameters();
  private final EncoderDecoder model = T5.of(parameters, T5Configuration.of(TinyT5.json("")));
  private final Weights weights = new Weights(session, parameters, 5, DataType.FLOAT64);

  @Test
  void tokenByTokenFromTheCacheGivesTheLogitsOfAWholePass() {
    try (session;
        SourceContinuation cached = new SourceContinuation(model, session, weights, SOURCE, MASK)) {
      expect(cached.next(new long[][] {{0}, {0}}), SOURCE, MASK, new long[][] {{}, {}});
      expect(cached.next(new long[][] {{4}, {11}}), SOURCE, MASK, new long[][] {{4}, {11}});
      expect(
          cached.next(new long[][] {{6, 3}, {2, 2}}),
          SOURCE,
          MASK,
          new long[][] {{4, 6, 3}, {11, 2, 2}});
    }
  }

  @Test
  void selectedRowsGoOnWithTheirOwnSourceAndPast() {
    try (session;
        SourceContinuation cached = new SourceContinuation(model, session, weights, SOURCE, MASK)) {
      cached.next(new long[][] {{0}, {0}});
      cached.next(new long[][] {{4}, {11}});
      cached.select(new int[] {1, 0, 1});
      cached.next(new long[][] {{5}, {6}, {7}});
      cached.select(new int[] {2, 1, 0});
      long[][] sources = {SOURCE[1], SOURCE[0], SOURCE[1]};
      long[][] masks = {MASK[1], MASK[0], MASK[1]};
      long[][] written = {{11, 7, 9}, {4, 6, 9}, {11, 5, 9}};
      expect(cached.next(new long[][] {{9}, {9}, {9}}), sources, masks, written);
    }
  }

  /** The last logits of a pass without a cache, whose labels are what was written. */
  private void expect(double[][] got, long[][] sources, long[][] masks, long[][] written) {
    long[][] labels = new long[written.length][];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = Arrays.copyOf(written[i], written[i].length + 1);
    }
    try (Pass pass = Pass.evaluation(session, weights)) {
      double[] whole =
          model
              .apply(pass, new Seq2SeqBatch(sources, masks, labels))
              .logits()
              .get(":, -1")
              .toDoubleArray();
      for (int i = 0; i < got.length; i++) {
        for (int v = 0; v < got[i].length; v++) {
          assertThat(got[i][v]).isCloseTo(whole[i * got[i].length + v], within(1e-12));
        }
      }
    }
  }
}
