package dev.hypersweep.trainer.bench;

import dev.hypersweep.trainer.model.TokenisedExample;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a step works on: the numbers of the model and of its batch. Texts are {@code length} tokens
 * each, token t of all of them being t * 7919 modulo the vocabulary.
 *
 * @param embed t, width of expert embeddings and layer embeddings
 * @param hid width of the hypernetwork's hidden layer
 * @param bottleneck b of a HyperExpert
 * @param threads intra-op threads of each process
 */
record Workload(
    int vocabulary,
    int width,
    int layers,
    int heads,
    int inner,
    int length,
    int batch,
    int classes,
    int experts,
    int k,
    int embed,
    int hid,
    int bottleneck,
    int threads) {

  /** The model of the goals that the project set itself. */
  static final Workload STANDARD =
      new Workload(8000, 256, 4, 4, 1024, 64, 32, 4, 8, 1, 64, 16, 16, 2);

  private static final long STRIDE = 7919;

  /** Tokens of a step. */
  int tokens() {
    return batch * length;
  }

  /** The batch, the same at every step. */
  List<TokenisedExample> examples() {
    return IntStream.range(0, batch)
        .mapToObj(
            b ->
                new TokenisedExample(
                    IntStream.range(b * length, (b + 1) * length)
                        .map(t -> (int) (t * STRIDE % vocabulary))
                        .toArray(),
                    b % classes))
        .toList();
  }

  /** The same with other sizes of the sparse layers. */
  Workload sparse(int otherExperts, int otherK, int otherBottleneck) {
    return new Workload(
        vocabulary,
        width,
        layers,
        heads,
        inner,
        length,
        batch,
        classes,
        otherExperts,
        otherK,
        embed,
        hid,
        otherBottleneck,
        threads);
  }

  /** The same at another width, the feed-forward networks growing with it. */
  Workload wide(int otherWidth) {
    return new Workload(
        vocabulary,
        otherWidth,
        layers,
        heads,
        inner * otherWidth / width,
        length,
        batch,
        classes,
        experts,
        k,
        embed,
        hid,
        bottleneck,
        threads);
  }
}
