package dev.hypersweep.trainer.model.t5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.Losses;
import dev.hypersweep.trainer.model.SequencePair;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

class Seq2SeqTaskTest {

  private static final SequencePair LONG =
      new SequencePair(new int[] {3, 5, 2, 9, 1}, new int[] {4, 6, 8, 1});
  private static final SequencePair SHORT =
      new SequencePair(new int[] {7, 12, 1}, new int[] {11, 1});

  @Test
  void theLossOfABatchIsTheMeanOverItsTargetsTokensWhateverItsPadding() {
    try (Session session = Session.open("cpu", 1)) {
      Parameters parameters = new Parameters();
      Seq2SeqTask task = new Seq2SeqTask(T5.of(parameters, T5Configuration.of(TinyT5.json(""))));
      Weights weights = new Weights(session, parameters, 5, DataType.FLOAT64);
      double together = loss(session, weights, task, LONG, SHORT);
      double apart =
          (4 * loss(session, weights, task, LONG) + 2 * loss(session, weights, task, SHORT)) / 6;
      assertThat(together).isCloseTo(apart, within(1e-12));
      assertThat(task.terms(LONG)).isEqualTo(4);
      assertThat(task.tokens(SHORT)).isEqualTo(5);
    }
  }

  private static double loss(
      Session session, Weights weights, Seq2SeqTask task, SequencePair... pairs) {
    try (Pass pass = Pass.training(session, weights)) {
      Losses losses = task.losses(pass, List.of(pairs), 0);
      assertThat(losses.auxiliary()).isEmpty();
      return losses.task().getDouble();
    }
  }
}
