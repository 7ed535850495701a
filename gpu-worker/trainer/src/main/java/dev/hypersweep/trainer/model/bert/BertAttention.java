package dev.hypersweep.trainer.model.bert;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.LayerNorm;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** norm(x + attention(x)), post-LN: [n, d] -> [n, d]. */
final class BertAttention {

  private final Linear query;
  private final Linear key;
  private final Linear value;
  private final Linear out;
  private final LayerNorm norm;
  private final BertConfiguration configuration;

  BertAttention(Parameters parameters, String name, BertConfiguration c) {
    int d = c.width();
    query = new Linear(parameters, name + ".self.query", d, d, c.initialiser());
    key = new Linear(parameters, name + ".self.key", d, d, c.initialiser());
    value = new Linear(parameters, name + ".self.value", d, d, c.initialiser());
    out = new Linear(parameters, name + ".output.dense", d, d, c.initialiser());
    norm = new LayerNorm(parameters, name + ".output.LayerNorm", d, c.epsilon());
    configuration = c;
  }

  NDArray apply(Pass pass, NDArray x, BertBatch batch) {
    NDArray mixed =
        pass.packed()
            .attention(
                query.apply(pass, x),
                key.apply(pass, x),
                value.apply(pass, x),
                batch.slots(),
                batch.mask(),
                configuration.heads(),
                pass.dropping(configuration.attentionDropout()));
    NDArray y = pass.dropout(out.apply(pass, mixed), configuration.dropout());
    return norm.apply(pass, x.add(y));
  }
}
