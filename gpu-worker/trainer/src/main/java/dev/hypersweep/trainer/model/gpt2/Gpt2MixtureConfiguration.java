package dev.hypersweep.trainer.model.gpt2;

import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.model.HyperConfiguration;

/**
 * The numbers that make every block of a GPT-2 a mixture of experts.
 *
 * @param experts N
 * @param k experts per token
 * @param hyper HyperMoE's sizes; null without HyperExperts
 */
public record Gpt2MixtureConfiguration(int experts, int k, HyperConfiguration hyper) {

  /** Reads the settings of the authors' GPT-2. */
  public static Gpt2MixtureConfiguration of(ModelConfig json) {
    json.only("use_moe", "MoE");
    return new Gpt2MixtureConfiguration(
        json.size("n_experts"),
        json.size("k"),
        json.flag("use_hypernet", false) ? HyperConfiguration.of(json) : null);
  }

  /** The same without HyperExperts. */
  public Gpt2MixtureConfiguration withoutHyper() {
    return new Gpt2MixtureConfiguration(experts, k, null);
  }
}
