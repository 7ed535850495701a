package dev.hypersweep.cli.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A sweep definition as it was written.
 *
 * @param name the file's name, for messages
 * @param mediaType {@code application/yaml} or {@code application/json}
 * @param bytes UTF-8 text, with the files that it extends at its end
 * @param parts which lines come from which of these files
 */
public record Definition(String name, String mediaType, byte[] bytes, List<Extended.Part> parts) {

  /** What a server takes. */
  private static final int MOST_BYTES = 1 << 20;

  /**
   * Reads a file, or standard input if it is called {@code -}.
   *
   * @throws IOException if it cannot be read
   * @throws Problem if a file that it extends is missing, or extends it
   */
  public static Definition read(String file) throws IOException {
    if (file.equals("-")) {
      return new Definition("-", "application/yaml", System.in.readAllBytes(), List.of());
    }
    if (Files.isDirectory(Path.of(file))) {
      throw new FileSystemException(file, null, "a folder, not a definition");
    }
    String type = file.endsWith(".json") ? "application/json" : "application/yaml";
    byte[] bytes = Files.readAllBytes(Path.of(file));
    if (bytes.length > MOST_BYTES) {
      throw new Problem(
          413,
          "%s: %,d bytes, and a definition has %,d at most (describe ranges instead of lists)"
              .formatted(file, bytes.length, MOST_BYTES));
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("extends:") || text.contains("\nextends:")
        ? Extended.of(Path.of(file), text, type)
        : new Definition(file, type, bytes, List.of());
  }
}
