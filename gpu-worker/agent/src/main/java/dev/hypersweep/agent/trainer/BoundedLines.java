package dev.hypersweep.agent.trainer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Lines of UTF-8 of at most so many characters: a longer one is handed out in pieces, so that a
 * peer that never ends its line cannot fill the memory. Not thread-safe.
 */
final class BoundedLines {

  private final BufferedReader reader;
  private final int longest;

  BoundedLines(InputStream stream, int longest) {
    this.reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    this.longest = longest;
  }

  /** The next line without its end, or null at the end of the stream. */
  String next() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n') {
        return withoutReturn(line);
      }
      line.append((char) c);
      if (line.length() >= longest && !Character.isHighSurrogate((char) c)) {
        return line.toString();
      }
    }
    return line.isEmpty() ? null : withoutReturn(line);
  }

  private static String withoutReturn(StringBuilder line) {
    int last = line.length() - 1;
    return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
  }
}
