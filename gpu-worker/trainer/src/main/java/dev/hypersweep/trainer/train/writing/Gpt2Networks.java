package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.catalogue.Variants;
import dev.hypersweep.trainer.checkpoint.TensorSource;
import dev.hypersweep.trainer.model.AuthorsHyperMoe;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.model.gpt2.Gpt2;
import dev.hypersweep.trainer.model.gpt2.Gpt2Configuration;
import dev.hypersweep.trainer.model.gpt2.Gpt2FeedForwards;
import dev.hypersweep.trainer.model.gpt2.Gpt2MixtureConfiguration;
import dev.hypersweep.trainer.model.gpt2.Gpt2Mixtures;
import dev.hypersweep.trainer.model.gpt2.Gpt2Names;
import dev.hypersweep.trainer.model.gpt2.Gpt2SparseLayers;
import dev.hypersweep.trainer.moe.gate.Noise;
import dev.hypersweep.trainer.nn.Activation;
import dev.hypersweep.trainer.pretrained.PretrainedModel;
import dev.hypersweep.trainer.train.InvalidSetting;
import dev.hypersweep.trainer.train.SettingValues;
import java.util.Map;

/** GPT-2 in a run: begun at random, fine-tuned, upcycled, or with the authors' experts. */
final class Gpt2Networks {

  private static final double EPSILON = 1e-5;
  private static final double DEVIATION = 0.02;
  private static final String FIRST_EXPERT = "transformer.h.0.mlp.experts.expert_0.c_fc.weight";

  private Gpt2Networks() {}

  /** With the sizes of the settings. */
  static WritingNetwork begun(String variant, SettingValues settings, Dimensions data) {
    double dropout = settings.number("dropout");
    Gpt2Configuration c =
        new Gpt2Configuration(
            data.rows(),
            data.positions(),
            settings.integer("hidden"),
            settings.integer("layers"),
            settings.integer("heads"),
            settings.integer("ffn"),
            Activation.GELU_NEW,
            EPSILON,
            true,
            true,
            false,
            dropout,
            dropout,
            dropout,
            DEVIATION);
    return network(
        c, SparseChoice.of(variant, settings, sparse -> network(c, sparse).parameters().size()));
  }

  /** A checkpoint, dense or with the authors' experts. */
  static StoredNetwork stored(
      String variant, SettingValues settings, PretrainedModel pretrained, int positions) {
    Gpt2Configuration c =
        Gpt2Configuration.of(pretrained.config()).withDropout(settings.number("dropout"));
    CheckpointSettings.refuseOthers(
        settings,
        Map.of(
            "layers", c.layers(), "hidden", c.width(), "heads", c.heads(), "ffn", c.innerWidth()));
    CheckpointSettings.refuseLonger(positions, c.positions());
    TensorSource tensors = Gpt2Names.prefixed(pretrained.tensors());
    if (pretrained.config().has("use_moe")) {
      return authors(variant, settings, pretrained, c, tensors);
    }
    SparseConfiguration sparse =
        CheckpointSettings.upcycled(variant, settings, c.layers(), c.innerWidth());
    return new StoredNetwork(
        network(c, sparse),
        tensors,
        StoredNetwork.names(new Gpt2(c).parameters()),
        Gpt2Names.ignored(c));
  }

  /** The authors' GPT-2: as HyperMoE, or without its generated part. */
  private static StoredNetwork authors(
      String variant,
      SettingValues settings,
      PretrainedModel pretrained,
      Gpt2Configuration c,
      TensorSource tensors) {
    // Their experts are 4 d wide whatever n_inner says: the tensors know.
    Gpt2Configuration wide = c.withInnerWidth((int) tensors.tensor(FIRST_EXPERT).shape()[1]);
    Gpt2MixtureConfiguration mixture = Gpt2MixtureConfiguration.of(pretrained.config());
    boolean generated = mixture.hyper() != null;
    boolean fits = variant.equals(Variants.MOE) || generated && variant.equals(Variants.HYPERMOE);
    if (!fits) {
      throw new InvalidSetting(
          "variant: "
              + variant
              + ": the checkpoint's experts are the authors' own; take moe"
              + (generated ? " or hypermoe" : ""));
    }
    CheckpointSettings.refuseOthers(
        settings, Map.of("experts", mixture.experts(), "top_k", mixture.k(), "sparse_every", 1));
    Gpt2MixtureConfiguration wanted =
        variant.equals(Variants.HYPERMOE) ? mixture : mixture.withoutHyper();
    WritingNetwork network = network(wide, new Gpt2Mixtures(wide, wanted, block -> Noise.SEEDED));
    return new StoredNetwork(
        network,
        tensors,
        StoredNetwork.names(network.parameters()),
        name ->
            Gpt2Names.ignored(c).test(name)
                || AuthorsHyperMoe.isUnused(name)
                || AuthorsHyperMoe.owns(name));
  }

  private static WritingNetwork network(Gpt2Configuration c, SparseConfiguration sparse) {
    return network(c, sparse == null ? Gpt2FeedForwards.dense(c) : new Gpt2SparseLayers(c, sparse));
  }

  private static WritingNetwork network(Gpt2Configuration c, Gpt2FeedForwards halves) {
    Gpt2 model = new Gpt2(c, halves);
    return new WritingNetwork.Decoder(model.parameters(), model, model.cost());
  }
}
