package dev.hypersweep.trainer.moe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.moe.expert.Form;
import dev.hypersweep.trainer.moe.expert.MlpExperts;
import dev.hypersweep.trainer.moe.gate.Gate;
import dev.hypersweep.trainer.moe.gate.GateMatrix;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.Sequences;
import dev.hypersweep.trainer.moe.gate.SoftmaxTopKGate;
import dev.hypersweep.trainer.moe.gate.SwitchGate;
import dev.hypersweep.trainer.moe.hyper.Conditioning;
import dev.hypersweep.trainer.moe.hyper.HeadStart;
import dev.hypersweep.trainer.moe.hyper.HyperMoe;
import dev.hypersweep.trainer.moe.hyper.Hypernetwork;
import dev.hypersweep.trainer.moe.hyper.LayerEmbedding;
import dev.hypersweep.trainer.moe.hyper.LearnedTable;
import dev.hypersweep.trainer.moe.hyper.Reduction;
import dev.hypersweep.trainer.moe.hyper.SelectionEmbedding;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SparseLayerTest {

  private static final int WIDTH = 6;
  private static final int EXPERTS = 4;
  private static final int TOKENS = 15;
  private static final int[] MOVED = {2, 0, 3, 1}; // expert e becomes number MOVED[e]

  private final Session session = Session.open("cpu", 1);
  private final Parameters parameters = new Parameters();
  private final GateMatrix gate =
      new GateMatrix(parameters, "gate", WIDTH, EXPERTS, Layout.OUT_IN, Initialiser.normal(1));
  private final Experts experts =
      new MlpExperts(parameters, MlpExperts.Names.of("experts."), Form.standard(WIDTH, 5), EXPERTS);
  private final LearnedTable table = new LearnedTable(parameters, "table", EXPERTS, 3, 1);
  private final Hypernetwork hypernetwork =
      new Hypernetwork(
          parameters,
          Hypernetwork.Names.of("hyper"),
          new Hypernetwork.Sizes(3, 2, 7, WIDTH, 3, true, true),
          new HeadStart.Normal(0.4));
  private final LayerEmbedding layer = LayerEmbedding.own(parameters, "layer", 2, 1);
  private final NDArray x =
      session.manager().randomNormal(0, 1, new Shape(TOKENS, WIDTH), DataType.FLOAT64);

  @AfterEach
  void close() {
    session.close();
  }

  @ParameterizedTest
  @EnumSource(Reduction.class)
  void expertsMayBeNumberedInAnyOrder(Reduction reduction) {
    Weights weights = new Weights(session, parameters, 1, DataType.FLOAT64);
    Weights renumbered = new Weights(parameters, parameter -> renumbered(weights, parameter));
    for (int k = 1; k <= EXPERTS; k++) {
      Gate topK = new SoftmaxTopKGate(gate, k, GateScale.RENORMALISED);
      SparseLayer sparse = new SparseLayer(topK, experts, null, hyper(reduction));
      assertThat(output(sparse, renumbered))
          .containsExactly(output(sparse, weights), within(1e-12));
    }
  }

  private NDArray renumbered(Weights weights, Parameter parameter) {
    NDArray value = weights.value(parameter);
    if (parameter.name().equals("gate") || parameter.name().equals("table")) {
      NDArray moved = value.duplicate();
      for (int e = 0; e < EXPERTS; e++) {
        moved.set(new NDIndex(MOVED[e]), value.get(e));
      }
      return moved;
    }
    if (parameter.name().startsWith("experts.")) {
      int number = Integer.parseInt(parameter.name().split("\\.")[1]);
      int source = 0;
      while (MOVED[source] != number) {
        source++;
      }
      String name = parameter.name().replace("experts." + number, "experts." + source);
      return weights.value(named(name));
    }
    return value;
  }

  /** The HyperExpert has no capacity: it sees tokens that no expert had room for. */
  @Test
  void aCompanionSeesDroppedTokensToo() {
    Weights weights = new Weights(session, parameters, 1, DataType.FLOAT64);
    SparseLayer limited =
        new SparseLayer(new SwitchGate(gate, 0, 1), experts, null, hyper(Reduction.SUM));
    SparseLayer plain = new SparseLayer(new SwitchGate(gate, 0, 1), experts, null, null);
    SparseLayer free =
        new SparseLayer(new SwitchGate(gate, 0, 0), experts, null, hyper(Reduction.SUM));
    SparseLayer freePlain = new SparseLayer(new SwitchGate(gate, 0, 0), experts, null, null);
    double[] added = difference(output(limited, weights), output(plain, weights));
    double[] expected = difference(output(free, weights), output(freePlain, weights));
    assertThat(added).containsExactly(expected, within(1e-12)).doesNotContain(0);
  }

  @Test
  void anAdapterOfItsOwnIsAppliedOncePerSelectedExpertWithoutWeight() {
    ExpertAdapters adapters = new ExpertAdapters(parameters, "adapters", WIDTH, 3, EXPERTS);
    Weights weights = new Weights(session, parameters, 1, DataType.FLOAT64);
    weights.value(named("adapters.down.bias")).addi(0.5);
    weights.value(named("adapters.up.bias")).addi(0.25);
    for (Gate each :
        List.of(new SwitchGate(gate, 0, 1), new SoftmaxTopKGate(gate, 3, GateScale.PROBABILITY))) {
      double[] added =
          difference(
              output(new SparseLayer(each, experts, null, adapters), weights),
              output(new SparseLayer(each, experts, null, null), weights));
      try (Pass pass = Pass.evaluation(session, weights)) {
        int[] selected = each.route(pass, x, Sequences.one(TOKENS)).selection().experts();
        List<Double> expected = new ArrayList<>();
        for (int token = 0; token < TOKENS; token++) {
          NDArray sum = session.manager().zeros(new Shape(1, WIDTH), DataType.FLOAT64);
          for (int place = 0; place < each.k(); place++) {
            int e = selected[token * each.k() + place];
            NDArray inner =
                x.get(token)
                    .reshape(1, WIDTH)
                    .matMul(weights.value(named("adapters.down.weight")).get(e))
                    .add(weights.value(named("adapters.down.bias")).get(e));
            sum =
                sum.add(
                    session
                        .operations()
                        .relu(inner)
                        .matMul(weights.value(named("adapters.up.weight")).get(e))
                        .add(weights.value(named("adapters.up.bias")).get(e)));
          }
          for (double value : sum.toDoubleArray()) {
            expected.add(value);
          }
        }
        double[] numbers = expected.stream().mapToDouble(Double::doubleValue).toArray();
        assertThat(added).containsExactly(numbers, within(1e-12));
      }
    }
  }

  private HyperMoe hyper(Reduction reduction) {
    return new HyperMoe(
        new SelectionEmbedding(table, new Conditioning.Unselected(), reduction),
        null,
        hypernetwork,
        layer);
  }

  private double[] output(SparseLayer sparse, Weights weights) {
    try (Pass pass = Pass.evaluation(session, weights)) {
      return sparse.apply(pass, x, Sequences.one(TOKENS)).y().toDoubleArray();
    }
  }

  private static double[] difference(double[] one, double[] other) {
    double[] result = new double[one.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = one[i] - other[i];
    }
    return result;
  }

  private Parameter named(String name) {
    return parameters.all().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
