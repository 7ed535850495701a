package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.model.t5.EncoderDecoder;
import dev.hypersweep.trainer.model.t5.T5;
import dev.hypersweep.trainer.model.t5.T5Configuration;
import dev.hypersweep.trainer.model.t5.T5Mixtures;
import dev.hypersweep.trainer.nn.Activation;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.pretrained.PretrainedModel;
import dev.hypersweep.trainer.train.SettingValues;
import java.util.Map;

/** T5 in a run: begun at random, fine-tuned or upcycled; with a Switch gate, a Switch begun. */
final class T5Networks {

  private static final int BUCKETS = 32;
  private static final int LONGEST_DISTANCE = 128;
  private static final double EPSILON = 1e-6;

  private T5Networks() {}

  /** With the sizes of the settings; both stacks have as many layers. */
  static WritingNetwork begun(String variant, SettingValues settings, Dimensions data) {
    int width = settings.integer("hidden");
    int heads = settings.integer("heads");
    int layers = settings.integer("layers");
    T5Configuration c =
        new T5Configuration(
            width,
            width / heads,
            settings.integer("ffn"),
            heads,
            layers,
            layers,
            data.rows(),
            BUCKETS,
            LONGEST_DISTANCE,
            Activation.RELU,
            false,
            true,
            EPSILON,
            settings.number("dropout"),
            1,
            data.start(),
            data.pad(),
            data.end());
    return network(
        c, SparseChoice.of(variant, settings, sparse -> network(c, sparse).parameters().size()));
  }

  /** A dense checkpoint, as it is or upcycled. */
  static StoredNetwork stored(String variant, SettingValues settings, PretrainedModel pretrained) {
    T5Configuration c =
        T5Configuration.of(pretrained.config()).withDropout(settings.number("dropout"));
    refuseOthers(settings, c);
    int layers = Math.min(c.encoderLayers(), c.decoderLayers());
    SparseConfiguration sparse =
        CheckpointSettings.upcycled(variant, settings, layers, c.innerWidth());
    EncoderDecoder dense = T5.of(new Parameters(), c);
    return new StoredNetwork(
        network(c, sparse),
        pretrained.tensors(),
        StoredNetwork.names(dense.parameters()),
        dense::ignores);
  }

  /** Sizes that the checkpoint decides. */
  static void refuseOthers(SettingValues settings, T5Configuration c) {
    CheckpointSettings.refuseOthers(
        settings,
        Map.of(
            "layers",
            c.encoderLayers(),
            "hidden",
            c.width(),
            "heads",
            c.heads(),
            "ffn",
            c.innerWidth()));
  }

  private static WritingNetwork network(T5Configuration c, SparseConfiguration sparse) {
    Parameters parameters = new Parameters();
    return new WritingNetwork.SourceReader(
        sparse == null ? T5.of(parameters, c) : T5Mixtures.of(parameters, c, sparse));
  }
}
