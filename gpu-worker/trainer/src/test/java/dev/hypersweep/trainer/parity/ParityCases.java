package dev.hypersweep.trainer.parity;

import dev.hypersweep.trainer.SharedVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Cases that tests run. */
final class ParityCases {

  private ParityCases() {}

  /** What comes of a shared case; the test is skipped where there are none. */
  static Outcome outcome(String name) {
    return outcome(SharedVectors.folder(name));
  }

  /** What comes of the case in a folder. */
  static Outcome outcome(Path folder) {
    return Parity.outcome(folder, "cpu");
  }

  /** Copies the files of a case, for a test to change. */
  static void copy(Path folder, Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.toList();
    }
    for (Path file : files) {
      Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
