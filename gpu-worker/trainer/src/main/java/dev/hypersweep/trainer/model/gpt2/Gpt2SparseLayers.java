package dev.hypersweep.trainer.model.gpt2;

import dev.hypersweep.trainer.model.Companions;
import dev.hypersweep.trainer.model.ExpertLayout;
import dev.hypersweep.trainer.model.FeedForwardLayer;
import dev.hypersweep.trainer.model.ModelConfiguration;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.expert.Form;
import dev.hypersweep.trainer.moe.gate.RouterObjective;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * Experts in every n-th block of a GPT-2: any gate, any companion. Experts have the form of the
 * network that they replace and are called {@code mlp.experts.expert_0.c_fc} and so on, so that a
 * dense checkpoint can be upcycled. Makes the layers of one model, in the order of its blocks.
 */
public final class Gpt2SparseLayers implements Gpt2FeedForwards {

  private final Gpt2Configuration base;
  private final ModelConfiguration sizes;
  private final List<SparseLayer> layers = new ArrayList<>();
  private Companions companions;

  public Gpt2SparseLayers(Gpt2Configuration base, SparseConfiguration sparse) {
    this.base = base;
    this.sizes =
        new ModelConfiguration(
            base.layers(),
            base.width(),
            base.heads(),
            base.innerWidth(),
            base.vocabulary(),
            base.positions(),
            base.vocabulary(),
            base.dropout(),
            sparse);
  }

  @Override
  public FeedForwardLayer of(Parameters parameters, String name, int block) {
    if (!sizes.isSparse(block)) {
      return new Gpt2FeedForward(parameters, name, base);
    }
    if (companions == null) {
      companions =
          new Companions(
              parameters,
              Gpt2Names.PREFIX,
              base.width(),
              base.layers(),
              sizes.sparse().companion());
    }
    SparseLayer layer =
        FeedForwardLayer.sparse(
            parameters,
            name,
            block,
            sizes,
            companions,
            new ExpertLayout(".expert_", "c_fc", "c_proj", form()));
    layers.add(layer);
    return layer::apply;
  }

  private Form form() {
    return new Form(
        base.width(),
        sizes.sparse().innerWidth(),
        base.activation(),
        true,
        Layout.IN_OUT,
        0,
        new Form.Beginning(base.initialiser(), base.residualInitialiser()));
  }

  @Override
  public RouterObjective objective() {
    return sizes.sparse().objective();
  }

  @Override
  public long idleSize() {
    return layers.stream().mapToLong(SparseLayer::idleSize).sum();
  }
}
