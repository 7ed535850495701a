package dev.hypersweep.trainer.model.gpt2;

import dev.hypersweep.trainer.model.AuthorsHyperMoe;
import dev.hypersweep.trainer.model.FeedForwardLayer;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.moe.expert.Form;
import dev.hypersweep.trainer.moe.expert.MlpExperts;
import dev.hypersweep.trainer.moe.gate.GateMatrix;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.ImportanceAndLoad;
import dev.hypersweep.trainer.moe.gate.Noise;
import dev.hypersweep.trainer.moe.gate.NoisyTopKGate;
import dev.hypersweep.trainer.moe.gate.RouterObjective;
import dev.hypersweep.trainer.moe.hyper.HeadStart;
import dev.hypersweep.trainer.moe.hyper.HyperMoe;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The mixtures of the authors' GPT-2: whole feed-forward networks as experts, a noisy top-k gate
 * whose weights sum to one, and HyperExperts from one hypernetwork. Names are those of the authors'
 * checkpoints. Makes the layers of one model, in the order of its blocks.
 */
public final class Gpt2Mixtures implements Gpt2FeedForwards {

  private static final double BALANCE = 0.01;

  private final Gpt2Configuration base;
  private final Gpt2MixtureConfiguration mixture;
  private final IntFunction<Noise> noise;
  private final List<Layer> layers = new ArrayList<>();
  private AuthorsHyperMoe hyper;

  /**
   * The parts of a block's mixture.
   *
   * @param hyper null without HyperExperts
   */
  public record Layer(NoisyTopKGate gate, Experts experts, HyperMoe hyper) {}

  /**
   * @param noise of each block's gate
   */
  public Gpt2Mixtures(
      Gpt2Configuration base, Gpt2MixtureConfiguration mixture, IntFunction<Noise> noise) {
    this.base = base;
    this.mixture = mixture;
    this.noise = noise;
  }

  @Override
  public FeedForwardLayer of(Parameters parameters, String name, int block) {
    NoisyTopKGate gate =
        new NoisyTopKGate(
            matrix(parameters, name + ".w_gate"),
            matrix(parameters, name + ".w_noise"),
            mixture.k(),
            NoisyTopKGate.STANDARD_FLOOR,
            GateScale.RENORMALISED,
            noise.apply(block));
    Form form =
        new Form(base.width(), base.innerWidth(), base.activation(), true, Layout.IN_OUT, 0);
    Experts experts =
        new MlpExperts(
            parameters,
            MlpExperts.Names.of(name + ".experts.expert_", "c_fc", "c_proj"),
            form,
            mixture.experts());
    Layer layer = new Layer(gate, experts, hyperMoe(parameters, name, block));
    layers.add(layer);
    return new SparseLayer(gate, experts, null, layer.hyper())::apply;
  }

  @Override
  public RouterObjective objective() {
    return new ImportanceAndLoad(BALANCE);
  }

  @Override
  public long idleSize() {
    long d = base.width();
    long f = base.innerWidth();
    return base.layers() * (mixture.experts() - mixture.k()) * (2 * d * f + f + d);
  }

  private GateMatrix matrix(Parameters parameters, String name) {
    return new GateMatrix(
        parameters, name, base.width(), mixture.experts(), Layout.IN_OUT, Initialiser.zeros());
  }

  private HyperMoe hyperMoe(Parameters parameters, String name, int block) {
    if (mixture.hyper() == null) {
      return null;
    }
    if (hyper == null) {
      hyper =
          new AuthorsHyperMoe(
              parameters,
              "transformer",
              base.layers(),
              base.width(),
              mixture.hyper(),
              base.deviation(),
              new HeadStart.Normal(base.deviation()));
    }
    return hyper.layer(name, block, mixture.experts());
  }

  /** What it made, by block. */
  public List<Layer> layers() {
    return Collections.unmodifiableList(layers);
  }
}
