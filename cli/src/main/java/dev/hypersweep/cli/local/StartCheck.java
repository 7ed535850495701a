package dev.hypersweep.cli.local;

import dev.hypersweep.cli.home.Home;
import dev.hypersweep.cli.text.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What must hold before anything is started here. It is said at once and in one line, where the
 * process that meets it would say it to a log, or to nobody on a full disk.
 */
record StartCheck(Map<String, String> environment, Home home) {

  /** A new database and PostgreSQL's programs take 110 MB; then come logs and checkpoints. */
  private static final long NEW_DATABASE = 256L << 20;

  /** Below it a worker asks for no run. */
  private static final long LEAST = 64L << 20;

  private static final List<String> DEVICES = List.of("cpu", "gpu");

  /**
   * Checks what people set.
   *
   * @param port as an option named it, or null
   * @throws IllegalArgumentException naming what cannot be meant
   */
  void settings(Integer port) {
    if (port != null) {
      port("--port", port.toString());
    }
    port("HYPERSWEEP_PORT", value("HYPERSWEEP_PORT"));
    String device = value("HYPERSWEEP_DEVICE");
    if (!device.isEmpty() && !DEVICES.contains(device)) {
      throw new IllegalArgumentException(
          "HYPERSWEEP_DEVICE is %s: set it to cpu or gpu".formatted(device));
    }
    String data = value("HYPERSWEEP_DATA");
    if (!data.isEmpty() && !Files.isDirectory(Path.of(data))) {
      throw new IllegalArgumentException(
          "HYPERSWEEP_DATA is %s: there is no such folder; name one, or leave it unset"
              .formatted(data));
    }
  }

  /**
   * Checks the room on the home's disk; the home is there already.
   *
   * @throws CannotStart if it is too little
   */
  void space() {
    try {
      space(Files.getFileStore(home.path()).getUsableSpace());
    } catch (IOException e) {
      throw new CannotStart(
          "the home %s cannot be examined: %s".formatted(home.path(), FileTrouble.reason(e)));
    }
  }

  void space(long free) {
    boolean makesDatabase =
        value("HYPERSWEEP_DATABASE_URL").isEmpty()
            && !Files.exists(home.path().resolve("postgres"));
    long needed = makesDatabase ? NEW_DATABASE : LEAST;
    if (free < needed) {
      throw new CannotStart(
          ("no space left on the disk of the home %s: %d MB free, %d MB needed."
                  + " Free some, or name a folder on another disk with HYPERSWEEP_HOME.")
              .formatted(home.path(), free >> 20, needed >> 20));
    }
  }

  private static void port(String name, String text) {
    if (!text.isEmpty() && !(text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535)) {
      throw new IllegalArgumentException("%s is %s: it must be 1 to 65535".formatted(name, text));
    }
  }

  private String value(String name) {
    return environment.getOrDefault(name, "").strip();
  }
}
