package dev.hypersweep.cli.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtendedTest {

  @TempDir Path folder;

  private Definition read(String name) throws IOException {
    return Definition.read(folder.resolve(name).toString());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theFileComesToTheEndAndNoLineMoves() throws IOException {
    write("base.yaml", "---\nseeds: 2\nconstants:\n  steps: 3\n");
    write("mine.yaml", "name: x\nextends: base.yaml # as before\nseeds: 3\n");
    assertThat(new String(read("mine.yaml").bytes(), StandardCharsets.UTF_8))
        .isEqualTo("name: x\n#\nseeds: 3\nextends:\n  #\n  seeds: 2\n  constants:\n    steps: 3\n");
  }

  @Test
  void aMistakeInAnotherFileIsPlacedThere() throws IOException {
    write("first.yaml", "name: a\nseeds: many\n");
    write("second.yaml", "extends: 'first'\nname: b\n");
    write("mine.yaml", "name: x\nextends: second.yaml\n");
    Definition definition = read("mine.yaml");
    String[] lines = new String(definition.bytes(), StandardCharsets.UTF_8).split("\n");
    assertThat(lines[7]).isEqualTo("    seeds: many");
    Problem problem =
        Problem.of(
                422,
                "{\"title\":\"x\",\"errors\":[{\"line\":8,\"column\":12,\"message\":\"m\"},"
                    + "{\"line\":5,\"column\":9,\"message\":\"m\"},"
                    + "{\"line\":1,\"column\":7,\"message\":\"m\"}]}")
            .of(definition.parts());
    assertThat(problem.lines("mine.yaml"))
        .containsExactly(
            folder.resolve("first.yaml") + ":2:8: m",
            folder.resolve("second.yaml") + ":2:7: m",
            "mine.yaml:1:7: m");
  }

  @Test
  void missingFilesAndCirclesAreRefusedWithTheirLine() throws IOException {
    write("a.yaml", "name: a\nextends: b.yaml\n");
    assertThatThrownBy(() -> read("a.yaml"))
        .hasMessageContaining("a.yaml:2:10: extends: there is no");
    write("b.yaml", "extends: a.yaml\n");
    assertThatThrownBy(() -> read("a.yaml")).hasMessageContaining("b.yaml:1:10: extends: a.yaml");
  }

  @Test
  void whatIsNoFileIsLeftToTheServer() throws IOException {
    String text = "name: a\nextends: last-week\n";
    write("a.yaml", text);
    assertThat(new String(read("a.yaml").bytes(), StandardCharsets.UTF_8)).isEqualTo(text);
  }
}
