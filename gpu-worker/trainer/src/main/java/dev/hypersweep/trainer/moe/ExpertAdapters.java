package dev.hypersweep.trainer.moe;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.expert.Dispatch;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/**
 * The free counterpart of HyperMoE: every expert has an ordinary bottleneck of the HyperExpert's
 * size, with weights of its own; a token passes those of its selected experts, unweighted. At k = 1
 * this is HyperMoE's function without the ties between its adapters that the hypernetwork makes.
 */
public final class ExpertAdapters implements Companion {

  private final Parameter down;
  private final Parameter downBias;
  private final Parameter up;
  private final Parameter upBias;

  public ExpertAdapters(
      Parameters parameters, String name, int width, int bottleneck, int experts) {
    Initialiser xavier = SharedAdapter.xavier(width, bottleneck);
    down = parameters.matrix(name + ".down.weight", xavier, experts, width, bottleneck);
    downBias = parameters.free(name + ".down.bias", Initialiser.zeros(), experts, bottleneck);
    up = parameters.matrix(name + ".up.weight", xavier, experts, bottleneck, width);
    upBias = parameters.free(name + ".up.bias", Initialiser.zeros(), experts, width);
  }

  @Override
  public NDArray apply(Dispatch dispatch) {
    Dispatch all = dispatch.isWhole() ? dispatch : dispatch.withoutLimit();
    return all.combine(sorted(all));
  }

  @Override
  public long sizePerExpert() {
    long all = 0;
    for (Parameter each : List.of(down, downBias, up, upBias)) {
      all += each.shape().size();
    }
    return all / downBias.shape().get(0);
  }

  @Override
  public NDArray join(Dispatch dispatch, NDArray outputs) {
    return dispatch.isWhole()
        ? dispatch.combine(outputs.add(sorted(dispatch)))
        : Companion.super.join(dispatch, outputs);
  }

  private NDArray sorted(Dispatch dispatch) {
    Pass pass = dispatch.pass();
    return pass.sparseOperations()
        .groupedBottleneck(
            dispatch.sorted(),
            dispatch.sizes(),
            pass.get(down),
            pass.get(up),
            pass.get(downBias),
            pass.get(upBias));
  }
}
