package dev.hypersweep.trainer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of its own below a folder, too small for a checkpoint; only root can mount one. */
public final class SmallDisk implements AutoCloseable {

  private final Path path;

  private SmallDisk(Path path) {
    this.path = path;
  }

  /** Mounts a tmpfs, or skips the test. */
  public static SmallDisk mount(Path path, String size) throws Exception {
    Files.createDirectories(path);
    int status =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", path.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    assumeTrue(status == 0, "a small disk can be mounted by root only: run this test as root");
    return new SmallDisk(path);
  }

  @Override
  public void close() throws Exception {
    // Lazily: a process that ends may still hold a file.
    new ProcessBuilder("umount", "-l", path.toString()).start().waitFor();
  }
}
