package dev.hypersweep.trainer.model.bert;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.ClassifierFlops;
import dev.hypersweep.trainer.model.ClassifierSize;
import dev.hypersweep.trainer.model.Companions;
import dev.hypersweep.trainer.model.ExpertLayout;
import dev.hypersweep.trainer.model.FeedForwardLayer;
import dev.hypersweep.trainer.model.Head;
import dev.hypersweep.trainer.model.ModelConfiguration;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.model.TextClassifier;
import dev.hypersweep.trainer.model.TokenisedText;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.expert.Form;
import dev.hypersweep.trainer.moe.gate.RouterObjective;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * BERT with a linear head on its pooler, on the mean of the tokens or on each of them: classes,
 * real numbers, or where a span begins and ends. Every n-th layer may be a mixture of experts, each
 * of the form of the feed-forward network that it stands for, named {@code
 * bert.encoder.layer.<l>.experts.expert_<e>} before the rest of the network's own name.
 */
public final class BertClassifier implements TextClassifier {

  private final Parameters parameters = new Parameters();
  private final BertConfiguration configuration;
  private final ModelConfiguration sizes;
  private final BertEncoder encoder;
  private final Linear head;
  private final BertReading reading;
  private final List<SparseLayer> sparseLayers = new ArrayList<>();

  /**
   * What a forward pass gives.
   *
   * @param states [n, d] of every token after 0, 1, .. layers
   * @param pooled what the head reads: [B, d], or [n, d] for tokens
   * @param logits [B, labels], or [n, labels]
   * @param routings where the tokens went in each sparse layer; empty for a dense model
   */
  public record Output(
      List<NDArray> states, NDArray pooled, NDArray logits, List<Routing> routings) {}

  /** A dense model. */
  public BertClassifier(BertConfiguration c, int labels) {
    this(c, labels, null);
  }

  /** On the pooler. */
  public BertClassifier(BertConfiguration c, int labels, SparseConfiguration sparse) {
    this(c, labels, sparse, BertReading.POOLER);
  }

  /**
   * @param labels classes, or numbers to estimate
   * @param sparse null for a dense model
   */
  public BertClassifier(
      BertConfiguration c, int labels, SparseConfiguration sparse, BertReading reading) {
    this.reading = reading;
    configuration = c;
    sizes = c.sizes(labels, sparse);
    Companions companions =
        sparse == null
            ? null
            : new Companions(parameters, "", c.width(), c.layers(), sparse.companion());
    encoder =
        new BertEncoder(
            parameters,
            "bert",
            c,
            (name, layer) -> feedForward(name, layer, companions),
            reading == BertReading.POOLER);
    head = new Linear(parameters, reading.headName(), c.width(), labels, c.initialiser());
  }

  private FeedForwardLayer feedForward(String name, int layer, Companions companions) {
    if (!sizes.isSparse(layer)) {
      return new BertFeedForward(parameters, name, configuration);
    }
    int f = sizes.sparse().innerWidth();
    Form form = new Form(sizes.width(), f, configuration.activation(), true, Layout.OUT_IN, 0);
    ExpertLayout layout = new ExpertLayout(".expert_", "intermediate.dense", "output.dense", form);
    SparseLayer mixture =
        FeedForwardLayer.sparse(parameters, name, layer, sizes, companions, layout);
    sparseLayers.add(mixture);
    return mixture::apply;
  }

  /** States, pooler and logits of a batch. */
  public Output apply(Pass pass, BertBatch batch) {
    List<Routing> routings = new ArrayList<>();
    List<NDArray> states = encoder.states(pass, batch, routings);
    NDArray last = states.get(states.size() - 1);
    NDArray pooled =
        switch (reading) {
          case POOLER -> encoder.pool(pass, last, batch);
          case MEAN -> BertReading.mean(pass, last, batch);
          case TOKENS -> last;
        };
    NDArray logits = head.apply(pass, pass.dropout(pooled, configuration.headDropout()));
    return new Output(states, pooled, logits, routings);
  }

  @Override
  public Outputs outputs(Pass pass, List<? extends TokenisedText> texts) {
    Output out = apply(pass, BertBatch.packed(pass, texts));
    return new Outputs(out.logits(), out.routings());
  }

  @Override
  public RouterObjective objective() {
    return sizes.sparse() == null ? RouterObjective.NONE : sizes.sparse().objective();
  }

  @Override
  public List<SparseLayer> sparseLayers() {
    return Collections.unmodifiableList(sparseLayers);
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public long activeSize() {
    return parameters.size() - (ClassifierSize.total(sizes) - ClassifierSize.active(sizes));
  }

  @Override
  public double flopsPerToken(double length) {
    Head shape = new Head(sizes.classes(), reading == BertReading.TOKENS);
    double pooler = 2.0 * sizes.width() * sizes.width() / length;
    return ClassifierFlops.perToken(sizes, length)
        + shape.moreFlops(sizes.width(), length)
        + (reading == BertReading.POOLER ? pooler : 0);
  }
}
