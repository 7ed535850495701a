package dev.hypersweep.trainer.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Losses of two sides over training steps from the same weights, without noise: equal losses show
 * that both compute the same forward, backward and update.
 *
 * @param ours a loss per step
 * @param theirs a loss per step
 */
record LossComparison(Variant variant, List<Double> ours, List<Double> theirs) {

  /** Greatest relative difference of the first losses, which the same weights gave. */
  static final double FORWARD_TOLERANCE = 1e-6;

  /**
   * The same of later losses. AdamW's first step moves a weight by the rate whatever the size of
   * its gradient, also where that is rounding; and a token whose two best experts are within
   * rounding of one another goes elsewhere on the other side. From then on both train, correctly,
   * on unlike gradients.
   */
  static final double TRAINED_TOLERANCE = 1e-4;

  /** Has both sides take steps from the beginning. */
  static LossComparison of(StepProcess ours, StepProcess theirs, int steps) throws IOException {
    return new LossComparison(ours.side().variant(), losses(ours, steps), losses(theirs, steps));
  }

  private static List<Double> losses(StepProcess process, int steps) throws IOException {
    JsonNode answer = process.ask("losses " + steps).path("loss");
    return StreamSupport.stream(answer.spliterator(), false).map(JsonNode::asDouble).toList();
  }

  /** The greatest relative difference of a step's losses; NaN if one is not a number. */
  double difference() {
    double greatest = 0;
    for (int step = 0; step < ours.size(); step++) {
      greatest = Math.max(greatest, difference(step));
    }
    return greatest;
  }

  /** Whether both sides compute the same, as far as losses show. */
  boolean isEqual() {
    return ours.size() == theirs.size()
        && difference(0) <= FORWARD_TOLERANCE
        && difference() <= TRAINED_TOLERANCE;
  }

  private double difference(int step) {
    return Math.abs(ours.get(step) - theirs.get(step)) / Math.abs(theirs.get(step));
  }
}
