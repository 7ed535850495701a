package dev.hypersweep.sweeps.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.sweeps.ask.AskCommand;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Pruners behind the pipe. */
class AskedPrunerTest {

  @TempDir Path folder;

  private List<String> ask(String objective, String pruner, String... lines) throws IOException {
    Path space =
        Files.writeString(
            folder.resolve("space.yaml"),
            "parameters: {x: {type: float, low: 0, high: 1}}\n" + objective);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] in = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    PrintStream answers = new PrintStream(out, true, StandardCharsets.UTF_8);
    int status =
        new CommandLine(new AskCommand(new ByteArrayInputStream(in), answers, System.err))
            .execute("--space", space.toString(), "--pruner", pruner);
    assertThat(status).isZero();
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(one -> one.contains("prune"))
        .toList();
  }

  @Test
  void theBetterTrialGoesOnInTheDirectionOfTheObjective() throws IOException {
    String[] lines = {
      "{\"ask\":2}",
      "{\"report\":0,\"step\":1,\"value\":0.5}",
      "{\"report\":1,\"step\":1,\"value\":0.7}"
    };
    assertThat(ask("", "asha", lines)).containsExactly("{\"prune\":false}", "{\"prune\":true}");
    assertThat(ask("objective: {goal: maximize}\n", "asha", lines))
        .containsExactly("{\"prune\":false}", "{\"prune\":false}");
  }

  @Test
  void aRaceIsToldOfCellsAndOfTheWholeThatWasTold() throws IOException {
    assertThat(
            ask(
                "",
                "wilcoxon",
                "{\"ask\":2}",
                "{\"report\":0,\"step\":0,\"value\":1}",
                "{\"report\":0,\"step\":1,\"value\":1}",
                "{\"report\":0,\"step\":2,\"value\":1}",
                "{\"report\":0,\"step\":3,\"value\":1}",
                "{\"tell\":0,\"value\":1}",
                "{\"report\":1,\"step\":3,\"value\":2}",
                "{\"report\":1,\"step\":0,\"value\":3}",
                "{\"report\":1,\"step\":2,\"value\":4}",
                "{\"report\":1,\"step\":1,\"value\":5}",
                "{\"tell\":1,\"pruned\":true}"))
        .endsWith(
            "{\"prune\":false}", "{\"prune\":false}", "{\"prune\":false}", "{\"prune\":true}");
  }

  @Test
  void severalObjectivesAreReportedTogether() throws IOException {
    assertThat(
            ask(
                "objectives: [{goal: minimize}, {goal: maximize}]\n",
                "pareto",
                "{\"ask\":3}",
                "{\"report\":0,\"step\":1,\"values\":[1,1]}",
                "{\"report\":1,\"step\":1,\"values\":[2,2]}",
                "{\"report\":2,\"step\":1,\"values\":[3,0]}"))
        .containsExactly("{\"prune\":false}", "{\"prune\":false}", "{\"prune\":true}");
  }
}
