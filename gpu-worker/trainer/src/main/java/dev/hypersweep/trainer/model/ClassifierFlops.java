package dev.hypersweep.trainer.model;

/**
 * Floating-point operations of a forward pass of {@link Classifier}, per token: two for each
 * multiply-add of a matrix product. Norms, activations, softmax and look-ups are left out.
 */
final class ClassifierFlops {

  private ClassifierFlops() {}

  /**
   * 2 x (active matrix weights) for the products with weights and 4 d L for attention's two
   * products with L tokens, per layer.
   *
   * @param active parameters that a token meets
   * @param length tokens L of the example
   */
  static double perToken(ModelConfiguration c, long active, double length) {
    long looked = (long) (c.rows() + c.length()) * c.width();
    double attention = 4.0 * c.width() * length * c.layers();
    return 2.0 * (active - looked) + attention;
  }
}
