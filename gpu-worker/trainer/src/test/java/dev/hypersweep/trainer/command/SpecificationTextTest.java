package dev.hypersweep.trainer.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.trainer.train.InvalidSetting;
import dev.hypersweep.trainer.train.SettingValues;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecificationTextTest {

  private static final String REST = "\"dataset\":\"trec\",\"variant\":\"moe\",";

  private static RunSpecification read(String text) throws Exception {
    return SpecificationText.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"steps\":5 | steps: there is no such field | settings\": {\"steps\"",
        "\"sed\":5 | sed: there is no such field | known here are dataset, datasetHash, resources",
        "\"seed\":\"x\" | seed: \"x\" | not a whole number",
        "\"settings\":[] | settings: [] | not an object",
        "\"resources\":7 | resources: 7 | not an object",
        "\"resources\":{\"cores\":1} | resources.cores: there is no such field | device",
        "\"dataset\":[] | dataset: [] | in quotes",
        "\"seed\":1 \"a\" | SPEC: line 1, column | is no JSON"
      })
  void whatCannotBeReadIsOneLineWithPlaceValueAndFix(String more, String begin, String holds) {
    assertThatThrownBy(() -> read("{" + REST + more + "}"))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith(begin)
        .hasMessageContaining(holds)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"name: demo", "[1]", "{}", "{\"dataset\":\"trec\"}", "''"})
  void whatIsNoSpecificationSaysWhereOneIsShown(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("./hypersweep train --help");
  }

  @Test
  void theExamplesOfTheDocumentAreSpecifications() throws Exception {
    String document = Files.readString(Path.of("..", "..", "docs", "train-spec.md"));
    Matcher examples = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(document);
    int count = 0;
    for (; examples.find(); count++) {
      RunSpecification given = read(examples.group(1));
      assertThat(SettingValues.of(given.variant(), given.settings()).all()).isNotEmpty();
    }
    assertThat(count).isEqualTo(2);
  }

  @Test
  void theExampleOfTheHelpIsASpecification() throws Exception {
    String example = TrainHelp.usage().lines().filter(l -> l.startsWith("  {")).toList().get(0);

    assertThat(read(example).settings()).containsEntry("steps", 100);
  }
}
