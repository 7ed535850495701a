package dev.hypersweep.trainer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"train", "data", "parity", "bench train", "bench load", "bench language-model"})
  void aCommandExplainsItselfAndNoOther(String command) throws Exception {
    try (TrainerProcess trainer = TrainerProcess.start((command + " --help").split(" "))) {
      assertThat(trainer.line()).startsWith("usage: ./hypersweep " + command + " ");
      for (String line = trainer.line(); line != null; line = trainer.line()) {
        assertThat(line).doesNotStartWith("usage:");
      }
      assertThat(trainer.status()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "parity, FOLDER is missing",
    "train, SPEC is missing",
    "bench load --rounds x, --rounds: x is not a whole number"
  })
  void wrongUsageSaysWhyAndWhereHelpIs(String arguments, String why) throws Exception {
    try (TrainerProcess trainer = TrainerProcess.withErrors(arguments.split(" "))) {
      assertThat(trainer.line()).startsWith(why);
      assertThat(trainer.line())
          .isEqualTo(
              "`./hypersweep "
                  + Usage.of(List.of(arguments.split(" "))).command()
                  + " --help` explains it.");
      assertThat(trainer.line()).isNull();
      assertThat(trainer.status()).isEqualTo(2);
    }
  }

  @Test
  void aDatasetThatIsNotThereIsOneLine() throws Exception {
    try (TrainerProcess trainer =
        TrainerProcess.withErrors("bench", "load", "--dataset", "nowhere/to-be-found")) {
      assertThat(trainer.line()).startsWith("dataset: there is none called nowhere/to-be-found");
      assertThat(trainer.line()).isNull();
      assertThat(trainer.status()).isEqualTo(1);
    }
  }
}
