package dev.hypersweep.trainer.moe.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.moe.gate.Selection;
import dev.hypersweep.trainer.moe.gate.Sequences;
import dev.hypersweep.trainer.nn.Activation;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpertsTest {

  private static final int WIDTH = 4;
  private static final int INNER = 6;
  private static final int[] SELECTED = {2, 0, 2, 1, 0, 2}; // of three tokens, two each

  private final Session session = Session.open("cpu", 1);
  private final Parameters parameters = new Parameters();

  @AfterEach
  void close() {
    session.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GELU, true, OUT_IN",
    "GELU_NEW, true, IN_OUT",
    "RELU, false, OUT_IN",
    "SILU, false, IN_OUT",
    "TANH, true, OUT_IN"
  })
  void aTokenGetsTheSumOfItsExpertsEachTimesItsWeight(
      Activation activation, boolean biased, Layout layout) {
    Form form = new Form(WIDTH, INNER, activation, biased, layout, 0);
    equalsTheSum(new MlpExperts(parameters, MlpExperts.Names.of("experts."), form, 3));
  }

  @Test
  void theSameHoldsForGatedExperts() {
    Form form = new Form(WIDTH, INNER, Activation.SILU, false, Layout.OUT_IN, 0);
    GatedExperts.Names names = GatedExperts.Names.of("experts.", "gate", "up", "down");
    equalsTheSum(new GatedExperts(parameters, names, form, 3));
  }

  /** Against the plain formula, token by token and expert by expert. */
  private void equalsTheSum(Experts experts) {
    Weights weights = new Weights(session, parameters, 1, DataType.FLOAT64);
    try (Pass pass = Pass.evaluation(session, weights)) {
      NDArray x = normal(3, WIDTH);
      NDArray g = normal(3, 2);
      Dispatch dispatch = Dispatch.of(pass, routing(x, g, null));
      NDArray y = dispatch.combine(experts.apply(dispatch));
      for (int token = 0; token < 3; token++) {
        NDArray sum = session.manager().zeros(new Shape(1, WIDTH), DataType.FLOAT64);
        for (int place = 0; place < 2; place++) {
          NDArray row = x.get(token).reshape(1, WIDTH);
          NDArray out = plain(pass, experts, SELECTED[token * 2 + place], row);
          sum = sum.add(out.mul(g.getDouble(token, place)));
        }
        assertThat(y.get(token).toDoubleArray())
            .containsExactly(sum.toDoubleArray(), within(1e-12));
      }
    }
  }

  private NDArray plain(Pass pass, Experts experts, int expert, NDArray row) {
    List<Parameter> matrices = experts.matrices(expert);
    NDArray inner = affine(pass, experts, matrices.get(0), row);
    NDArray active = experts.form().activation().apply(session.operations(), inner);
    if (matrices.size() == 3) {
      active = active.mul(affine(pass, experts, matrices.get(1), row));
    }
    return affine(pass, experts, matrices.get(matrices.size() - 1), active);
  }

  private NDArray affine(Pass pass, Experts experts, Parameter weight, NDArray row) {
    NDArray w = pass.get(weight);
    NDArray y = row.matMul(experts.form().layout() == Layout.OUT_IN ? w.transpose() : w);
    String bias = weight.name().replace("weight", "bias");
    return parameters.all().stream()
        .filter(parameter -> parameter.name().equals(bias))
        .findFirst()
        .map(parameter -> y.add(pass.get(parameter)))
        .orElse(y);
  }

  @Test
  void whatFoundNoRoomPassesUnchangedTimesItsWeight() {
    Form form = Form.standard(WIDTH, INNER);
    Experts experts = new MlpExperts(parameters, MlpExperts.Names.of("experts."), form, 3);
    Weights weights = new Weights(session, parameters, 1, DataType.FLOAT64);
    boolean[] dropped = {false, false, true, true, false, false};
    try (Pass pass = Pass.evaluation(session, weights)) {
      NDArray x = normal(3, WIDTH);
      NDArray g = normal(3, 2);
      Dispatch dispatch = Dispatch.of(pass, routing(x, g, dropped));
      double[] y = dispatch.combine(experts.apply(dispatch)).get(1).toDoubleArray();
      double[] expected = x.get(1).mul(g.get(1).sum()).toDoubleArray();
      assertThat(y).containsExactly(expected, within(1e-12));
    }
  }

  @Test
  void severalSharedExpertsEqualOneOfTheirJoinedWidth() {
    Form form = new Form(WIDTH, INNER, Activation.SILU, false, Layout.OUT_IN, 0);
    GatedExperts.Names names = GatedExperts.Names.of("shared.", "gate", "up", "down");
    SharedExperts shared = new SharedExperts(new GatedExperts(parameters, names, form, 2));
    Weights weights = new Weights(session, parameters, 1, DataType.FLOAT64);
    try (Pass pass = Pass.evaluation(session, weights)) {
      NDArray x = normal(3, WIDTH);
      NDArray gate = joined(pass, "gate", 0);
      NDArray up = joined(pass, "up", 0);
      NDArray down = joined(pass, "down", 1);
      NDArray inner = session.operations().silu(x.matMul(gate.transpose()));
      NDArray expected = inner.mul(x.matMul(up.transpose())).matMul(down.transpose());
      assertThat(shared.apply(pass, x).toDoubleArray())
          .containsExactly(expected.toDoubleArray(), within(1e-12));
    }
  }

  private NDArray joined(Pass pass, String part, int axis) {
    List<NDArray> both =
        parameters.all().stream()
            .filter(parameter -> parameter.name().endsWith(part + ".weight"))
            .map(pass::get)
            .toList();
    return both.get(0).concat(both.get(1), axis);
  }

  @Test
  void gatedExpertsWithBiasesAreRefused() {
    GatedExperts.Names names = GatedExperts.Names.of("experts.", "gate", "up", "down");
    assertThatThrownBy(() -> new GatedExperts(parameters, names, Form.standard(4, 4), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("biases");
  }

  private Routing routing(NDArray x, NDArray weights, boolean[] dropped) {
    Selection selection = new Selection(SELECTED, 2, 3, dropped);
    return new Routing(x, null, null, null, weights, selection, Sequences.one(3), null);
  }

  private NDArray normal(long rows, long columns) {
    return session.manager().randomNormal(0, 1, new Shape(rows, columns), DataType.FLOAT64);
  }
}
