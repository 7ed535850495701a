package dev.hypersweep.trainer.task;

import dev.hypersweep.trainer.predict.Measure;
import dev.hypersweep.trainer.predict.Prediction;
import java.util.List;

/**
 * What a network's numbers come to on a split.
 *
 * @param predictions one for each example, in their order
 * @param measures the loss and the metrics; none where the split has no answers
 */
public record Answered(List<Prediction> predictions, List<Measure> measures) {}
