package dev.hypersweep.cli.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A project of empty modules and a machine on which only the tools exist that a test puts there.
 */
final class LauncherSandbox {

  private static final List<String> SYSTEM_TOOLS =
      List.of(
          "bash",
          "cat",
          "cut",
          "dirname",
          "env",
          "find",
          "flock",
          "id",
          "mkdir",
          "readlink",
          "sed",
          "sha256sum",
          "sleep",
          "sort",
          "tail",
          "tee");

  private static final String JAVA =
      """
      #!/bin/bash
      if [ "$1" = -version ]; then echo 'openjdk version "%s" 2024-01-01' >&2; exit; fi
      printf '%%s\\n' "$@"
      exit %d
      """;

  private static final String MAVEN =
      """
      #!/bin/bash
      echo "$@" >>mvn.calls
      %s
      for each in cli/target/cli sweeps/target/sweeps gpu-worker/trainer/target/trainer; do
        mkdir -p "${each%%/*}"
        echo jar >"$each-0.1.0.jar"
      done
      mkdir -p orchestrator/target/quarkus-app sweeps/target/classes/dev/hypersweep/sweeps
      echo class >sweeps/target/classes/dev/hypersweep/sweeps/Main.class
      echo jar >orchestrator/target/quarkus-app/quarkus-run.jar
      echo '[INFO] Building HyperSweep :: cli 0.1.0                     [3/3]'
      """;

  record Answer(int status, String out, String err) {

    List<String> arguments() {
      return out.lines().toList();
    }
  }

  private final Path bin;
  private final Path project;

  /** Everything is there: Java 17, Maven, Node 20. */
  LauncherSandbox(Path folder) throws IOException {
    bin = Files.createDirectories(folder.resolve("bin"));
    project = Files.createDirectories(folder.resolve("project"));
    for (String tool : SYSTEM_TOOLS) {
      Files.createSymbolicLink(bin.resolve(tool), systemTool(tool));
    }
    Files.copy(Path.of("..", "hypersweep"), project.resolve("hypersweep"));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    for (String module :
        "protocol source catalogue statistics sweeps migrations web-ui orchestrator gpu-worker/trainer cli"
            .split(" ")) {
      Files.createDirectories(project.resolve(module));
      Files.writeString(project.resolve(module).resolve("pom.xml"), module);
    }
    java("17.0.2", 0);
    script("javac", "#!/bin/bash\n");
    maven("");
    node("v20.20.2");
    script("npm", "#!/bin/bash\n");
  }

  Path project() {
    return project;
  }

  LauncherSandbox java(String version, int exitStatus) {
    return script("java", JAVA.formatted(version, exitStatus));
  }

  LauncherSandbox node(String version) {
    return script("node", "#!/bin/bash\necho " + version + "\n");
  }

  /** A Maven that runs these lines before it puts the jars where they belong. */
  LauncherSandbox maven(String lines) {
    return script("mvn", MAVEN.formatted(lines));
  }

  LauncherSandbox without(String tool) {
    try {
      Files.delete(bin.resolve(tool));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Maven was asked, one line per call. */
  List<String> mavenCalls() throws IOException {
    Path calls = project.resolve("mvn.calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  Answer run(String... arguments) throws Exception {
    return finish(start(project.resolve("hypersweep"), arguments));
  }

  Process start(Path launcher, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(bin.toFile());
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", bin.toString()));
    return builder.start();
  }

  static Answer finish(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the launcher hangs: " + err);
    }
    return new Answer(process.exitValue(), out, err);
  }

  private LauncherSandbox script(String name, String text) {
    try {
      Path file = bin.resolve(name);
      Files.writeString(file, text);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path systemTool(String tool) {
    Path usr = Path.of("/usr/bin", tool);
    return Files.exists(usr) ? usr : Path.of("/bin", tool);
  }
}
