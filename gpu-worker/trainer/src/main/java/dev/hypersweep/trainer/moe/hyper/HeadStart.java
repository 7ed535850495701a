package dev.hypersweep.trainer.moe.hyper;

import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameters;

/** How the weights of a hypernetwork begin. */
public sealed interface HeadStart {

  /** W_1 and c_1. */
  Linear hidden(Parameters parameters, String name, int in, int out);

  /** A head's weight, where a generated column is read by {@code fan} inputs. */
  Initialiser weight(int hidden, int fan);

  /**
   * Near zero, so that a HyperExpert begins near zero and a pretrained model keeps its function:
   * uniform in +-10^-3 sqrt(3 / (h fan)), as in the authors' Switch Transformer.
   */
  record NearZero() implements HeadStart {

    private static final double SCALE = 1e-3;

    @Override
    public Linear hidden(Parameters parameters, String name, int in, int out) {
      return new Linear(parameters, name, in, out);
    }

    @Override
    public Initialiser weight(int hidden, int fan) {
      return Initialiser.uniform(SCALE * Math.sqrt(3 / ((double) hidden * fan)));
    }
  }

  /** N(0, deviation^2) throughout; with 0.02 as the authors' GPT-2 really begins. */
  record Normal(double deviation) implements HeadStart {

    @Override
    public Linear hidden(Parameters parameters, String name, int in, int out) {
      return new Linear(
          parameters, name, in, out, Initialiser.normal(deviation), true, Layout.OUT_IN);
    }

    @Override
    public Initialiser weight(int hidden, int fan) {
      return Initialiser.normal(deviation);
    }
  }
}
