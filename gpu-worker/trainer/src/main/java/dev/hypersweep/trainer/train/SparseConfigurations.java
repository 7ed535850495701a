package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.Variants;
import dev.hypersweep.trainer.model.CompanionConfiguration;
import dev.hypersweep.trainer.model.CompanionConfiguration.ConditioningKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.EmbeddingKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.Sharing;
import dev.hypersweep.trainer.model.GateConfiguration;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.ImportanceAndLoad;
import dev.hypersweep.trainer.moe.gate.NoisyTopKGate;
import dev.hypersweep.trainer.moe.gate.RouterObjective;
import dev.hypersweep.trainer.moe.gate.SequenceBalance;
import dev.hypersweep.trainer.moe.gate.SwitchObjective;
import dev.hypersweep.trainer.moe.hyper.Reduction;
import java.util.Locale;

/** From the settings of a sparse variant to the numbers that make its sparse layers. */
public final class SparseConfigurations {

  private SparseConfigurations() {}

  /** The sparse layers; of {@code moe-matched}, before its experts are widened. */
  public static SparseConfiguration of(String variant, SettingValues settings) {
    int own = settings.integer("expert_ffn");
    return new SparseConfiguration(
        settings.integer("experts"),
        settings.integer("top_k"),
        settings.integer("sparse_every"),
        own == 0 ? settings.integer("ffn") : own,
        settings.integer("shared_experts"),
        gate(settings),
        objective(settings),
        companion(variant, settings));
  }

  private static GateConfiguration gate(SettingValues settings) {
    GateScale scale = scale(settings);
    return switch (settings.choice("gate")) {
      case "switch" ->
          new GateConfiguration.Switch(
              settings.number("router_jitter"), settings.integer("expert_capacity"));
      case "softmax" -> new GateConfiguration.Softmax(scale);
      default -> new GateConfiguration.Noisy(scale, NoisyTopKGate.STANDARD_FLOOR);
    };
  }

  /** Weights that sum to one let copies of a network compute together what it did. */
  private static GateScale scale(SettingValues settings) {
    if (!settings.choice("gate_scale").equals("automatic")) {
      return chosen(GateScale.class, settings, "gate_scale");
    }
    return settings.choice("pretrained").equals("none")
        ? GateScale.PROBABILITY
        : GateScale.RENORMALISED;
  }

  /** The losses that the gate's own paper gives it. */
  private static RouterObjective objective(SettingValues settings) {
    double balance = settings.number("balance");
    return switch (settings.choice("gate")) {
      case "switch" -> new SwitchObjective(balance, settings.number("z_loss"));
      case "softmax" -> new SequenceBalance(balance, true);
      default -> new ImportanceAndLoad(balance);
    };
  }

  private static CompanionConfiguration companion(String variant, SettingValues settings) {
    return switch (variant) {
      case Variants.MOE, Variants.MOE_MATCHED -> new CompanionConfiguration.None();
      case Variants.MOE_SHARE -> new CompanionConfiguration.Shared(settings.integer("bottleneck"));
      case Variants.MOE_ADAPTERS ->
          new CompanionConfiguration.PerExpert(settings.integer("bottleneck"));
      case Variants.HYPERMOE -> hyper(settings);
      default -> throw new InvalidSetting("variant: " + variant + " is unknown to the trainer");
    };
  }

  /** HyperMoE as the settings say. */
  public static CompanionConfiguration.Hyper hyper(SettingValues settings) {
    return new CompanionConfiguration.Hyper(
        new CompanionConfiguration.HyperSizes(
            settings.integer("bottleneck"),
            settings.integer("expert_embedding"),
            settings.integer("selection_embedding"),
            settings.integer("layer_embedding"),
            settings.integer("hypernetwork")),
        chosen(EmbeddingKind.class, settings, "expert_embedding_kind"),
        chosen(ConditioningKind.class, settings, "conditioning"),
        chosen(Reduction.class, settings, "aggregation"),
        settings.choice("embedding_mlp").equals("on"),
        settings.choice("hyperexpert_biases").equals("on"),
        true,
        chosen(Sharing.class, settings, "hypernetwork_sharing"));
  }

  private static <E extends Enum<E>> E chosen(Class<E> type, SettingValues settings, String name) {
    return Enum.valueOf(type, settings.choice(name).toUpperCase(Locale.ROOT));
  }
}
