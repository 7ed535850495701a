package dev.hypersweep.agent.trainer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The newest lines of a log, and what was seen in any of its lines: the evidence when a trainer
 * ends without a word. Thread-safe.
 */
final class LastLines {

  private static final int MOST = 40;
  private static final int LONGEST = 1_000;
  private static final List<String> OUT_OF_MEMORY =
      List.of(
          "OutOfMemory",
          "out of memory",
          "std::bad_alloc",
          "can't allocate memory",
          "Cannot allocate memory",
          "insufficient memory",
          "Could not reserve enough space");

  private final Deque<String> lines = new ArrayDeque<>();
  private boolean outOfMemory;

  synchronized void add(String line) {
    outOfMemory |= OUT_OF_MEMORY.stream().anyMatch(line::contains);
    lines.addLast(line.length() <= LONGEST ? line : line.substring(0, LONGEST));
    if (lines.size() > MOST) {
      lines.removeFirst();
    }
  }

  synchronized boolean tellOfMemory() {
    return outOfMemory;
  }

  synchronized String text() {
    return String.join("\n", lines);
  }
}
