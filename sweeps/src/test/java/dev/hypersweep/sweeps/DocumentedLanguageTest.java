package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.sweeps.reading.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/sweeps.md} shows every field, and what it shows can be submitted. */
class DocumentedLanguageTest {

  private static String document() throws IOException {
    return Files.readString(Path.of("..", "docs", "sweeps.md"));
  }

  static List<String> examples() throws IOException {
    return Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
        .matcher(document())
        .results()
        .map((MatchResult example) -> example.group(1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsAWholeDefinition(String example) {
    SweepDefinition read = SweepDefinitions.read(example, Map.of(), DocumentedLanguageTest::named);
    assertThat(Trials.of(read)).isNotEmpty();
  }

  /** The example that a file name means. */
  private static Optional<String> named(String file) {
    String start = "name: " + file.replace(".yaml", "") + "\n";
    try {
      return examples().stream().filter(one -> one.startsWith(start)).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyFieldIsShown() throws IOException {
    List<String> fields =
        Stream.of(
                Fields.SWEEP,
                Fields.VARIANT,
                Fields.PARAMETER,
                Fields.OBJECTIVE,
                Fields.SAMPLER,
                Fields.PRUNER,
                Fields.BUDGET,
                Fields.RESOURCES)
            .flatMap(List::stream)
            .distinct()
            .toList();
    String document = document();
    assertThat(fields).allMatch(field -> document.contains("`" + field));
  }
}
