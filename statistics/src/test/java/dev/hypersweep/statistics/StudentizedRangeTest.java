package dev.hypersweep.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentizedRangeTest {

  /** Demšar 2006, table 5(a): critical values of the Nemenyi test, that is the quantile by √2. */
  @ParameterizedTest
  @CsvSource({
    "2, 0.05, 1.960", "3, 0.05, 2.343", "4, 0.05, 2.569", "5, 0.05, 2.728", "6, 0.05, 2.850",
    "7, 0.05, 2.949", "8, 0.05, 3.031", "9, 0.05, 3.102", "10, 0.05, 3.164", "2, 0.10, 1.645",
    "5, 0.10, 2.459", "10, 0.10, 2.920"
  })
  void agreesWithThePublishedTable(int k, double alpha, double q) {
    StudentizedRange range = new StudentizedRange(k);
    assertThat(range.quantile(1 - alpha) / Math.sqrt(2)).isCloseTo(q, within(1e-3));
    assertThat(range.survivalProbability(range.quantile(1 - alpha)))
        .isCloseTo(alpha, within(1e-12));
  }
}
