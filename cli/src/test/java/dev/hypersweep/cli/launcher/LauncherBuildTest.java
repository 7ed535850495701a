package dev.hypersweep.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hypersweep.cli.launcher.LauncherSandbox.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherBuildTest {

  @TempDir Path folder;
  private LauncherSandbox sandbox;

  @BeforeEach
  void machine() throws Exception {
    sandbox = new LauncherSandbox(folder);
  }

  @Test
  void unchangedSourcesAreBuiltOnce() throws Exception {
    sandbox.run("sweeps");
    sandbox.run("workers");

    assertThat(sandbox.mavenCalls()).hasSize(1);
  }

  @Test
  void aChangedSourceIsBuiltAgain() throws Exception {
    sandbox.run("sweeps");
    Files.writeString(sandbox.project().resolve("cli/Changed.java"), "class Changed {}");
    sandbox.run("sweeps");

    assertThat(sandbox.mavenCalls()).hasSize(2);
  }

  @Test
  void aChangeElsewhereIsNoReasonToBuild() throws Exception {
    sandbox.run("sweeps");
    Files.writeString(sandbox.project().resolve("orchestrator/Changed.java"), "class Changed {}");
    Files.createDirectories(sandbox.project().resolve("cli/src/test"));
    Files.writeString(sandbox.project().resolve("cli/src/test/ChangedTest.java"), "class T {}");
    sandbox.run("sweeps");

    assertThat(sandbox.mavenCalls()).hasSize(1);
  }

  @Test
  void whatWasBuiltForEverythingServesEachCommand() throws Exception {
    sandbox.run("up");
    sandbox.run("sweeps");
    sandbox.run("train", "spec.json");
    sandbox.run("ask");

    assertThat(sandbox.mavenCalls()).hasSize(1);
  }

  @Test
  void aProductThatWasCleanedIsBuiltAgain() throws Exception {
    sandbox.run("sweeps");
    Files.delete(sandbox.project().resolve("cli/target/cli-0.1.0.jar"));
    sandbox.run("sweeps");

    assertThat(sandbox.mavenCalls()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "sweeps, -pl cli -am",
    "train, -pl gpu-worker/trainer -am",
    "simulate, -pl sweeps -am",
    "demo, '-pl orchestrator,gpu-worker/agent,gpu-worker/trainer,sweeps,cli -am'"
  })
  void aCommandBuildsWhatItNeeds(String command, String modules) throws Exception {
    sandbox.run(command);

    assertThat(sandbox.mavenCalls()).singleElement().asString().contains(modules);
  }

  @Test
  void buildingSpeaksOnStandardErrorOnly() throws Exception {
    Answer answer = sandbox.run("sweeps");

    assertThat(answer.err()).contains("building").contains("cli 0.1.0 [3/3]");
    assertThat(answer.out()).doesNotContain("Building");
  }

  @Test
  void aBuildThatFailsShowsItsEndAndWhereItsLogIs() throws Exception {
    sandbox.maven("echo '[ERROR] Main.java:[3,5] cannot find symbol'; exit 1");

    Answer answer = sandbox.run("sweeps");

    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .contains("cannot find symbol")
        .contains(sandbox.project().resolve("target/hypersweep/build.log").toString());
    sandbox.run("sweeps");
    assertThat(sandbox.mavenCalls()).as("a failed build is no build").hasSize(2);
  }

  @Test
  void sigtermEndsTheBuildAndAllThatItStarted() throws Exception {
    Path pids = folder.resolve("pids");
    sandbox.maven("bash -c 'echo $$ $PPID >" + pids + "; sleep 60; :'");
    Process launcher = sandbox.start(sandbox.project().resolve("hypersweep"), "sweeps");
    Waiting.until(() -> Files.exists(pids) && pids.toFile().length() > 0);
    List<ProcessHandle> building =
        Stream.of(Files.readString(pids).strip().split(" "))
            .map(Long::valueOf)
            .flatMap(pid -> ProcessHandle.of(pid).stream())
            .toList();

    launcher.toHandle().destroy();

    assertThat(LauncherSandbox.finish(launcher).status()).isEqualTo(143);
    assertThat(building).hasSize(2).noneMatch(ProcessHandle::isAlive);
    assertThat(sandbox.maven("").run("sweeps").err()).doesNotContain("another build");
  }

  @Test
  void aBuildThatAsksTheTerminalIsNotStoppedForIt() throws Exception {
    Path script = Path.of("/usr/bin/script");
    assumeTrue(Files.isExecutable(script), "script of util-linux gives a terminal");
    sandbox.maven("cat </dev/tty || true");
    Process terminal =
        sandbox.start(
            script, "-qec", sandbox.project().resolve("hypersweep") + " sweeps", "/dev/null");
    try {
      Path product = sandbox.project().resolve("cli/target/cli-0.1.0.jar");
      Waiting.until(() -> Files.exists(product));
    } finally {
      terminal.descendants().forEach(ProcessHandle::destroyForcibly);
      terminal.destroyForcibly();
    }
  }

  @Test
  void modulesAreNamedAsTheyAreReached() throws Exception {
    String module = "echo '[INFO] Building HyperSweep :: protocol 0.1.0             [2/11]'";
    sandbox.maven(module + "; until [ -e " + folder + "/go ]; do sleep 0.05; done");

    Process launcher = sandbox.start(sandbox.project().resolve("hypersweep"), "sweeps");
    BufferedReader says = launcher.errorReader();

    assertThat(says.readLine()).contains("building");
    Waiting.until(() -> readable(says));
    assertThat(says.readLine()).isEqualTo("hypersweep: protocol 0.1.0 [2/11]");
    Files.writeString(folder.resolve("go"), "");
    assertThat(LauncherSandbox.finish(launcher).status()).isZero();
  }

  @Test
  void twoLaunchersAtOnceBuildOnce() throws Exception {
    Path first = folder.resolve("first-builds");
    sandbox.maven("echo yes >" + first + "; until [ -e " + folder + "/go ]; do sleep 0.05; done");
    Path launcher = sandbox.project().resolve("hypersweep");

    Process one = sandbox.start(launcher, "sweeps");
    Waiting.until(() -> Files.exists(first));
    Process two = sandbox.start(launcher, "workers");
    String says = two.errorReader().readLine();
    Files.writeString(folder.resolve("go"), "");

    assertThat(says).contains("another build is under way");
    assertThat(LauncherSandbox.finish(one).status()).isZero();
    assertThat(two.waitFor()).isZero();
    assertThat(sandbox.mavenCalls()).hasSize(1);
  }

  private static boolean readable(BufferedReader reader) {
    try {
      return reader.ready();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
