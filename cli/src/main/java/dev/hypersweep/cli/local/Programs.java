package dev.hypersweep.cli.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The programs of this project as command lines.
 *
 * @param root folder of the project
 */
public record Programs(Path root) {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  List<String> orchestrator() {
    return List.of(JAVA, "-jar", path("orchestrator/target/quarkus-app/quarkus-run.jar"));
  }

  /** An agent only moves bytes: a small heap and a quick start serve it best. */
  List<String> agent() {
    return List.of(
        JAVA,
        "-Xmx192m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-jar",
        path("gpu-worker/agent/target/quarkus-app/quarkus-run.jar"));
  }

  /** A run's work is native: the plain collector and the first compiler leave the core to it. */
  List<String> trainer() {
    String target = path("gpu-worker/trainer/target");
    return List.of(
        JAVA,
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        target + "/trainer-0.1.0.jar:" + target + "/lib/*",
        "dev.hypersweep.trainer.Trainer");
  }

  /** The trainer says what it is and has, and ends. */
  List<String> describe() {
    List<String> command = new ArrayList<>(trainer());
    command.addAll(List.of("describe", "--threads", "1"));
    return command;
  }

  private String path(String below) {
    return root.resolve(below).toString();
  }
}
