package dev.hypersweep.sweeps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FunctionsTest {

  private static final Path FOLDER = Path.of("../../shared/vectors/optuna");

  @Test
  void everyFunctionAgreesWithItsCheckPoints() throws IOException {
    assumeTrue(Files.isReadable(FOLDER.resolve("functions.json")), "no " + FOLDER);
    FunctionFile file = new FunctionFile(FOLDER);
    assertThat(CheckPoints.verify(file, file.functions())).isGreaterThan(300);
  }

  @Test
  void aVerdictFollowsRanksAndQuartiles() {
    double[] low = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    double[] high = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
    assertThat(Verdict.of(low, high, false, 0).word()).isEqualTo("better");
    assertThat(Verdict.of(high, low, false, 0).word()).isEqualTo("worse");
    assertThat(Verdict.of(high, low, true, 0).word()).isEqualTo("better");
    assertThat(Verdict.of(low, low, false, 0).word()).isEqualTo("no worse");
    assertThat(Verdict.of(new double[] {1, 1}, new double[] {1 + 1e-8}, false, 1).word())
        .isEqualTo("no worse");
  }

  @Test
  void tiesAreTestedWithCorrectionForThemAndForContinuity() {
    double[] mine = {1, 2, 2, 5, 9, 9, 9, 10, 11};
    double[] theirs = {2, 3, 4, 4, 8, 9, 12, 13, 15};
    double u = 0;
    for (double a : mine) {
      for (double b : theirs) {
        u += a > b ? 1 : a == b ? 0.5 : 0;
      }
    }
    // Ties: 2 three times, 4 twice, 9 four times.
    double variance = 81 / 12.0 * (19 - (24 + 6 + 60) / (18.0 * 17));
    double z = (u - 40.5 - 0.5) / Math.sqrt(variance);
    double p = 0.5 * org.apache.commons.numbers.gamma.Erfc.value(z / Math.sqrt(2));
    assertThat(Verdict.of(mine, theirs, false, 1).worse())
        .isCloseTo(p, org.assertj.core.data.Offset.offset(1e-9));
  }
}
