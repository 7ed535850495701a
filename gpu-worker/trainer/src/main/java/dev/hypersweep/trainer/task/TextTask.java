package dev.hypersweep.trainer.task;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.data.Split;
import dev.hypersweep.trainer.model.Head;
import dev.hypersweep.trainer.model.TextEncoder;
import dev.hypersweep.trainer.model.TrainableModel;
import java.util.List;

/**
 * A kind of task as an encoder learns it.
 *
 * @param <E> what one step trains on a batch of
 */
public interface TextTask<E> {

  /** What the encoder's head has to give. */
  Head head();

  /** The encoder together with its loss. */
  TrainableModel<E> model(TextEncoder encoder);

  /** What there is to train on, made when it is asked for. */
  List<E> training(List<Example> examples, TokenTable table);

  /** The same, told by the metrics of another dataset. */
  TextTask<E> scoredBy(List<Metric> metrics);

  /**
   * From numbers to answers.
   *
   * @param outputs for each row of the table the head's numbers: C of them, or C for each token one
   *     behind the other
   */
  Answered answers(Split split, TokenTable table, float[][] outputs);
}
