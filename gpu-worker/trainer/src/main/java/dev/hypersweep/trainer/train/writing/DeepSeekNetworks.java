package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.model.CompanionConfiguration;
import dev.hypersweep.trainer.model.Companions;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.model.deepseek.DeepSeekConfiguration;
import dev.hypersweep.trainer.model.deepseek.DeepSeekDecoder;
import dev.hypersweep.trainer.nn.Activation;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.pretrained.PretrainedModel;
import dev.hypersweep.trainer.train.InvalidSetting;
import dev.hypersweep.trainer.train.SettingValues;
import dev.hypersweep.trainer.train.SparseConfigurations;
import java.util.Map;

/** DeepSeekMoE's decoder in a run: begun at random, fine-tuned, or upcycled from a dense one. */
final class DeepSeekNetworks {

  private static final double EPSILON = 1e-6;
  private static final double THETA = 10_000;
  private static final double DEVIATION = 0.02;

  private DeepSeekNetworks() {}

  /** With the sizes of the settings. */
  static WritingNetwork begun(String variant, SettingValues settings, Dimensions data) {
    int heads = settings.integer("heads");
    if (settings.integer("hidden") / heads % 2 != 0) {
      throw new InvalidSetting(
          "settings.heads: "
              + heads
              + " heads of hidden "
              + settings.integer("hidden")
              + " are of odd width, which rotary positions cannot turn; give another number");
    }
    DeepSeekConfiguration dense =
        new DeepSeekConfiguration(
            settings.integer("layers"),
            settings.integer("hidden"),
            heads,
            heads,
            settings.integer("ffn"),
            data.rows(),
            Activation.SILU,
            true,
            false,
            EPSILON,
            THETA,
            settings.number("dropout"),
            DEVIATION,
            null);
    return network(
        settings,
        dense,
        SparseChoice.of(
            variant, settings, sparse -> network(settings, dense, sparse).parameters().size()));
  }

  /** A checkpoint: with experts, which a companion may stand beside, or dense. */
  static StoredNetwork stored(String variant, SettingValues settings, PretrainedModel pretrained) {
    DeepSeekConfiguration c = DeepSeekConfiguration.of(pretrained.config());
    c = c.with(settings.number("dropout"), c.sparse());
    CheckpointSettings.refuseOthers(
        settings,
        Map.of(
            "layers", c.layers(), "hidden", c.width(), "heads", c.heads(), "ffn", c.innerWidth()));
    WritingNetwork network =
        c.sparse() == null
            ? network(
                settings,
                c,
                CheckpointSettings.upcycled(variant, settings, c.layers(), c.innerWidth()))
            : accompanied(variant, settings, c);
    Parameters stored = new Parameters();
    DeepSeekDecoder plain = new DeepSeekDecoder(stored, c);
    return new StoredNetwork(
        network, pretrained.tensors(), StoredNetwork.names(stored), plain::ignores);
  }

  private static WritingNetwork accompanied(
      String variant, SettingValues settings, DeepSeekConfiguration c) {
    CheckpointSettings.refuseDense(variant);
    CheckpointSettings.refuseMatched(variant);
    CheckpointSettings.refuseOthers(
        settings,
        Map.of(
            "experts",
            c.sparse().experts(),
            "top_k",
            c.sparse().k(),
            "expert_ffn",
            c.sparse().innerWidth(),
            "shared_experts",
            c.sparse().shared(),
            "sparse_every",
            c.sparse().every()));
    return network(c, SparseConfigurations.of(variant, settings).companion());
  }

  private static WritingNetwork network(
      SettingValues settings, DeepSeekConfiguration dense, SparseConfiguration sparse) {
    return sparse == null
        ? network(dense, new CompanionConfiguration.None())
        : network(dense.with(dense.dropout(), layers(settings, sparse)), sparse.companion());
  }

  private static DeepSeekConfiguration.Sparse layers(
      SettingValues settings, SparseConfiguration sparse) {
    return new DeepSeekConfiguration.Sparse(
        0,
        sparse.every(),
        sparse.every() - 1,
        sparse.experts(),
        sparse.sharedExperts(),
        sparse.innerWidth(),
        sparse.k(),
        renormalised(settings),
        settings.number("balance"),
        true);
  }

  private static boolean renormalised(SettingValues settings) {
    String scale = settings.choice("gate_scale");
    return scale.equals("renormalised")
        || scale.equals("automatic") && !settings.choice("pretrained").equals("none");
  }

  private static WritingNetwork network(DeepSeekConfiguration c, CompanionConfiguration companion) {
    Parameters parameters = new Parameters();
    DeepSeekDecoder model =
        new DeepSeekDecoder(
            parameters, c, new Companions(parameters, "model.", c.width(), c.layers(), companion));
    return new WritingNetwork.Decoder(parameters, model, model.cost());
  }
}
