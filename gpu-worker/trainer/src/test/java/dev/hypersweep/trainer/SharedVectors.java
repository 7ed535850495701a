package dev.hypersweep.trainer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of reference numbers that some tests need. */
public final class SharedVectors {

  private SharedVectors() {}

  /**
   * A folder of cases beside the project, {@code model} for example; the test is skipped without.
   */
  public static Path folder(String name) {
    Path folder = Path.of("../../../shared/vectors", name);
    assumeTrue(
        Files.isDirectory(folder),
        "skipped: no reference numbers at " + folder.toAbsolutePath().normalize());
    return folder;
  }
}
