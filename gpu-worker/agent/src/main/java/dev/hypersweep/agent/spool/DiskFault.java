package dev.hypersweep.agent.spool;

import java.io.IOException;
import java.nio.file.Path;

/** The worker's own disk took something not; the message names the folder and the fix. */
public final class DiskFault extends IOException {

  private static final long serialVersionUID = 1;

  public DiskFault(Path folder, String cause) {
    super(
        "The worker's disk takes nothing more in %s (%s). Free space there, or start the worker with a HYPERSWEEP_HOME on another disk."
            .formatted(folder, cause));
  }

  /**
   * Whether words of the system, wherever they come from, speak of a disk or a quota that is full.
   */
  public static boolean isMeantBy(String words) {
    return words.contains("No space left on device") || words.contains("Disk quota exceeded");
  }
}
