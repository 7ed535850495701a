package dev.hypersweep.trainer.parity.vector;

import java.io.IOException;

/** Computes what the cases of one metric name expect. */
@FunctionalInterface
public interface Evaluator {

  /**
   * Everything that a case of this metric can expect, under the names of its {@code expected}:
   * maps, lists, arrays, numbers (NaN and infinities as they are), texts, booleans, JSON nodes.
   * What a case does not expect is passed over.
   *
   * @throws IOException if a file that the input names cannot be read
   * @throws RuntimeException if it cannot be computed; the message goes to the user
   */
  Object evaluate(Input input) throws IOException;
}
