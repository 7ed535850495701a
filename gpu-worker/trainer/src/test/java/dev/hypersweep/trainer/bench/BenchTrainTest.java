package dev.hypersweep.trainer.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTrainTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void withoutPythonOurSideIsTimedAndTheTableSaysWhatIsMissing() throws IOException {
    String table = run("--python", "no-such-python");
    assertThat(table).contains("no-such-python", "--python PATH");
    assertThat(table).containsPattern("hypersweep hypermoe +[0-9.]+ .* [0-9.]+ \\(");
    assertThat(table).doesNotContain("pytorch dense");
  }

  @Test
  void jsonLinesNameVariantFigureAndUnit() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : run("--json", "--python", "no-such-python").lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.path("peer").asText()).isEqualTo("hypersweep");
              assertThat(line.path("figure").asDouble()).isPositive();
              assertThat(line.path("unit").asText()).isNotEmpty();
            })
        .extracting(line -> line.path("mode").asText() + " " + line.path("view").asText())
        .contains("dense train", "dense infer", "moe train", "hypermoe infer");
  }

  @Test
  void growthStandsBesideWhatArithmeticPredicts() throws IOException {
    Growth growth =
        Growth.of("b", new int[] {2, 8}, b -> TinyWorkload.TINY.sparse(4, 1, b), Plan.QUICK);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TableReport(new PrintStream(bytes, true, StandardCharsets.UTF_8)).growth(growth);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .containsPattern("b 2 +[0-9,]+ +[0-9.]+ 1\\.00 \\(1\\.00-1\\.00\\)")
        .containsPattern("b 8 +[0-9,]+ ");
    assertThat(growth.rows().get(1).macsRatio()).isGreaterThan(1);
    assertThat(growth.rows().get(1).parameters()).isGreaterThan(growth.rows().get(0).parameters());
  }

  @Test
  void memoryStaysAsItIsFromStepToStep() throws IOException {
    List<Footprint> seen = Footprint.measure(TinyWorkload.TINY, 50, 250);
    assertThat(seen).extracting(Footprint::steps).containsExactly(50, 250);
    assertThat(seen.get(1).live()).isEqualTo(seen.get(0).live());
    assertThat((double) seen.get(1).resident()).isLessThan(1.1 * seen.get(0).resident());
  }

  /** Where this machine's Python has torch, both sides must compute the same. */
  @Test
  void pytorchComputesTheSameLosses() throws IOException {
    assumeTrue(Python.find("python3").missing() == null, "python3 has no torch");
    assertThat(run("--python", "python3")).contains("equal").doesNotContain("THEY DIFFER");
  }

  @Test
  void anUnknownArgumentIsRefused() {
    assertThatThrownBy(() -> BenchTrain.run(List.of("--roundz", "3"), System.err))
        .hasMessage("unknown argument --roundz");
  }

  private static String run(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("--quick"));
    all.addAll(List.of(arguments));
    all.addAll(WorkloadOptions.write(TinyWorkload.TINY));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    assertThat(BenchTrain.run(all, out)).isZero();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
