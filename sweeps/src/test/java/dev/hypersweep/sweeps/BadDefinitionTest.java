package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.source.DefinitionError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Bad input gets one error that names the place, the field and the fix. The cases stand in {@code
 * bad-fields.txt} and {@code bad-texts.txt}; a line break in a text is written as {@code \n}.
 */
class BadDefinitionTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "/bad-fields.txt",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void fieldIsRefused(String text, int line, int column, String field, String message, String fix) {
    refused(Sweep.BASE + text.translateEscapes() + "\n", line, column, field, message, fix);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/bad-texts.txt",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void textIsRefused(String text, int line, int column, String field, String message, String fix) {
    refused(text.translateEscapes(), line, column, field, message, fix);
  }

  private static void refused(
      String text, int line, int column, String field, String message, String fix) {
    List<DefinitionError> errors = Sweep.errors(text);
    assertThat(errors).as(text).hasSize(1);
    DefinitionError error = errors.get(0);
    assertThat(error.field()).isEqualTo(field);
    assertThat(error.message()).contains(message);
    assertThat(error.fix()).contains(fix);
    assertThat(error.line() + ":" + error.column()).isEqualTo(line + ":" + column);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceInTextOrder() {
    List<DefinitionError> errors =
        Sweep.errors(
            """
            name: 5
            variants: [dense, hypermeo]
            datasets: [glue/cloa]
            seeds: none
            constants: {experts: 1}
            colour: red
            """);
    assertThat(errors)
        .extracting(DefinitionError::field)
        .containsExactly(
            "name", "variants[1]", "datasets[0]", "seeds", "constants.experts", "colour");
    assertThat(errors).extracting(DefinitionError::line).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void theValueIsQuoted() {
    DefinitionError error = Sweep.errors(Sweep.BASE + "constants: {steps: many}").get(0);
    assertThat(error.value()).isEqualTo("many");
  }
}
