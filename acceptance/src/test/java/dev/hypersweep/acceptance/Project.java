package dev.hypersweep.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the parts under test lie. */
final class Project {

  static final Path ROOT =
      Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();

  private Project() {}

  static List<String> orchestrator() {
    return List.of(
        java(), "-jar", ROOT.resolve("orchestrator/target/quarkus-app/quarkus-run.jar").toString());
  }

  static List<String> agent() {
    return List.of(
        java(),
        "-jar",
        ROOT.resolve("gpu-worker/agent/target/quarkus-app/quarkus-run.jar").toString());
  }

  static List<String> trainer() {
    Path target = ROOT.resolve("gpu-worker/trainer/target");
    return List.of(
        java(),
        "-Xmx1g",
        "-cp",
        target.resolve("trainer-0.1.0.jar") + ":" + target.resolve("lib") + "/*",
        "dev.hypersweep.trainer.Trainer");
  }

  static String launcher() {
    return ROOT.resolve("hypersweep").toString();
  }

  static Path chromium() {
    return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .stream()
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
