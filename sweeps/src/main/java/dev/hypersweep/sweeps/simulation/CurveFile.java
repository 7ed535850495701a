package dev.hypersweep.sweeps.simulation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads tables of curves from files. */
public final class CurveFile {

  /** A file that is larger is a mistake, or should be divided. */
  private static final long MOST_BYTES = 256L << 20;

  private CurveFile() {}

  /**
   * A table of comma-separated values whose steps, or runs, take a second each.
   *
   * @throws IllegalArgumentException naming file, line and column
   */
  public static TableCurves csv(Path file) throws IOException {
    return csv(file, 1);
  }

  static TableCurves csv(Path file, double secondsPerStep) throws IOException {
    try {
      return CsvCurves.read(text(file).lines().toList(), secondsPerStep);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  static StoredCurves json(Path file) throws IOException {
    try {
      return StoredCurves.read(text(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  static String text(Path file) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new IOException("no file that can be read: '" + file + "'");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException(file + " has more than " + (MOST_BYTES >> 20) + " MB");
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not UTF-8: save it as UTF-8", e);
    }
  }
}
