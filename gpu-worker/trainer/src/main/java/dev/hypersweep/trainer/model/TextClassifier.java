package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/** An encoder whose numbers for a text are the logits of classes. */
public interface TextClassifier
    extends TextEncoder, TrainableModel<TokenisedExample>, ClassLogits<TokenisedExample> {

  @Override
  default NDArray logits(Pass pass, List<TokenisedExample> examples) {
    return outputs(pass, examples).outputs();
  }

  @Override
  default Losses losses(Pass pass, List<TokenisedExample> examples, double labelSmoothing) {
    Outputs out = outputs(pass, examples);
    NDArray classes =
        pass.manager().create(examples.stream().mapToLong(TokenisedExample::label).toArray());
    NDArray task = pass.operations().crossEntropy(out.outputs(), classes, labelSmoothing);
    return Losses.of(pass, task, out.routings(), objective());
  }

  @Override
  default int tokens(TokenisedExample example) {
    return example.tokens().length;
  }

  @Override
  default int terms(TokenisedExample example) {
    return 1;
  }
}
