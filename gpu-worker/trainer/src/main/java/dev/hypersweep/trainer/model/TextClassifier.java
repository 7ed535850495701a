package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/** A network that classifies texts, whatever its architecture: all that a run asks of it. */
public interface TextClassifier
    extends TrainableModel<TokenisedExample>, ClassLogits<TokenisedExample> {

  /** Its mixtures of experts, by layer; empty for a dense model. */
  List<SparseLayer> sparseLayers();

  /** Where the tokens of these examples go in each of {@link #sparseLayers}. */
  List<Routing> routings(Pass pass, List<TokenisedExample> examples);
}
