package dev.hypersweep.sweeps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PairedPrunersTest {

  @TempDir private Path folder;

  @Test
  void trialsBeginInTheOrderInWhichTheOtherLibraryDrewThem() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "lr,e1,e2\n1,0.9,0.7\n2,0.8,0.5\n");
    Files.writeString(
        folder.resolve("pruners.csv"),
        """
        problem,sampler,pruner,workers,seed,budget,regret_at_10,regret_at_20,regret_at_budget
        t,random,none,1,0,40,0.2,0.2,0.2
        """);
    Path draws = folder.resolve("draws.jsonl");
    String points =
        String.join(",", Collections.nCopies(15, "{\"lr\":1}"))
            + String.join("", Collections.nCopies(30, ",{\"lr\":2}"));
    Files.writeString(draws, "{\"table\":\"t\",\"seed\":0,\"points\":[" + points + "]}\n");

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BenchCommand bench = new BenchCommand(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    int status =
        new CommandLine(bench)
            .execute(
                "pruners --json --table t --pruner none --seeds 1 --functions %s --draws %s"
                    .formatted(folder, draws)
                    .split(" "));

    String[] lines = bytes.toString(StandardCharsets.UTF_8).split("\n");
    assertThat(status).isZero();
    assertThat(lines).hasSize(3);
    double[] regrets = new double[3];
    for (int i = 0; i < 3; i++) {
      JsonNode line = new ObjectMapper().readTree(lines[i]);
      assertThat(line.get("paired").booleanValue()).isTrue();
      regrets[i] = line.get("figure").doubleValue();
    }
    // The better point is the sixteenth.
    assertThat(regrets).containsExactly(new double[] {0.2, 0, 0}, within(1e-12));
  }

  @Test
  void drawsThatAreNoneAreToldWithTheirLine() throws IOException {
    Path draws = folder.resolve("draws.jsonl");
    Files.writeString(
        draws, "{\"table\":\"t\",\"seed\":0,\"points\":[{\"lr\":1}]}\n{\"seed\":1}\n");
    assertThatThrownBy(() -> new DrawnPoints(draws))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void pairsTellWhatTheSpreadOverSeedsHides() {
    double[] theirs = {1, 5, 9, 13, 17};
    double[] mine = {1.1, 5.2, 9.3, 13.4, 17.5};
    assertThat(Verdict.of(mine, theirs, false, 1).word()).isEqualTo("no worse");
    // All five signs alike: 1 / 32.
    assertThat(Verdict.paired(mine, theirs, 1).worse()).isCloseTo(1 / 32.0, within(1e-12));
    assertThat(Verdict.paired(mine, theirs, 1).word()).isEqualTo("worse");
    assertThat(Verdict.paired(theirs, mine, 1).word()).isEqualTo("better");
    assertThat(Verdict.paired(mine, mine, 1).word()).isEqualTo("no worse");
    double[] four = {1.1, 5.2, 9.3, 13.4};
    assertThat(Verdict.paired(four, theirs, 1).worse()).isCloseTo(1 / 16.0, within(1e-12));
    assertThat(Verdict.paired(four, theirs, 1).word()).isEqualTo("no worse");
    assertThatThrownBy(() -> Verdict.paired(theirs, four, 1)).hasMessageContaining("--seeds");
  }
}
