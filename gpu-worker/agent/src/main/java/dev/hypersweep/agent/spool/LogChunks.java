package dev.hypersweep.agent.spool;

import dev.hypersweep.protocol.LogChunk;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers lines into chunks of at most 64 kB of UTF-8, and stops at a limit, so that a trainer that
 * writes without end fills no disk. Characters that PostgreSQL's text cannot hold (NUL) are
 * replaced. Not thread-safe.
 */
final class LogChunks {

  /** A character takes at most three bytes of UTF-8 (a pair of surrogates four), so this fits. */
  private static final int MOST_CHARACTERS = 64_000 / 3;

  private final long generation;
  private final long limit;
  private final StringBuilder text = new StringBuilder();
  private long sequence;
  private long written;

  LogChunks(long generation, long firstSequence, long limit) {
    this.generation = generation;
    this.sequence = firstSequence;
    this.limit = limit;
  }

  void add(String line) {
    if (written > limit) {
      return;
    }
    written += line.length() + 1;
    String kept =
        written <= limit
            ? line.replace('\0', '\uFFFD')
            : "(the log is cut here: it is longer than " + limit + " characters)";
    text.append(kept).append('\n');
  }

  boolean full() {
    return text.length() >= MOST_CHARACTERS;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Everything gathered so far, in order. */
  List<LogChunk> take() {
    List<LogChunk> chunks = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + MOST_CHARACTERS);
      if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      chunks.add(new LogChunk(generation, sequence++, text.substring(from, to)));
      from = to;
    }
    text.setLength(0);
    return chunks;
  }
}
