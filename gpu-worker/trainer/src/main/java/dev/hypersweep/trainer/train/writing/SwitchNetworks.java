package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.catalogue.Variants;
import dev.hypersweep.trainer.model.CompanionConfiguration;
import dev.hypersweep.trainer.model.switchtransformer.SwitchConfiguration;
import dev.hypersweep.trainer.model.switchtransformer.SwitchTransformer;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.pretrained.PretrainedModel;
import dev.hypersweep.trainer.train.InvalidSetting;
import dev.hypersweep.trainer.train.SettingValues;
import dev.hypersweep.trainer.train.SparseConfigurations;
import java.util.Map;

/**
 * A trained Switch Transformer in a run: as it is, with a companion that begins anew beside its
 * experts, or with the authors' HyperMoE if the checkpoint has it.
 */
final class SwitchNetworks {

  private SwitchNetworks() {}

  static StoredNetwork stored(String variant, SettingValues settings, PretrainedModel pretrained) {
    SwitchConfiguration c =
        SwitchConfiguration.of(pretrained.config()).withDropout(settings.number("dropout"));
    CheckpointSettings.refuseDense(variant);
    CheckpointSettings.refuseMatched(variant);
    T5Networks.refuseOthers(settings, c.base());
    CheckpointSettings.refuseOthers(
        settings,
        Map.of(
            "experts",
            c.experts(),
            "top_k",
            1,
            "expert_ffn",
            c.base().innerWidth(),
            "expert_capacity",
            c.capacity(),
            "sparse_every",
            c.encoderStep()));
    boolean authors = c.hyper() != null && variant.equals(Variants.HYPERMOE);
    if (c.hyper() != null && !authors && !variant.equals(Variants.MOE)) {
      throw new InvalidSetting(
          "variant: "
              + variant
              + ": the checkpoint is the authors' HyperMoE; take hypermoe or moe");
    }
    SwitchConfiguration wanted = authors ? c : c.withoutHyper();
    CompanionConfiguration companion =
        authors
            ? new CompanionConfiguration.None()
            : SparseConfigurations.of(variant, settings).companion();
    SwitchTransformer plain = new SwitchTransformer(new Parameters(), wanted);
    SwitchTransformer model = new SwitchTransformer(new Parameters(), wanted, companion);
    return new StoredNetwork(
        new WritingNetwork.SourceReader(model.model()),
        pretrained.tensors(),
        StoredNetwork.names(plain.model().parameters()),
        model::ignores);
  }
}
