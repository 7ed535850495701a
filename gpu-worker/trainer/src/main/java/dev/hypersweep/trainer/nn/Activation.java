package dev.hypersweep.trainer.nn;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.tensor.Operations;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The function between two linear layers, by element; names as in Hugging Face's configurations.
 */
public enum Activation {
  /** x Phi(x), the erf form (Hendrycks and Gimpel 2016). */
  GELU {
    @Override
    public NDArray apply(Operations operations, NDArray x) {
      return operations.gelu(x);
    }
  },
  /** The tanh approximation of GELU that GPT-2 and T5 v1.1 were trained with. */
  GELU_NEW {
    @Override
    public NDArray apply(Operations operations, NDArray x) {
      return operations.geluTanh(x);
    }
  },
  /** max(x, 0). */
  RELU {
    @Override
    public NDArray apply(Operations operations, NDArray x) {
      return operations.relu(x);
    }
  },
  /** x sigmoid(x) (Elfwing et al. 2017). */
  SILU {
    @Override
    public NDArray apply(Operations operations, NDArray x) {
      return operations.silu(x);
    }
  },
  /** (e^x - e^-x) / (e^x + e^-x). */
  TANH {
    @Override
    public NDArray apply(Operations operations, NDArray x) {
      return x.tanh();
    }
  };

  /** Other names of the same functions. */
  private static final Map<String, Activation> SYNONYMS =
      Map.of(
          "swish", SILU,
          "gelu_python", GELU,
          "gelu_pytorch_tanh", GELU_NEW,
          "gelu_fast", GELU_NEW);

  /** x -> f(x), the shape stays. */
  public abstract NDArray apply(Operations operations, NDArray x);

  /**
   * The activation of that name in a configuration.
   *
   * @throws IllegalArgumentException naming what is known
   */
  public static Activation named(String name) {
    for (Activation activation : values()) {
      if (activation.name().toLowerCase(Locale.ROOT).equals(name)) {
        return activation;
      }
    }
    if (SYNONYMS.containsKey(name)) {
      return SYNONYMS.get(name);
    }
    throw new IllegalArgumentException(
        "activation "
            + name
            + " is unknown; known are gelu, gelu_new, relu, silu, tanh and "
            + new TreeSet<>(SYNONYMS.keySet()));
  }
}
