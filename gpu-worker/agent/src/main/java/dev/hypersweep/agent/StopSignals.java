package dev.hypersweep.agent;

import java.util.List;
import sun.misc.Signal;

/**
 * SIGTERM and SIGINT as a wish instead of an end: a shutdown hook could be told of them too, but
 * the process would then end with status 143 however well it stopped.
 */
final class StopSignals {

  private StopSignals() {}

  static void handle(Runnable stop) {
    for (String name : List.of("TERM", "INT")) {
      Signal.handle(new Signal(name), signal -> stop.run());
    }
  }
}
