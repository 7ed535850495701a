package dev.hypersweep.sweeps.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of constraints. */
class ExpressionTest {

  private static final Map<String, Object> VALUES =
      Map.of("a", 6L, "b", 4L, "x.y", 0.5, "name", "moe-share");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a % b == 2                            | true
          a - b - 2 == 0                        | true
          a / b * 2 == 3                        | true
          -a + 2 * b == 2                       | true
          2 * (a + b) == 20                     | true
          x.y < 5e-1                            | false
          x.y >= .5                             | true
          name == "moe-share"                   | true
          name != 'moe' and a > b               | true
          a < b or not (a < b)                  | true
          not a < b and b < a                   | true
          a == 6 or a / 0 == 1 and name == 'no' | true
          a % 0 == 0                            | false
          (a > b) == (b < a)                    | true
          """)
  void isEvaluatedAsWritten(String text, boolean expected) throws ExpressionFault {
    Expression expression = ExpressionParser.parse(text);
    assertThat(Evaluation.holds(expression, VALUES)).isEqualTo(expected);
    Expression again = ExpressionParser.parse(expression.toString());
    assertThat(again).hasToString(expression.toString());
    assertThat(Evaluation.holds(again, VALUES)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ((a)) - (b - 2) == (3*4)  | a - (b - 2) == 3 * 4
          (a - b) - 2 == 1e3        | a - b - 2 == 1000
          not (not (a == b))        | not not a == b
          (a == b) or (a > b and b < 1) | a == b or a > b and b < 1
          (a == b or a > b) and b < 1 | (a == b or a > b) and b < 1
          name == "it's"            | name == "it's"
          """)
  void hasOneTextForOneMeaning(String text, String canonical) throws ExpressionFault {
    assertThat(ExpressionParser.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a ==          | 4
          a b           | 2
          a < b < 3     | 6
          == a          | 0
          (a == b       | 0
          a == b)       | 6
          a $ b         | 2
          name == 'moe  | 8
          a and         | 5
          and           | 0
          """)
  void faultsAreAtTheirCharacter(String text, int at) {
    assertThat(faultOf(text)).isEqualTo(at);
  }

  @Test
  void depthAndLengthAreBounded() {
    assertThat(faultOf("(".repeat(60) + "a" + ")".repeat(60))).isPositive();
    assertThat(faultOf("-".repeat(60) + "a")).isPositive();
    assertThat(faultOf("a".repeat(1001))).isEqualTo(1000);
  }

  private static int faultOf(String text) {
    try {
      ExpressionParser.parse(text);
      return -1;
    } catch (ExpressionFault fault) {
      return fault.at();
    }
  }
}
