package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.protocol.DatasetInfo;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.predict.Evaluated;
import dev.hypersweep.trainer.predict.Prediction;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;

/** Scores a model on the evaluation splits of its task. */
public interface Evaluation {

  /**
   * Metrics by catalogue name, and a prediction for each example; the same bits for the same
   * weights.
   *
   * @throws NotANumber if a metric is not finite
   */
  Evaluated evaluate(Session session, Weights weights);

  /** The dataset's own metric; always among the metrics, as is the loss. */
  Metric headline();

  /** The dataset as it is scored: where that is a part of a split, its name and size say so. */
  default DatasetInfo scored(DatasetInfo whole) {
    return whole;
  }

  /** Predictions for the split without labels; none if the dataset has no such split. */
  default List<Prediction> test(Session session, Weights weights) {
    return List.of();
  }
}
