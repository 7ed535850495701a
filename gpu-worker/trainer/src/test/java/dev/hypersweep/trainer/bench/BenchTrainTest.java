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
