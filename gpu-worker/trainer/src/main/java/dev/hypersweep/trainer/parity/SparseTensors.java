package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.model.switchtransformer.SwitchLayer;
import dev.hypersweep.trainer.model.t5.SparseState;
import dev.hypersweep.trainer.moe.expert.Dispatch;
import dev.hypersweep.trainer.moe.gate.Selection;
import dev.hypersweep.trainer.moe.hyper.Generation;
import dev.hypersweep.trainer.moe.hyper.HyperMoe;
import dev.hypersweep.trainer.moe.hyper.SelectedSets;
import dev.hypersweep.trainer.nn.Pass;
import java.util.Arrays;

/** The tensors of one sparse layer, {@code moe.encoder.1.} and so on. */
record SparseTensors(Check check, String prefix, SparseState state) {

  /** Where each token goes, and what comes out. */
  void routing() {
    Shape tokens = new Shape(state.input().getShape().get(0), state.input().getShape().get(1));
    Selection selection = state.routing().selection();
    double[] selected = Arrays.stream(selection.experts()).asDoubleStream().toArray();
    double[] processed = new double[selected.length];
    Arrays.setAll(processed, i -> selection.isDropped(i) ? 0 : selected[i]);
    check.tensor(prefix + "input", state.input());
    check.tensor(prefix + "router_logits", split(state.routing().logits()));
    check.numbers(prefix + "selected_expert", selected, tokens.getShape());
    check.numbers(prefix + "expert_index", processed, tokens.getShape());
    check.numbers(prefix + "dropped", new double[] {selection.drops()});
    check.tensor(prefix + "output", state.y());
  }

  /** The generated part and everything on the way to it, a row per expert that a token selected. */
  void companion(Pass pass, SwitchLayer layer) {
    if (!(layer.companion() instanceof HyperMoe hyper)) {
      return;
    }
    Selection selection = state.routing().selection();
    Dispatch dispatch = Dispatch.of(pass, state.routing());
    check.tensor(
        prefix + "experts_output", split(dispatch.combine(layer.experts().apply(dispatch))));
    check.tensor(prefix + "hyper_expert_output", split(hyper.apply(dispatch)));
    SelectedSets used = SelectedSets.distinct(selection);
    double[] numbers = Arrays.stream(used.members()).asDoubleStream().toArray();
    check.numbers(prefix + "used_experts", numbers, numbers.length);
    Generation made = hyper.ofSets(pass, used, selection.count());
    check.tensor(prefix + "s", made.s());
    check.tensor(prefix + "p", made.p());
    check.tensor(prefix + "h", made.h());
    check.tensor(prefix + "W_down", made.hyperExpert().down());
    check.tensor(prefix + "W_up", made.hyperExpert().up());
    check.tensor(prefix + "b_down", made.hyperExpert().downBias());
    check.tensor(prefix + "b_up", made.hyperExpert().upBias());
  }

  /** [B L, c] -> [B, L, c]. */
  private NDArray split(NDArray rows) {
    Shape shape = state.input().getShape();
    return rows.reshape(new Shape(shape.get(0), shape.get(1), rows.getShape().get(1)));
  }
}
