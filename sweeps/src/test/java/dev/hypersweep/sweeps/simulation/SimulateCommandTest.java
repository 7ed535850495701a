package dev.hypersweep.sweeps.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulateCommandTest {

  private static final String DEFINITION =
      """
      parameters:
        lr: {type: float, low: 1e-4, high: 1e-1, log: true}
        width: {type: int, low: 1, high: 64}
      sampler: {name: random, seed: 3}
      budget: {trials: 30}
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream answers = new ByteArrayOutputStream();

  private int simulate(String file, String text, String... options) throws IOException {
    Path path = Files.writeString(folder.resolve(file), text);
    String[] all = new String[options.length + 1];
    all[0] = path.toString();
    System.arraycopy(options, 0, all, 1, options.length);
    PrintStream out = new PrintStream(answers, true, StandardCharsets.UTF_8);
    return new CommandLine(new SimulateCommand(out)).execute(all);
  }

  private String said() {
    return answers.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aDefinitionIsRunWithItsOwnBudgetUnderEachPruner() throws IOException {
    assertThat(simulate("s.yaml", DEFINITION, "--pruner", "none", "--pruner", "asha", "--json"))
        .isZero();
    String[] lines = said().strip().split("\n");
    assertThat(lines).hasSize(2);
    JsonNode none = new ObjectMapper().readTree(lines[0]);
    JsonNode asha = new ObjectMapper().readTree(lines[1]);
    assertThat(none.get("completed").intValue()).isEqualTo(30);
    assertThat(none.get("seed").longValue()).isEqualTo(3);
    assertThat(asha.get("trials").intValue()).isEqualTo(30);
    assertThat(asha.get("worker_hours").doubleValue())
        .isLessThan(none.get("worker_hours").doubleValue() / 2);
    assertThat(asha.get("trace").get(0).has("loss")).isTrue();
    assertThat(asha.get("params").has("lr")).isTrue();
  }

  @Test
  void storedCurvesAreATableForPeople() throws IOException {
    assertThat(simulate("c.csv", "x,e1,e2,e3\n1,3,2,1\n2,4,3,2\n3,5,4,3\n", "--workers", "2"))
        .isZero();
    assertThat(said()).contains("asha-promotion").contains("lowest loss of all stored trials: 1.0");
  }

  @Test
  void aDefinitionMayHaveStoredCurves() throws IOException {
    Path curves = Files.writeString(folder.resolve("c.csv"), "lr,e1,e2\n0.1,3,2\n0.2,4,1\n");
    assertThat(
            simulate(
                "s.yaml", DEFINITION, "--curves", curves.toString(), "--pruner", "none", "--json"))
        .isZero();
    assertThat(new ObjectMapper().readTree(said()).get("best").doubleValue()).isEqualTo(1);
  }

  @Test
  void whatIsWrongIsStatusOneAndNothingIsAnswered() throws IOException {
    assertThat(simulate("s.yaml", DEFINITION, "--pruner", "nobody")).isEqualTo(1);
    assertThat(simulate("s.yaml", "parameters: 3")).isEqualTo(1);
    assertThat(simulate("c.csv", "a,b\n1,2\n")).isEqualTo(1);
    assertThat(simulate("c.json", "{\"trials\": [")).isEqualTo(1);
    assertThat(simulate("s.yaml", DEFINITION, "--workers", "0")).isEqualTo(1);
    assertThat(simulate("s.yaml", DEFINITION, "--hours", "-1")).isEqualTo(1);
    assertThat(said()).isEmpty();
  }
}
