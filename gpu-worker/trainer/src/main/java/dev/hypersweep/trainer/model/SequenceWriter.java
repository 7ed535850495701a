package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.generation.GenerationSettings;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;

/** A model that learns to write a target to a source, and then writes. */
public interface SequenceWriter extends TrainableModel<SequencePair>, TokenLosses<SequencePair> {

  /**
   * Writes to each source; a pure function of the weights.
   *
   * @param sources token numbers, one or more each
   * @return what was written, the end of sequence not included; the best hypothesis of each source
   */
  List<int[]> write(
      Session session, Weights weights, List<int[]> sources, GenerationSettings settings);
}
