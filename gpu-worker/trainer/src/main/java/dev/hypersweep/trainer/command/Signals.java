package dev.hypersweep.trainer.command;

import dev.hypersweep.protocol.Signal;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Listens on standard input for {@link Signal} names. The end of the stream means that the agent is
 * gone: nobody could take a result, so the process ends at once.
 */
final class Signals implements Supplier<Signal> {

  static final int AGENT_IS_GONE = 3;

  private volatile Signal latest = Signal.CONTINUE;

  /** Starts to listen, in a daemon thread. */
  static Signals listen(BufferedReader in) {
    Signals signals = new Signals();
    Thread listener = new Thread(() -> signals.read(in), "signals");
    listener.setDaemon(true);
    listener.start();
    return signals;
  }

  private void read(BufferedReader in) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        latest = Signal.valueOf(line.strip());
      }
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("no signal: " + e.getMessage());
    }
    // Not exit: shutdown hooks would wait for native code that is at work.
    Runtime.getRuntime().halt(AGENT_IS_GONE);
  }

  @Override
  public Signal get() {
    return latest;
  }
}
