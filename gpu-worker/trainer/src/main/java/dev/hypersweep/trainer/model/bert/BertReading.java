package dev.hypersweep.trainer.model.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Pass;

/** What the head of a BERT reads of the last states. */
public enum BertReading {
  /** The pooler, tanh(W x + b), on each text's first token, as BERT was made. */
  POOLER,
  /** The mean of each text's tokens, as sentence encoders are made. */
  MEAN,
  /** Each token. */
  TOKENS;

  /** The name of the head's parameters in checkpoints. */
  String headName() {
    return this == TOKENS ? "qa_outputs" : "classifier";
  }

  /** The means of each text's tokens: states [n, d] -> [B, d]. */
  static NDArray mean(Pass pass, NDArray states, BertBatch batch) {
    int[] lengths = batch.sequences().lengths();
    long[] texts = new long[(int) states.getShape().get(0)];
    double[] scale = new double[lengths.length];
    int at = 0;
    for (int b = 0; b < lengths.length; b++) {
      scale[b] = 1.0 / lengths[b];
      for (int i = 0; i < lengths[b]; i++) {
        texts[at++] = b;
      }
    }
    NDArray shares =
        pass.manager().create(scale, new Shape(scale.length, 1)).toType(pass.type(), false);
    return pass.operations().pool(states, pass.manager().create(texts), shares);
  }
}
