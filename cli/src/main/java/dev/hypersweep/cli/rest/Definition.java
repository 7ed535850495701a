package dev.hypersweep.cli.rest;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A sweep definition as it was written.
 *
 * @param name the file's name, for messages
 * @param mediaType {@code application/yaml} or {@code application/json}
 * @param bytes UTF-8 text, not examined here
 */
public record Definition(String name, String mediaType, byte[] bytes) {

  /**
   * Reads a file, or standard input if it is called {@code -}.
   *
   * @throws IOException if it cannot be read
   */
  public static Definition read(String file) throws IOException {
    if (file.equals("-")) {
      return new Definition("-", "application/yaml", System.in.readAllBytes());
    }
    if (Files.isDirectory(Path.of(file))) {
      throw new FileSystemException(file, null, "a folder, not a definition");
    }
    String type = file.endsWith(".json") ? "application/json" : "application/yaml";
    return new Definition(file, type, Files.readAllBytes(Path.of(file)));
  }
}
