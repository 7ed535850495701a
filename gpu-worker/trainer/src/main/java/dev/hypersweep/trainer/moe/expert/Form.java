package dev.hypersweep.trainer.moe.expert;

import dev.hypersweep.trainer.nn.Activation;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear.Layout;

/**
 * What the experts of a layer have in common.
 *
 * @param width d
 * @param innerWidth f
 * @param activation between the matrices
 * @param biased whether the linear layers have biases
 * @param layout how a checkpoint stores the matrices
 * @param dropout probability after the activation, when training
 * @param beginning of the matrices
 */
public record Form(
    int width,
    int innerWidth,
    Activation activation,
    boolean biased,
    Layout layout,
    double dropout,
    Beginning beginning) {

  /**
   * How the matrices of an expert begin.
   *
   * @param inner of those that read a token
   * @param outer of the one that writes the output
   */
  public record Beginning(Initialiser inner, Initialiser outer) {}

  /** Matrices begin uniform in +-1/sqrt(in), as torch.nn.Linear does. */
  public Form(
      int width,
      int innerWidth,
      Activation activation,
      boolean biased,
      Layout layout,
      double dropout) {
    this(
        width,
        innerWidth,
        activation,
        biased,
        layout,
        dropout,
        new Beginning(
            Initialiser.uniform(1 / Math.sqrt(width)),
            Initialiser.uniform(1 / Math.sqrt(innerWidth))));
  }

  /** GELU, biases, [out, in], no dropout: the experts of our own encoder. */
  public static Form standard(int width, int innerWidth) {
    return new Form(width, innerWidth, Activation.GELU, true, Layout.OUT_IN, 0);
  }

  boolean isTransposed() {
    return layout == Layout.IN_OUT;
  }
}
