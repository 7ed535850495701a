package dev.hypersweep.trainer.parity;

import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;

/** Computes the cases of one kind. */
@FunctionalInterface
public interface Kind {

  /**
   * Computes everything that the case expects and hands it to {@code check}.
   *
   * @throws IOException if a file of the case cannot be read
   * @throws RuntimeException if the case cannot be run; the message goes to the user
   */
  void check(Case parityCase, Check check, Session session) throws IOException;
}
