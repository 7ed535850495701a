package dev.hypersweep.trainer.moe.expert;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Gated experts without biases, E(x) = W3 (f(W1 x) * (W2 x)) (Shazeer 2020): SwiGLU with SILU, as
 * the fine-grained experts of DeepSeekMoE.
 */
public final class GatedExperts implements Experts {

  private final Form form;
  private final List<Linear> gates;
  private final List<Linear> inner;
  private final List<Linear> outer;

  /**
   * Names of an expert's matrices without {@code .weight}, by expert number.
   *
   * @param gate of W1
   * @param inner of W2
   * @param outer of W3
   */
  public record Names(
      IntFunction<String> gate, IntFunction<String> inner, IntFunction<String> outer) {

    /** {@code <prefix><expert>.<gate>} and so on. */
    public static Names of(String prefix, String gate, String inner, String outer) {
      return new Names(
          e -> prefix + e + "." + gate,
          e -> prefix + e + "." + inner,
          e -> prefix + e + "." + outer);
    }
  }

  /**
   * @throws IllegalArgumentException if the form has biases
   */
  public GatedExperts(Parameters parameters, Names names, Form form, int count) {
    if (form.biased()) {
      throw new IllegalArgumentException("gated experts have no biases; make the form without");
    }
    this.form = form;
    Initialiser in = form.beginning().inner();
    this.gates = layers(parameters, names.gate(), form.width(), form.innerWidth(), in, count);
    this.inner = layers(parameters, names.inner(), form.width(), form.innerWidth(), in, count);
    Initialiser out = form.beginning().outer();
    this.outer = layers(parameters, names.outer(), form.innerWidth(), form.width(), out, count);
  }

  private List<Linear> layers(
      Parameters parameters,
      IntFunction<String> name,
      int in,
      int out,
      Initialiser initialiser,
      int count) {
    return IntStream.range(0, count)
        .mapToObj(
            e -> new Linear(parameters, name.apply(e), in, out, initialiser, false, form.layout()))
        .toList();
  }

  @Override
  public int count() {
    return gates.size();
  }

  @Override
  public NDArray apply(Pass pass, NDArray x, long[] sizes) {
    return pass.sparseOperations()
        .groupedGated(
            x,
            sizes,
            MlpExperts.all(pass, gates, Linear::weight),
            MlpExperts.all(pass, inner, Linear::weight),
            MlpExperts.all(pass, outer, Linear::weight),
            ActivationNumber.of(form.activation()),
            form.isTransposed(),
            pass.dropping(form.dropout()));
  }

  @Override
  public List<Parameter> matrices(int expert) {
    return List.of(
        gates.get(expert).weight(), inner.get(expert).weight(), outer.get(expert).weight());
  }

  @Override
  public Form form() {
    return form;
  }
}
