package dev.hypersweep.trainer.moe.hyper;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/**
 * Expert weights compressed by a depthwise separable convolution (the paper names it, its code has
 * none; sizes are our choice). The matrix that reads the token is a signal of f places with d
 * channels: a depthwise kernel of 8 places moves by 8 over each channel, rows beyond a multiple of
 * 8 being left out; a pointwise layer maps d channels to t; then GELU and the mean over places.
 * Parameters: 8 d + t d + t per layer.
 */
public final class ConvolutionEmbedding implements ExpertEmbedding {

  private static final int KERNEL = 8;

  private final Experts experts;
  private final Parameter kernel;
  private final Linear pointwise;
  private final int t;
  private final boolean detached;

  /**
   * @param detached whether the expert weights are taken as constants; else the gradient flows into
   *     every expert, selected or not
   */
  public ConvolutionEmbedding(
      Parameters parameters, String name, Experts experts, int t, boolean detached) {
    int d = experts.form().width();
    int places = Math.min(KERNEL, experts.form().innerWidth());
    Initialiser initialiser = Initialiser.uniform(1 / Math.sqrt(places));
    this.kernel = parameters.matrix(name + ".depthwise.weight", initialiser, places, d);
    this.pointwise = new Linear(parameters, name + ".pointwise", d, t);
    this.experts = experts;
    this.t = t;
    this.detached = detached;
  }

  @Override
  public NDArray table(Pass pass) {
    return pass.sparseOperations()
        .convolved(
            ExpertWeights.of(pass, experts, 0),
            experts.form().layout() == Layout.IN_OUT,
            detached,
            pass.get(kernel),
            pass.get(pointwise.weight()),
            pass.get(pointwise.bias()));
  }

  @Override
  public int width() {
    return t;
  }
}
