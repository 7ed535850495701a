package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.hypersweep.source.DefinitionError;
import dev.hypersweep.source.InvalidDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of strangers end in an answer, soon, and in no other exception. */
class HostileTextTest {

  private static String bomb() {
    String doubled =
        IntStream.range(1, 40)
            .mapToObj(i -> "a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n")
            .collect(Collectors.joining());
    return "a0: &a0 [1, 1]\n" + doubled;
  }

  /** No single list is long, but each contains the one before it. */
  private static String chain() {
    String links =
        IntStream.range(1, 50_000)
            .mapToObj(i -> ", &a" + i + " [*a" + (i - 1) + "]")
            .collect(Collectors.joining());
    return "a: [&a0 [1]" + links + "]\n";
  }

  /** Groups in groups, deeper than anybody could write them. */
  private static String nested(String field, String inside) {
    String inner = field.equals("extends") ? "extends" : "g";
    String links =
        IntStream.range(1, 600)
            .mapToObj(i -> "  g" + i + ": &a" + i + " {" + inner + ": *a" + (i - 1) + "}\n")
            .collect(Collectors.joining());
    return field + ":\n  g0: &a0 {" + inside + "}\n" + links + "  extends: *a599\n";
  }

  static Stream<Arguments> texts() {
    String base = Sweep.BASE;
    return Stream.of(
        Arguments.of("", "empty", 1, 1),
        Arguments.of(" \n# only a comment\n", "empty", 1, 1),
        Arguments.of("---\n...\n", "empty", 2, 1),
        Arguments.of("just words", "a mapping of fields", 1, 1),
        Arguments.of("[1, 2]", "a mapping of fields", 1, 1),
        Arguments.of("name: x\n---\nname: y\n", "second document", 2, 1),
        Arguments.of("name: x\n\tseeds: 3\n", "TAB", 2, 1),
        Arguments.of("name: [x\nseeds: 3\n", "not readable", 2, 6),
        Arguments.of("name: x\nseeds: [1,\n 2\n", "begins in line 2, column 8", 4, 1),
        Arguments.of("name: x\nvariants [moe]\nseeds: 3\n", "begins in line 2, column 1", 3, 1),
        Arguments.of("{\"name\": \"x\",\n \"seeds\": }}", "not readable", 2, 12),
        Arguments.of("{\"name\": \"x", "not readable", 1, 12),
        Arguments.of("name: x\nseeds: \u0007", "U+0007", 2, 8),
        Arguments.of("name: \"a\\0b\"", "a control character", 1, 7),
        Arguments.of("name: \"a\\e[31mred\"", "a control character", 1, 7),
        Arguments.of("name: \"a\\u009b31mred\"", "a control character", 1, 7),
        Arguments.of(base + "description: \"two\\nlines\"\npriority: high", "not a number", 6, 11),
        Arguments.of("name: \"\\ud800\"", "half a character", 1, 7),
        Arguments.of("name: \ud800", "not readable", 1, 8),
        Arguments.of("name: *gone", "refers to nothing", 1, 7),
        Arguments.of("name: &a [*a]", "refers to nothing", 1, 11),
        Arguments.of("name: !!java.net.URL [x]", "tags such as", 1, 7),
        Arguments.of("name: !x y", "tags such as", 1, 7),
        Arguments.of("<<: {name: x}", "<< is not part", 1, 1),
        Arguments.of("? [a]\n: b", "the name of a field", 1, 3),
        Arguments.of(bomb(), "aliases expand", 16, 1),
        Arguments.of("[".repeat(200_000), "nested more than 50", 1, 52),
        Arguments.of("{\"a\":".repeat(100_000), "nested more than 50", 1, 252),
        Arguments.of("- ".repeat(100_000), "nested more than 50", 1, 103),
        Arguments.of("x: " + "y".repeat(1 << 20), "more than 1048576 bytes", 1, 1),
        Arguments.of("x: " + "\u00e9".repeat(600_000), "more than 1048576 bytes", 1, 1),
        Arguments.of(base + "description: " + "y".repeat(70_000), "65536 bytes", 5, 14));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isRefusedWithItsPlace(String text, String message, int line, int column) {
    List<DefinitionError> errors =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Sweep.errors(text));
    DefinitionError error = errors.get(0);
    assertThat(error.message()).contains(message);
    assertThat(error.line() + ":" + error.column()).isEqualTo(line + ":" + column);
    assertThat(error.fix()).isNotBlank();
  }

  static Stream<String> big() {
    String wrong =
        IntStream.range(0, 60_000).mapToObj(i -> "f" + i + ": 1\n").collect(Collectors.joining());
    return Stream.of(
        wrong,
        "constants:\n" + wrong.replace("f", "  stepp"),
        "datasets: [" + "glue/cloa, ".repeat(90_000) + "]",
        "variants: [" + "hypermeo, ".repeat(90_000) + "]",
        "seeds: [" + "1, ".repeat(300_000) + "]",
        "\"".repeat(500_000),
        "? ".repeat(300_000),
        "a: ".repeat(300_000),
        "#".repeat(1_000_000),
        "a:\n" + " ".repeat(1_000_000),
        "a: |\n" + " x\n".repeat(20_000),
        "\n".repeat(1_000_000),
        chain(),
        nested("constants", "steps: 1"),
        nested("parameters", "steps: {type: int, low: 1, high: 2}"),
        nested("extends", "extends: {name: x}"),
        Sweep.BASE + "constraints: [\"" + "(".repeat(60_000) + "\"]",
        Sweep.BASE + "constraints: [\"" + "-".repeat(900) + "1 == 1\"]",
        Sweep.BASE + "constraints: [\"" + "1 + ".repeat(240) + "1 == 1\"]");
  }

  @ParameterizedTest
  @MethodSource("big")
  void megabytesAreRefusedSoonWithAShortAnswer(String text) {
    List<DefinitionError> errors =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Sweep.errors(text));
    assertThat(errors).hasSizeBetween(1, 100);
    assertThat(errors.toString()).hasSizeLessThan(100_000);
  }

  @Test
  void randomMutationsEndInADefinitionOrInItsErrors() {
    Random random = new Random(20);
    long slowest = 0;
    int refused = 0;
    for (int i = 0; i < 10_000; i++) {
      String text = Mutation.of(FULL, random);
      long start = System.nanoTime();
      try {
        SweepDefinition definition = SweepDefinitions.read(text);
        assertThat(definition.hash()).hasSize(64);
      } catch (InvalidDefinition e) {
        refused++;
        assertThat(e.errors()).isNotEmpty();
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("mutation " + i + ":\n" + text, e);
      }
      slowest = Math.max(slowest, System.nanoTime() - start);
    }
    assertThat(refused).isBetween(1_000, 9_990);
    assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(10));
  }

  /** A definition that uses the whole language. */
  static final String FULL =
      """
      name: bottleneck # which width?
      description: "How wide must a HyperExpert be?"
      team: moe
      priority: 3
      variants: [moe, hypermoe, {name: wide, extends: hypermoe, experts: 16, bottleneck: 64}]
      datasets: [wordnet, glue/rte]
      seeds: [0, 1, 5]
      parameters:
        learning_rate: {type: float, low: 1e-4, high: 3e-3, log: true}
        batch: {type: int, low: 16, high: 64, step: 16}
        dropout: {type: float, low: 0, high: 0.5, step: 0.1, when: {batch: [16, 32]}}
        heads: {type: ordinal, choices: [1, 2, 4, 6], when: "batch < 64 and variant != 'moe'"}
        bottleneck: {type: categorical, choices: [4, 16], when: {variant: [hypermoe]}}
        schedule: {type: categorical, choices: [linear, cosine]}
      constants: {steps: 400, hidden: 64, clip: 1}
      constraints:
        - hidden % heads == 0
        - "not (schedule == 'cosine' and dropout > 0.3) or batch * 2 >= 64"
      objective: {metric: accuracy, goal: maximize, aggregate: mean}
      sampler: {name: random, seed: 7}
      pruner: {name: none}
      budget: {trials: 10, runs: 400, gpu_hours: 2, until: 2030-01-31T18:00:00+01:00}
      resources: {device: cpu, threads: 1, memory: 2GiB}
      """;
}
