package dev.hypersweep.trainer.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of official files that some tests need. */
public final class SharedData {

  private SharedData() {}

  /** {@code HYPERSWEEP_DATA}, else the folder beside the project; the test is skipped without. */
  public static Path folder() {
    String set = System.getenv("HYPERSWEEP_DATA");
    Path folder = set == null ? Path.of("../../../shared/data") : Path.of(set);
    assumeTrue(
        Files.isDirectory(folder.resolve("glue")),
        "skipped: no official files at "
            + folder.toAbsolutePath().normalize()
            + "; set HYPERSWEEP_DATA");
    return folder;
  }
}
