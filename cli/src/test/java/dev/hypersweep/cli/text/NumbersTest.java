package dev.hypersweep.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  private static final JsonNode NONE = NullNode.getInstance();

  @ParameterizedTest
  @CsvSource({
    "0.5712, 0.5522, 0.5902, 0.571 [0.552 .. 0.590]",
    "0.5712, 0.2012, 0.9412, 0.57 [0.20 .. 0.94]",
    "0.57123, 0.57103, 0.57143, 0.57123 [0.57103 .. 0.57143]",
    "31.4, 21.2, 41.6, 31 [21 .. 42]"
  })
  void anIntervalDecidesTheDigits(double mean, double low, double high, String text) {
    assertThat(Numbers.interval(number(mean), number(low), number(high))).isEqualTo(text);
  }

  @Test
  void aMeanWithoutIntervalHasThreeDecimals() {
    assertThat(Numbers.interval(number(0.57123), NONE, NONE)).isEqualTo("0.571");
  }

  @Test
  void whatIsNotThereIsADash() {
    assertThat(Numbers.interval(NONE, NONE, NONE)).isEqualTo("-");
    assertThat(Numbers.score(NONE)).isEqualTo("-");
    assertThat(Numbers.count(NONE)).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.003, 0.003",
    "0.57123, 0.5712",
    "1234.56, 1235",
    "-0.25, -0.25",
    "400, 400",
    "0.00000123456, 1.235e-06",
    "12345678901, 1.235e+10"
  })
  void fourSignificantDigitsAreEnough(double value, String text) {
    assertThat(Numbers.significant(value, 4)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.542, 0.5420", "0.56123, 0.5612", "31.416, 31.42", "0, 0.0000"})
  void scoresStandUnderEachOther(double value, String text) {
    assertThat(Numbers.score(number(value))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "9999, 9999", "53210, 53.2k", "12590000, 12.6M", "2400000000, 2.4G"})
  void countsAreShort(long value, String text) {
    assertThat(Numbers.count(LongNode.valueOf(value))).isEqualTo(text);
  }

  private static JsonNode number(double value) {
    return DoubleNode.valueOf(value);
  }
}
