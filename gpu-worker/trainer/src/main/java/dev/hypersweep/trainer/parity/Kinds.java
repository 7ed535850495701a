package dev.hypersweep.trainer.parity;

import java.util.Map;
import java.util.TreeMap;

/** Every kind of case, by the name that {@code case.json} gives it. */
final class Kinds {

  private static final Map<String, Kind> ALL = new TreeMap<>();

  static {
    ALL.put("bert", new BertKind());
    ALL.put("checkpoint-io", new CheckpointKind());
    ALL.put("deepseek-moe-layer", new DeepSeekLayerKind());
    ALL.put("gpt2", new Gpt2Kind());
    ALL.put("hypermoe-gpt2", new HyperMoeGpt2Kind());
    ALL.put("hypermoe-layer", new HyperMoeLayerKind());
    ALL.put("hypermoe-switch", new HyperMoeSwitchKind());
    ALL.put("noisy-topk", new NoisyTopKKind());
    ALL.put("optim", new OptimKind());
    ALL.put("switch", new SwitchKind());
    ALL.put("t5", new T5Kind());
    ALL.put("tokenizer", new TokenizerKind());
    ALL.put("upcycle", new UpcycleKind());
  }

  private Kinds() {}

  /**
   * The kind of that name.
   *
   * @throws IllegalArgumentException naming those that are known
   */
  static Kind named(String name) {
    Kind kind = ALL.get(name);
    if (kind == null) {
      throw new IllegalArgumentException(
          "case.json: kind '" + name + "' is unknown; known are " + ALL.keySet());
    }
    return kind;
  }
}
