package dev.hypersweep.trainer.moe.expert;

import dev.hypersweep.trainer.nn.Activation;
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
 */
public record Form(
    int width,
    int innerWidth,
    Activation activation,
    boolean biased,
    Layout layout,
    double dropout) {

  /** GELU, biases, [out, in], no dropout: the experts of our own encoder. */
  public static Form standard(int width, int innerWidth) {
    return new Form(width, innerWidth, Activation.GELU, true, Layout.OUT_IN, 0);
  }

  boolean isTransposed() {
    return layout == Layout.IN_OUT;
  }
}
