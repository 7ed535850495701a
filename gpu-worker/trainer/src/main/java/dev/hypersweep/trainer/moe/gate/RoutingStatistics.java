package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;
import java.util.Arrays;

/**
 * How a batch was spread over the experts of a layer.
 *
 * @param load [N], each expert's share of the batch's assignments; they sum to one less the dropped
 *     share
 * @param entropy mean over tokens of the entropy of their probabilities, in nats, 0 to ln N
 * @param dropped share of assignments that found no room
 * @param dead experts without a token
 */
public record RoutingStatistics(double[] load, double entropy, double dropped, int dead) {

  /** Reads one number from the device, the entropy. */
  public static RoutingStatistics of(Pass pass, Routing routing) {
    Selection selection = routing.selection();
    long[] tokens = selection.load();
    double assignments = selection.experts().length;
    return new RoutingStatistics(
        Arrays.stream(tokens).mapToDouble(count -> count / assignments).toArray(),
        number(pass.sparseOperations().entropy(routing.probabilities())),
        selection.drops() / assignments,
        (int) Arrays.stream(tokens).filter(count -> count == 0).count());
  }

  private static double number(NDArray scalar) {
    return switch (scalar.getDataType()) {
      case FLOAT64 -> scalar.getDouble();
      default -> scalar.getFloat();
    };
  }
}
