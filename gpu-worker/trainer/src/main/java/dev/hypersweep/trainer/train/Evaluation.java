package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.SortedMap;

/** Scores a model on the evaluation split of its task. */
public interface Evaluation {

  /**
   * Values by catalogue metric name; the same bits for the same weights.
   *
   * @throws NotANumber if a value is not finite
   */
  SortedMap<String, Double> score(Session session, Weights weights);

  /** The dataset's own metric; always among the scores, as is the loss. */
  Metric headline();
}
