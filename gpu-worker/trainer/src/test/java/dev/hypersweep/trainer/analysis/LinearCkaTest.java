package dev.hypersweep.trainer.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.tensor.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinearCkaTest {

  private final Session session = Session.open("cpu", 1);

  @AfterEach
  void close() {
    session.close();
  }

  private NDArray rows(double[]... rows) {
    double[] flat =
        java.util.Arrays.stream(rows).flatMapToDouble(java.util.Arrays::stream).toArray();
    return session.manager().create(flat, new Shape(rows.length, rows[0].length));
  }

  private NDArray random(int n, int d) {
    return session.manager().randomNormal(0, 1, new Shape(n, d), DataType.FLOAT64);
  }

  private static double cka(NDArray x, NDArray y) {
    return LinearCka.of(x).with(LinearCka.of(y));
  }

  /**
   * X = (-1, 0, 1) and Y = (1, -2, 1) beside (-1, 0, 1), centred. Y^T X = (0, 2), so its square is
   * 4; X^T X = 2; Y^T Y = diag(6, 2), of norm sqrt(40). CKA = 4 / (2 sqrt(40)).
   */
  @Test
  void equalsANumberMadeByHand() {
    NDArray x = rows(new double[] {4}, new double[] {5}, new double[] {6});
    NDArray y = rows(new double[] {1, 9}, new double[] {-2, 10}, new double[] {1, 11});
    assertThat(cka(x, y)).isCloseTo(2 / Math.sqrt(40), within(1e-12));
  }

  @Test
  void aRotationAScaleAndAShiftChangeNothing() {
    NDArray x = random(20, 3);
    NDArray y = random(20, 2);
    double c = Math.cos(0.7);
    double s = Math.sin(0.7);
    NDArray turned =
        x.matMul(rows(new double[] {c, -s, 0}, new double[] {s, c, 0}, new double[] {0, 0, 1}));
    NDArray moved = turned.mul(-3.5).add(rows(new double[] {7, -1, 2}));
    assertThat(cka(moved, y)).isCloseTo(cka(x, y), within(1e-12)).isBetween(0.001, 0.9);
    assertThat(cka(moved, x)).isCloseTo(1, within(1e-12));
  }

  @Test
  void aMapThatIsNoRotationChangesIt() {
    NDArray x = random(20, 2);
    NDArray stretched = x.matMul(rows(new double[] {1, 0}, new double[] {0, 10}));
    assertThat(cka(stretched, x)).isLessThan(0.99);
  }

  @Test
  void anOutputThatIgnoresTheTokenIsLikeNothing() {
    NDArray constant = session.manager().ones(new Shape(20, 3), DataType.FLOAT64).mul(0.1);
    assertThat(cka(constant, random(20, 3))).isZero();
  }
}
