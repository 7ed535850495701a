package dev.hypersweep.trainer.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.moe.gate.Selection;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LayerSimilarityTest {

  private static final double HALF = Math.sqrt(0.5);

  private final Session session = Session.open("cpu", 1);

  @AfterEach
  void close() {
    session.close();
  }

  private NDArray rows(double... flat) {
    return session.manager().create(flat, new Shape(flat.length / 2, 2));
  }

  /** Three tokens, two experts; tokens 0 and 1 go to expert 0, token 2 to expert 1. */
  @Test
  void aRowIsTheMeanOverTheTokensOfItsExpert() {
    NDArray hyper = rows(1, 0, 0, 1, 1, 1);
    NDArray first = rows(1, 0, 1, 0, 0, 1);
    NDArray second = rows(0, 1, 0, 2, -1, -1);
    Selection selection = Selection.of(new int[] {0, 0, 1}, 1, 2);
    LayerSimilarity similarity =
        LayerSimilarity.of(new LayerOutputs(hyper, List.of(first, second), selection));
    assertThat(similarity.tokens()).containsExactly(2, 1);
    assertThat(similarity.cosine())
        .containsExactly(new double[] {0.5, 0.5, HALF, -1}, within(1e-12));
    assertThat(similarity.cosineExperts())
        .containsExactly(new double[] {1, 0, -HALF, 1}, within(1e-12));
    assertThat(similarity.selectedCosine()).isCloseTo((1 + 0 - 1) / 3.0, within(1e-12));
    assertThat(similarity.otherCosine()).isCloseTo((0 + 1 + HALF) / 3, within(1e-12));
    assertThat(similarity.expertsCosine()).isCloseTo((0 + 0 - HALF) / 3, within(1e-12));
  }

  @Test
  void aTokenOfTwoExpertsCountsForBoth() {
    NDArray hyper = rows(1, 0, 0, 1);
    NDArray first = rows(1, 0, 1, 0);
    Selection selection = Selection.of(new int[] {1, 0, 0, 2}, 2, 4);
    LayerSimilarity similarity =
        LayerSimilarity.of(new LayerOutputs(hyper, List.of(first, first, first, first), selection));
    assertThat(similarity.tokens()).containsExactly(2, 1, 1, 0);
    assertThat(similarity.cosine())
        .containsExactly(0.5, 0.5, 0.5, 0.5, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void aCopyOfTheSelectedExpertIsWhollyAlike() {
    List<NDArray> experts = List.of(random(), random(), random());
    int[] selected = {0, 1, 2, 2, 1, 0, 1, 1, 0, 2};
    Selection selection = Selection.of(selected, 1, 3);
    NDArray copy = new LayerOutputs(null, experts, selection).first();
    LayerSimilarity similarity = LayerSimilarity.of(new LayerOutputs(copy, experts, selection));
    assertThat(similarity.selectedCosine()).isCloseTo(1, within(1e-12));
    assertThat(similarity.ckaSelected()).isCloseTo(1, within(1e-12));
    assertThat(similarity.cosine()).containsExactly(similarity.cosineExperts(), within(1e-12));
    assertThat(similarity.otherCosine()).isCloseTo(similarity.expertsCosine(), within(1e-12));
  }

  @Test
  void aCopyOfOneExpertHasThatExpertsAlignment() {
    List<NDArray> experts = List.of(random(), random());
    Selection selection = Selection.of(new int[10], 1, 2);
    LayerSimilarity similarity =
        LayerSimilarity.of(new LayerOutputs(experts.get(1), experts, selection));
    assertThat(similarity.cka()[1]).isCloseTo(1, within(1e-12));
    assertThat(similarity.cka()[0])
        .isCloseTo(similarity.ckaExperts()[1], within(1e-12))
        .isBetween(0.0, 0.99);
    assertThat(similarity.ckaExperts()[0]).isCloseTo(1, within(1e-12));
    assertThat(similarity.ckaExperts()[2]).isEqualTo(similarity.ckaExperts()[1]);
  }

  private NDArray random() {
    return session.manager().randomNormal(0, 1, new Shape(10, 2), DataType.FLOAT64);
  }
}
