package dev.hypersweep.trainer.train;

import java.io.IOException;
import java.nio.file.Path;

/** A checkpoint that the disk did not take; the message names the folder and the fix. */
public final class DiskFull extends RuntimeException {

  private static final long serialVersionUID = 1;

  DiskFull(Path folder, IOException cause) {
    super(
        "No checkpoint could be written to %s (%s). Free space there, or start the worker with a HYPERSWEEP_HOME on another disk; the run goes on from its last checkpoint."
            .formatted(folder, cause.getMessage()),
        cause);
  }
}
