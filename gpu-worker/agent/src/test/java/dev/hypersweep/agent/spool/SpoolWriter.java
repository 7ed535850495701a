package dev.hypersweep.agent.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Appends log chunks without end and says each sequence on standard output once it was taken; if
 * the disk takes no more, says so and what the spool still does.
 */
final class SpoolWriter {

  private SpoolWriter() {}

  public static void main(String[] arguments) throws Exception {
    try (Spool spool = new Spool(Path.of(arguments[0]))) {
      for (long sequence = 0; ; sequence++) {
        try {
          spool.append(SpoolTest.chunk(sequence));
        } catch (IOException e) {
          spool.appendLast(SpoolTest.failure());
          long read = 0;
          SpoolRecord last = null;
          for (var entry = spool.oldest(Duration.ZERO);
              entry.isPresent();
              entry = spool.oldest(Duration.ZERO)) {
            last = entry.get().record();
            spool.acknowledge(entry.get());
            read++;
          }
          System.out.println(
              "full " + sequence + " " + (read - 1) + " " + last.equals(SpoolTest.failure()));
          return;
        }
        System.out.println(sequence);
      }
    }
  }
}
