package dev.hypersweep.trainer.train;

import dev.hypersweep.trainer.analysis.Analysis;
import dev.hypersweep.trainer.model.TrainableModel;
import dev.hypersweep.trainer.nn.Weights;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run made ready, whatever its task: all that the training loop and the result ask for.
 *
 * @param <E> what one step trains on a batch of
 * @param weights that training begins with
 * @param train in the dataset's order
 * @param analysis asked where {@link TrainingConfiguration#similarityEvery} says so
 * @param preprocessing name and version of what is done to a text; part of the comparability class
 * @param facts numbers about the data as it was read, reported once before the first step: what was
 *     cut off for example
 */
public record Job<E>(
    TrainableModel<E> model,
    Weights weights,
    List<E> train,
    Evaluation evaluation,
    Analysis analysis,
    String preprocessing,
    SortedMap<String, Double> facts) {

  /** Without facts. */
  public Job(
      TrainableModel<E> model,
      Weights weights,
      List<E> train,
      Evaluation evaluation,
      Analysis analysis,
      String preprocessing) {
    this(model, weights, train, evaluation, analysis, preprocessing, new TreeMap<>());
  }

  /** Tokens of a training example: FLOPs per token depend on it. */
  double meanTokens() {
    return train.stream().mapToInt(model::tokens).average().orElse(0);
  }
}
