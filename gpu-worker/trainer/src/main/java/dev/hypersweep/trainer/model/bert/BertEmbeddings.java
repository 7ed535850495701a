package dev.hypersweep.trainer.model.bert;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Embedding;
import dev.hypersweep.trainer.nn.LayerNorm;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** norm(token + position + segment): [n] -> [n, d]. */
final class BertEmbeddings {

  private final Embedding tokens;
  private final Embedding positions;
  private final Embedding segments;
  private final LayerNorm norm;
  private final int padding;
  private final double dropout;

  BertEmbeddings(Parameters parameters, String name, BertConfiguration c) {
    int d = c.width();
    tokens = new Embedding(parameters, name + ".word_embeddings", c.vocabulary(), d, c.deviation());
    positions =
        new Embedding(parameters, name + ".position_embeddings", c.positions(), d, c.deviation());
    segments =
        new Embedding(parameters, name + ".token_type_embeddings", c.segments(), d, c.deviation());
    norm = new LayerNorm(parameters, name + ".LayerNorm", d, c.epsilon());
    padding = c.padding();
    dropout = c.dropout();
  }

  NDArray apply(Pass pass, BertBatch batch) {
    NDArray x =
        pass.packed()
            .embedding(pass.get(tokens.table()), batch.tokens(), padding)
            .add(positions.apply(pass, batch.positions()))
            .add(segments.apply(pass, batch.segments()));
    return pass.dropout(norm.apply(pass, x), dropout);
  }
}
