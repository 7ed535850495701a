package dev.hypersweep.trainer.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadOptionsTest {

  @Test
  void whatIsWrittenIsReadBack() {
    Arguments arguments = new Arguments(WorkloadOptions.write(TinyWorkload.TINY));
    assertThat(WorkloadOptions.read(arguments)).isEqualTo(TinyWorkload.TINY);
    arguments.refuseRest();
  }

  @Test
  void whatIsNotGivenIsAsInTheGoals() {
    assertThat(WorkloadOptions.read(new Arguments(List.of()))).isEqualTo(Workload.STANDARD);
  }

  @Test
  void aNumberThatDoesNotFitIsNamed() {
    refused("--heads: 3 does not divide --width 256", "--heads", "3");
    refused("--k: 8 must be less than --experts 8", "--k", "8");
    refused("--hid: x is not a whole number from 1 on", "--hid", "x");
    refused("--hid: 0 is not a whole number from 1 on", "--hid", "0");
    refused("--batch: needs a value", "--batch");
  }

  private static void refused(String message, String... arguments) {
    assertThatThrownBy(() -> WorkloadOptions.read(new Arguments(List.of(arguments))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
