package dev.hypersweep.trainer.model.gpt2;

import dev.hypersweep.trainer.checkpoint.PrefixedTensors;
import dev.hypersweep.trainer.checkpoint.TensorSource;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names of tensors in GPT-2 checkpoints. */
public final class Gpt2Names {

  static final String PREFIX = "transformer.";
  static final String HEAD = "lm_head.weight";

  private static final Pattern BUFFER =
      Pattern.compile("transformer\\.h\\.\\d+\\.attn\\.(masked_)?bias");

  private static final Pattern GATE =
      Pattern.compile("transformer\\.h\\.\\d+\\.mlp\\.w_(gate|noise)");

  private Gpt2Names() {}

  /** The tensors of a checkpoint of the bare decoder get the prefix that a language model has. */
  public static TensorSource prefixed(TensorSource tensors) {
    return PrefixedTensors.of(tensors, PREFIX, HEAD::equals);
  }

  /** Names that belong to no parameter: causal masks, and a second copy of a tied head. */
  public static Predicate<String> ignored(Gpt2Configuration c) {
    return name -> BUFFER.matcher(name).matches() || (c.tied() && name.equals(HEAD));
  }

  /** Whether a parameter of that name belongs to a gate. */
  public static boolean isGate(String name) {
    return GATE.matcher(name).matches();
  }
}
