package dev.hypersweep.trainer.analysis;

import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.trainer.model.TextEncoder;
import dev.hypersweep.trainer.model.TokenisedText;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * How alike HyperExperts and experts are, in every sparse layer that has a companion, on the same
 * few held-out examples each time. No noise, no dropout.
 */
public final class SimilarityAnalysis implements Analysis {

  /** Most experts of a layer: a table of the square of it is one metric. */
  public static final int MOST_EXPERTS = 64;

  /** Most tokens that are compared. */
  static final int TOKENS = 2_048;

  private final TextEncoder model;
  private final List<? extends TokenisedText> sample;

  /**
   * @param held examples that the model does not learn from, at least one
   */
  public SimilarityAnalysis(TextEncoder model, List<? extends TokenisedText> held) {
    this.model = model;
    this.sample = sample(held, TOKENS);
  }

  /**
   * Spread evenly over the split, for a split may be sorted; at most that many tokens, or one
   * example.
   */
  static <T extends TokenisedText> List<T> sample(List<T> held, int tokens) {
    double mean = held.stream().mapToInt(example -> example.tokens().length).average().orElse(1);
    int wanted = (int) Math.max(1, Math.min(held.size(), tokens / mean));
    List<T> sample = new ArrayList<>();
    int taken = 0;
    for (int number = 0; number < wanted; number++) {
      T example = held.get((int) ((long) number * held.size() / wanted));
      taken += example.tokens().length;
      if (taken > tokens && !sample.isEmpty()) {
        break;
      }
      sample.add(example);
    }
    return sample;
  }

  @Override
  public List<MetricArray> arrays(Session session, Weights weights, long step) {
    try (Pass pass = Pass.evaluation(session, weights)) {
      List<Routing> routings = model.routings(pass, sample);
      List<LayerSimilarity> layers = new ArrayList<>();
      for (int number = 0; number < routings.size(); number++) {
        SparseLayer layer = model.sparseLayers().get(number);
        LayerOutputs outputs = LayerOutputs.of(pass, layer, routings.get(number));
        layers.add(LayerSimilarity.of(outputs));
      }
      return SimilarityReport.of(layers, step);
    }
  }
}
