package dev.hypersweep.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "0.42, 0.4 s",
    "9.96, 10 s",
    "59.4, 59 s",
    "59.6, 1 min 00 s",
    "185, 3 min 05 s",
    "7800, 2 h 10 min",
    "93600, 1 d 02 h",
    "-3, 0.0 s"
  })
  void spansAreWrittenForPeople(double seconds, String text) {
    assertThat(Durations.of(seconds)).isEqualTo(text);
  }
}
