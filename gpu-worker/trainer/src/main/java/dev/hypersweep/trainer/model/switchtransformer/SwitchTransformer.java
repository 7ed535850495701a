package dev.hypersweep.trainer.model.switchtransformer;

import dev.hypersweep.trainer.model.AuthorsHyperMoe;
import dev.hypersweep.trainer.model.CompanionConfiguration;
import dev.hypersweep.trainer.model.CompanionMaker;
import dev.hypersweep.trainer.model.Companions;
import dev.hypersweep.trainer.model.t5.DenseFeedForward;
import dev.hypersweep.trainer.model.t5.EncoderDecoder;
import dev.hypersweep.trainer.model.t5.T5FeedForward;
import dev.hypersweep.trainer.moe.gate.SwitchObjective;
import dev.hypersweep.trainer.moe.hyper.HeadStart;
import dev.hypersweep.trainer.nn.Parameters;
import java.util.Map;
import java.util.TreeMap;

/** A Switch Transformer, with the authors' HyperMoE if the configuration has one. */
public final class SwitchTransformer {

  private static final double TABLE_DEVIATION = 1;

  private final SwitchConfiguration configuration;
  private final CompanionConfiguration companion;
  private final EncoderDecoder model;
  private final Map<Integer, SwitchLayer> encoderLayers = new TreeMap<>();
  private final Map<Integer, SwitchLayer> decoderLayers = new TreeMap<>();

  /** Enters the parameters under the names of the checkpoints. */
  public SwitchTransformer(Parameters parameters, SwitchConfiguration c) {
    this(parameters, c, new CompanionConfiguration.None());
  }

  /**
   * @param companion what stands beside the experts, where the configuration has not the authors'
   *     own HyperMoE
   */
  public SwitchTransformer(
      Parameters parameters, SwitchConfiguration c, CompanionConfiguration companion) {
    configuration = c;
    this.companion = companion;
    model =
        new EncoderDecoder(
            parameters,
            c.base(),
            maker(parameters, "encoder", c.base().encoderLayers(), c.encoderStep(), encoderLayers),
            maker(parameters, "decoder", c.base().decoderLayers(), c.decoderStep(), decoderLayers),
            new SwitchObjective(c.balance(), c.z()));
  }

  private T5FeedForward.Maker maker(
      Parameters parameters, String stack, int blocks, int step, Map<Integer, SwitchLayer> made) {
    SwitchConfiguration c = configuration;
    CompanionMaker companions =
        c.hyper() == null
            ? new Companions(parameters, stack + ".", c.base().width(), blocks, companion)
            : authors(parameters, stack, blocks);
    return (register, half, block) -> {
      String name = half + ".mlp";
      if (!c.isSparse(block, step)) {
        return new DenseFeedForward(register, name, c.base());
      }
      SwitchLayer layer = new SwitchLayer(register, name, block, c, companions);
      made.put(block, layer);
      return layer;
    };
  }

  private CompanionMaker authors(Parameters parameters, String stack, int blocks) {
    AuthorsHyperMoe hyper =
        new AuthorsHyperMoe(
            parameters,
            stack,
            blocks,
            configuration.base().width(),
            configuration.hyper(),
            TABLE_DEVIATION,
            new HeadStart.NearZero());
    return (name, block, experts) -> hyper.layer(name, block, experts.count());
  }

  /** The encoder and decoder that it is made of. */
  public EncoderDecoder model() {
    return model;
  }

  /** The numbers that it is made of. */
  public SwitchConfiguration configuration() {
    return configuration;
  }

  /** The sparse layers of the encoder by their block. */
  public Map<Integer, SwitchLayer> encoderLayers() {
    return encoderLayers;
  }

  /** The sparse layers of the decoder by their block. */
  public Map<Integer, SwitchLayer> decoderLayers() {
    return decoderLayers;
  }

  /**
   * Whether a tensor of that name may stand in a checkpoint although it is no parameter: what
   * {@link EncoderDecoder#ignores} says, the authors' unused adapters, and, in a plain model, the
   * generated part.
   */
  public boolean ignores(String name) {
    return model.ignores(name)
        || AuthorsHyperMoe.isUnused(name)
        || configuration.hyper() == null && AuthorsHyperMoe.owns(name);
  }
}
