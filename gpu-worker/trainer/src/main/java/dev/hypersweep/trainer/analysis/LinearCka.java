package dev.hypersweep.trainer.analysis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * Linear centred kernel alignment (Kornblith et al. 2019, section 3) of what two networks make of
 * the same n tokens: with the columns of X and Y [n, d] moved to mean 0,
 *
 * <pre>CKA(X, Y) = |Y^T X|_F^2 / (|X^T X|_F |Y^T Y|_F)</pre>
 *
 * <p>From 0 to 1; 1 if one is the other but for a rotation, a scale and a shift. Of unrelated
 * outputs it is above 0, the more so the fewer tokens there are beside d. Computed in double; 0
 * where an output does not depend on the token at all.
 */
final class LinearCka {

  /** Variance below this share of the mean square is what rounding leaves of a constant. */
  private static final double CONSTANT = 1e-24;

  private final NDArray centred;
  private final double norm;

  private LinearCka(NDArray centred, double norm) {
    this.centred = centred;
    this.norm = norm;
  }

  /** Outputs for tokens [n, d]; they live as long as the owner of {@code outputs}. */
  static LinearCka of(NDArray outputs) {
    NDArray x = outputs.toType(DataType.FLOAT64, false);
    NDArray centred = x.sub(x.mean(new int[] {0}, true));
    boolean constant = squares(centred) <= CONSTANT * squares(x);
    return new LinearCka(centred, constant ? 0 : Math.sqrt(squares(product(centred, centred))));
  }

  /** CKA with the other. */
  double with(LinearCka other) {
    double norms = norm * other.norm;
    return norms == 0 ? 0 : squares(product(centred, other.centred)) / norms;
  }

  private static NDArray product(NDArray x, NDArray y) {
    return x.transpose().matMul(y); // [d, d]
  }

  private static double squares(NDArray x) {
    return x.mul(x).sum().getDouble();
  }
}
