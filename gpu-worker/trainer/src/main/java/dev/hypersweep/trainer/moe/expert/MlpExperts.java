package dev.hypersweep.trainer.moe.expert;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Experts of two linear layers, E(x) = W2 f(W1 x + b1) + b2. */
public final class MlpExperts implements Experts {

  private final Form form;
  private final List<Linear> inner;
  private final List<Linear> outer;

  /**
   * Names of an expert's linear layers without {@code .weight} and {@code .bias}.
   *
   * @param inner of W1, by expert number
   * @param outer of W2, by expert number
   */
  public record Names(IntFunction<String> inner, IntFunction<String> outer) {

    /** {@code <prefix><expert>.inner} and {@code .outer}. */
    public static Names of(String prefix) {
      return of(prefix, "inner", "outer");
    }

    /** {@code <prefix><expert>.<inner>} and {@code .<outer>}. */
    public static Names of(String prefix, String inner, String outer) {
      return new Names(e -> prefix + e + "." + inner, e -> prefix + e + "." + outer);
    }
  }

  public MlpExperts(Parameters parameters, Names names, Form form, int count) {
    this.form = form;
    int d = form.width();
    int f = form.innerWidth();
    this.inner =
        IntStream.range(0, count)
            .mapToObj(
                e -> linear(parameters, names.inner().apply(e), d, f, form.beginning().inner()))
            .toList();
    this.outer =
        IntStream.range(0, count)
            .mapToObj(
                e -> linear(parameters, names.outer().apply(e), f, d, form.beginning().outer()))
            .toList();
  }

  private Linear linear(
      Parameters parameters, String name, int in, int out, Initialiser initialiser) {
    return new Linear(parameters, name, in, out, initialiser, form.biased(), form.layout());
  }

  @Override
  public int count() {
    return inner.size();
  }

  @Override
  public NDArray apply(Pass pass, NDArray x, long[] sizes) {
    return pass.sparseOperations()
        .groupedMlp(
            x,
            sizes,
            all(pass, inner, Linear::weight),
            form.biased() ? all(pass, inner, Linear::bias) : new NDArray[0],
            all(pass, outer, Linear::weight),
            form.biased() ? all(pass, outer, Linear::bias) : new NDArray[0],
            ActivationNumber.of(form.activation()),
            form.isTransposed(),
            pass.dropping(form.dropout()));
  }

  static NDArray[] all(Pass pass, List<Linear> layers, Function<Linear, Parameter> part) {
    return layers.stream().map(part).map(pass::get).toArray(NDArray[]::new);
  }

  @Override
  public List<Parameter> matrices(int expert) {
    return List.of(inner.get(expert).weight(), outer.get(expert).weight());
  }

  @Override
  public Form form() {
    return form;
  }
}
