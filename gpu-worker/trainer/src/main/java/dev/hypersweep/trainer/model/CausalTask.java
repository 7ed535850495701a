package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.Arrays;
import java.util.List;

/**
 * A decoder that learns to predict each token of a text from those before it. The task loss is the
 * mean cross-entropy of the predicted tokens in nats and holds nothing else: its exponential is the
 * perplexity.
 */
public final class CausalTask implements TrainableModel<TokenSequence>, TokenLosses<TokenSequence> {

  private static final long IGNORED = -100;
  private static final long FILLER = 0;

  private final Parameters parameters;
  private final CausalDecoder decoder;
  private final DecoderCost cost;

  public CausalTask(Parameters parameters, CausalDecoder decoder, DecoderCost cost) {
    this.parameters = parameters;
    this.decoder = decoder;
    this.cost = cost;
  }

  @Override
  public Losses losses(Pass pass, List<TokenSequence> examples, double labelSmoothing) {
    CausalInput input = input(examples);
    CausalDecoder.Predicted out = decoder.predict(pass, input);
    NDArray task =
        pass.sequences().crossEntropy(out.logits(), labels(pass, examples, input), labelSmoothing);
    return Losses.of(pass, task, out.routings(), out.objective());
  }

  @Override
  public double[][] tokenLosses(Pass pass, List<TokenSequence> examples) {
    CausalInput input = input(examples);
    NDArray logits = decoder.predict(pass, input).logits();
    double[][] losses =
        PerToken.of(pass.sequences().tokenLosses(logits, labels(pass, examples, input)));
    for (int b = 0; b < losses.length; b++) {
      int end = examples.get(b).tokens().length - 1;
      losses[b] = Arrays.copyOfRange(losses[b], end - examples.get(b).predicted(), end);
    }
    return losses;
  }

  /** All tokens but the last, which is only predicted. */
  private static CausalInput input(List<TokenSequence> examples) {
    List<int[]> read =
        examples.stream()
            .map(TokenSequence::tokens)
            .map(tokens -> Arrays.copyOf(tokens, tokens.length - 1))
            .toList();
    return CausalInput.whole(Padded.rows(read, FILLER), Padded.mask(read));
  }

  /** At each position the token after it, where that is predicted: int64 [B, L]. */
  private static NDArray labels(Pass pass, List<TokenSequence> examples, CausalInput input) {
    int length = input.length();
    long[] labels = new long[examples.size() * length];
    Arrays.fill(labels, IGNORED);
    for (int b = 0; b < examples.size(); b++) {
      TokenSequence example = examples.get(b);
      int first = example.tokens().length - example.predicted();
      for (int i = first; i < example.tokens().length; i++) {
        labels[b * length + i - 1] = example.tokens()[i];
      }
    }
    return pass.manager().create(labels, new Shape(examples.size(), length));
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public int tokens(TokenSequence example) {
    return example.tokens().length - 1;
  }

  @Override
  public int terms(TokenSequence example) {
    return example.predicted();
  }

  @Override
  public long activeSize() {
    return parameters.size() - cost.idleSize();
  }

  @Override
  public double flopsPerToken(double length) {
    return 2.0 * (activeSize() - cost.lookedUp()) + 4.0 * cost.attentionWidth() * length;
  }
}
