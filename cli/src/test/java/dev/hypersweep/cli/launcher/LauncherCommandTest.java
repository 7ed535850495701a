package dev.hypersweep.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.cli.launcher.LauncherSandbox.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherCommandTest {

  @TempDir Path folder;
  private LauncherSandbox sandbox;

  @BeforeEach
  void machine() throws Exception {
    sandbox = new LauncherSandbox(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "train, dev.hypersweep.trainer.Trainer",
    "data, dev.hypersweep.trainer.Trainer",
    "parity, dev.hypersweep.trainer.Trainer",
    "bench train, dev.hypersweep.trainer.Trainer",
    "bench load, dev.hypersweep.trainer.Trainer",
    "bench samplers, dev.hypersweep.sweeps.Main",
    "ask, dev.hypersweep.sweeps.Main",
    "simulate, dev.hypersweep.sweeps.Main",
    "bench dispatch, dev.hypersweep.cli.Main",
    "leaderboard, dev.hypersweep.cli.Main",
    "demo, dev.hypersweep.cli.Main",
    "nonsense, dev.hypersweep.cli.Main"
  })
  void eachCommandHasItsProgram(String command, String main) throws Exception {
    Answer answer = sandbox.run(command.split(" "));

    assertThat(answer.arguments()).contains(main);
    assertThat(answer.arguments()).endsWith(command.split(" "));
  }

  @Test
  void argumentsArriveAsTheyWereTyped() throws Exception {
    Answer answer = sandbox.run("plan", "a file with spaces.yaml", "", "*", "$HOME");

    assertThat(answer.arguments()).endsWith("plan", "a file with spaces.yaml", "", "*", "$HOME");
  }

  @Test
  void theProgramsExitStatusIsTheLaunchers() throws Exception {
    assertThat(sandbox.java("17.0.2", 2).run("sweeps").status()).isEqualTo(2);
  }

  @Test
  void itWorksThroughASymbolicLinkFromAnywhere() throws Exception {
    Path link =
        Files.createSymbolicLink(folder.resolve("bin/hs"), Path.of("../project/hypersweep"));

    Answer answer = LauncherSandbox.finish(sandbox.start(link, "sweeps"));

    assertThat(answer.status()).isZero();
    assertThat(answer.arguments()).contains("-Dhypersweep.root=" + sandbox.project().toRealPath());
  }

  @Test
  void askingForHelpBuildsNoOrchestrator() throws Exception {
    sandbox.run("demo", "--help");

    assertThat(sandbox.mavenCalls()).singleElement().asString().contains("-pl cli -am");
  }
}
