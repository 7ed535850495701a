package dev.hypersweep.trainer.model.bert;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/** BERT with a linear head on its pooler: classes, or real numbers. */
public final class BertClassifier {

  private final Parameters parameters = new Parameters();
  private final BertEncoder encoder;
  private final Linear head;
  private final double headDropout;

  /**
   * What a forward pass gives.
   *
   * @param states [n, d] of every token after 0, 1, .. layers
   * @param pooled [B, d]
   * @param logits [B, labels]
   */
  public record Output(List<NDArray> states, NDArray pooled, NDArray logits) {}

  /**
   * @param labels classes, or numbers to estimate
   */
  public BertClassifier(BertConfiguration c, int labels) {
    encoder = new BertEncoder(parameters, "bert", c);
    head = new Linear(parameters, "classifier", c.width(), labels, c.initialiser());
    headDropout = c.headDropout();
  }

  /** States, pooler and logits of a batch. */
  public Output apply(Pass pass, BertBatch batch) {
    List<NDArray> states = encoder.states(pass, batch);
    NDArray pooled = encoder.pool(pass, states.get(states.size() - 1), batch);
    return new Output(states, pooled, head.apply(pass, pass.dropout(pooled, headDropout)));
  }

  /** Every parameter. */
  public Parameters parameters() {
    return parameters;
  }
}
