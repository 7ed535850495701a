package dev.hypersweep.trainer.moe.hyper;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.Companion;
import dev.hypersweep.trainer.moe.expert.Dispatch;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.moe.gate.Selection;
import dev.hypersweep.trainer.nn.Pass;

/**
 * HyperMoE's part of a sparse layer (Figure 2 of the paper): a HyperExpert generated from the
 * experts that were not selected, for every token, dropped ones included. y = sum over the selected
 * i of G(x)_i E_i(x) + HyperE(x); no gate weight, no scale, no residual of its own.
 */
public final class HyperMoe implements Companion {

  /** Sets beyond these are not generated ahead for inference. */
  private static final int MOST_SETS_AHEAD = 64;

  private final SelectionEmbedding selection;
  private final EmbeddingMlp mlp;
  private final Hypernetwork hypernetwork;
  private final LayerEmbedding layer;
  private final Generating generating;

  private HyperMoe(
      SelectionEmbedding selection,
      EmbeddingMlp mlp,
      Hypernetwork hypernetwork,
      LayerEmbedding layer,
      Generating generating) {
    this.selection = selection;
    this.mlp = mlp;
    this.hypernetwork = hypernetwork;
    this.layer = layer;
    this.generating = generating;
  }

  /**
   * @param mlp null for none: the hypernetwork then reads s itself
   * @param hypernetwork may serve other layers too
   */
  public HyperMoe(
      SelectionEmbedding selection,
      EmbeddingMlp mlp,
      Hypernetwork hypernetwork,
      LayerEmbedding layer) {
    this(selection, mlp, hypernetwork, layer, Generating.AUTOMATIC);
  }

  /** The same function computed in a given way. */
  public HyperMoe with(Generating way) {
    return new HyperMoe(selection, mlp, hypernetwork, layer, way);
  }

  /** Whether HyperExperts depend on nothing but the set of selected experts. */
  public boolean isBinary(int k, int experts) {
    return selection.isBinary(k, experts);
  }

  @Override
  public NDArray apply(Dispatch dispatch) {
    Pass pass = dispatch.pass();
    Routing routing = dispatch.routing();
    NDArray x = routing.input();
    return switch (way(routing.selection())) {
      case PER_SET -> {
        SelectedSets sets = sets(pass, routing.selection());
        yield isCheaperFactored(sets)
            ? hypernetwork.applyFactored(pass, x, ofTokens(pass, routing).h())
            : hyperExpert(pass, sets, routing.experts()).ofSets(pass, x, sets.ofToken());
      }
      case FACTORED -> hypernetwork.applyFactored(pass, x, ofTokens(pass, routing).h());
      default -> perToken(pass, routing).hyperExpert().ofTokens(pass, x);
    };
  }

  @Override
  public NDArray join(Dispatch dispatch, NDArray outputs) {
    Routing routing = dispatch.routing();
    boolean groupedAlready =
        routing.k() == 1 && dispatch.isWhole() && way(routing.selection()) == Generating.PER_SET;
    if (!groupedAlready) {
      return Companion.super.join(dispatch, outputs);
    }
    Pass pass = dispatch.pass();
    SelectedSets each = SelectedSets.every(routing.selection()); // set e is {e}
    NDArray y =
        hyperExpert(pass, each, routing.experts())
            .ofGroups(pass, dispatch.sorted(), dispatch.sizes());
    return dispatch.combine(outputs.add(y));
  }

  /**
   * Whether so many tokens have a set of their own that the sets' matrices would be for nothing.
   */
  private boolean isCheaperFactored(SelectedSets sets) {
    return generating == Generating.AUTOMATIC
        && isNarrow()
        && sets.count() > MOST_SETS_AHEAD
        && 2 * sets.count() > sets.ofToken().length;
  }

  private boolean isNarrow() {
    return hypernetwork.sizes().hidden() < hypernetwork.sizes().width();
  }

  private Generating way(Selection chosen) {
    if (generating != Generating.AUTOMATIC) {
      return generating;
    }
    if (!selection.isBinary(chosen.k(), chosen.count())) {
      return isNarrow() ? Generating.FACTORED : Generating.PER_TOKEN;
    }
    return Generating.PER_SET;
  }

  private SelectedSets sets(Pass pass, Selection chosen) {
    boolean ahead =
        chosen.k() == 1
            || pass.keepsDerived()
                && Combinations.count(chosen.k(), chosen.count()) <= MOST_SETS_AHEAD;
    return ahead ? SelectedSets.every(chosen) : SelectedSets.distinct(chosen);
  }

  /** The HyperExperts of sets; kept while the weights are fixed if they are of every set. */
  private HyperExpert hyperExpert(Pass pass, SelectedSets sets, int experts) {
    if (sets.count() != Combinations.count(sets.k(), experts)) {
      return ofSets(pass, sets, experts).hyperExpert();
    }
    NDArray[] parts =
        pass.derived(
            this,
            () -> {
              HyperExpert made = ofSets(pass, sets, experts).hyperExpert();
              return new NDArray[] {made.down(), made.downBias(), made.up(), made.upBias()};
            });
    return new HyperExpert(parts[0], parts[1], parts[2], parts[3]);
  }

  /** What is generated for sets of selected experts; only with binary selection embeddings. */
  public Generation ofSets(Pass pass, SelectedSets sets, int experts) {
    return generate(pass, selection.ofSets(pass, sets, experts), true);
  }

  /** What is generated for each token. */
  public Generation perToken(Pass pass, Routing routing) {
    return generate(pass, s(pass, routing), true);
  }

  private Generation ofTokens(Pass pass, Routing routing) {
    return generate(pass, s(pass, routing), false);
  }

  private NDArray s(Pass pass, Routing routing) {
    Selection chosen = routing.selection();
    return selection.isBinary(chosen.k(), chosen.count())
        ? selection.ofSets(pass, SelectedSets.perToken(chosen), chosen.count())
        : selection.ofTokens(pass, routing);
  }

  private Generation generate(Pass pass, NDArray s, boolean whole) {
    NDArray p = mlp == null ? s : mlp.apply(pass, s);
    NDArray h = hypernetwork.hidden(pass, p, layer.vector(pass));
    return new Generation(s, p, h, whole ? hypernetwork.generate(pass, h) : null);
  }
}
