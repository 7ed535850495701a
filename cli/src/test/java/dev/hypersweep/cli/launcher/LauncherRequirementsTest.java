package dev.hypersweep.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.cli.launcher.LauncherSandbox.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherRequirementsTest {

  @TempDir Path folder;
  private LauncherSandbox sandbox;

  @BeforeEach
  void machine() throws Exception {
    sandbox = new LauncherSandbox(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "java, apt-get install openjdk-17-jdk-headless",
    "javac, apt-get install openjdk-17-jdk-headless",
    "mvn, apt-get install maven",
    "node, npm install -g node@20",
    "npm, apt-get install npm"
  })
  void aMissingToolIsNamedWithTheCommandThatInstallsIt(String tool, String command)
      throws Exception {
    Answer answer = sandbox.without(tool).run("demo");

    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains(command);
    assertThat(sandbox.mavenCalls()).isEmpty();
  }

  @Test
  void allMissingToolsAreNamedAtOnce() throws Exception {
    Answer answer = sandbox.without("mvn").without("node").without("npm").run("demo");

    assertThat(answer.err())
        .contains("apt-get install maven")
        .containsPattern("apt-get install npm && (sudo )?npm install -g node@20");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_392", "11.0.21", "16"})
  void aJavaThatIsTooOldIsNamedWithItsVersion(String version) throws Exception {
    Answer answer = sandbox.java(version, 0).run("sweeps");

    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.err()).contains("17 or newer").contains("version " + version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "17.0.15", "21.0.2", "25-ea"})
  void aNewerJavaIsTaken(String version) throws Exception {
    assertThat(sandbox.java(version, 0).run("sweeps").status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v18.20.4", "v20.9.0", "v6.0.0"})
  void aNodeThatIsTooOldIsNamedWithItsVersion(String version) throws Exception {
    Answer answer = sandbox.node(version).run("up");

    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.err()).contains("is version " + version.substring(1)).contains("node@20");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v20.19.0", "v22.1.0", "v24.0.0"})
  void aNewerNodeIsTaken(String version) throws Exception {
    assertThat(sandbox.node(version).run("up").status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sweeps", "train", "ask"})
  void noNodeIsNeededWhereNoPageIsBuilt(String command) throws Exception {
    assertThat(sandbox.without("node").without("npm").run(command).status()).isZero();
  }

  @Test
  void nothingButJavaIsNeededOnceEverythingIsBuilt() throws Exception {
    sandbox.run("up");

    Answer answer = sandbox.without("mvn").without("node").without("javac").run("up");

    assertThat(answer.status()).isZero();
    assertThat(answer.err()).isEmpty();
  }
}
