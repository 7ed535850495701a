package dev.hypersweep.trainer.moe.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gate is the identity on two numbers: a token's two coordinates are its logits. */
class SwitchGateTest {

  private final Session session = Session.open("cpu", 1);
  private final Parameters parameters = new Parameters();
  private final GateMatrix identity =
      new GateMatrix(
          parameters,
          "gate",
          2,
          2,
          Layout.OUT_IN,
          (values, random) -> {
            values[0] = 1;
            values[3] = 1;
          });
  private final Weights weights = new Weights(session, parameters, 1, DataType.FLOAT64);

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void anExpertTakesSoManyTokensOfEachSequenceInTheirOrder() {
    try (Pass pass = Pass.evaluation(session, weights)) {
      Routing routing =
          new SwitchGate(identity, 0, 2)
              .route(pass, tokens(0, 0, 1, 0, 0, 0, 0, 1), Sequences.padded(2, 4));
      assertThat(routing.selection().experts()).containsExactly(0, 0, 1, 0, 0, 0, 0, 1);
      assertThat(routing.selection().dropped())
          .containsExactly(false, false, false, true, false, false, true, false);
      assertThat(routing.selection().load()).containsExactly(4, 2);
      RoutingStatistics statistics = RoutingStatistics.of(pass, routing);
      assertThat(statistics.dropped()).isEqualTo(0.25);
      assertThat(statistics.load()).containsExactly(0.5, 0.25);
    }
  }

  @Test
  void aDroppedTokenCountsAsTheFirstExpertInTheBalanceLoss() {
    try (Pass pass = Pass.evaluation(session, weights)) {
      NDArray x = tokens(1, 1, 1, 1); // p = (1, e) / (1 + e) for each
      SwitchGate gate = new SwitchGate(identity, 0, 1);
      List<Routing> stack = List.of(gate.route(pass, x, Sequences.one(4)));
      double p = Math.E / (1 + Math.E);
      // shares: one token at expert 1, the three dropped ones at expert 0
      assertThat(SwitchObjective.balance(pass, stack).getDouble())
          .isCloseTo(2 * (0.75 * (1 - p) + 0.25 * p), within(1e-12));
      double z = Math.log(1 + Math.E);
      assertThat(SwitchObjective.z(pass, stack).getDouble()).isCloseTo(z * z, within(1e-12));
    }
  }

  /** The mean of products is not the product of means: one router even, one collapsed. */
  @Test
  void theRoutersOfAStackAreJoinedBeforeTheBalanceLoss() {
    try (Pass pass = Pass.evaluation(session, weights)) {
      SwitchGate gate = new SwitchGate(identity, 0, 0);
      Routing first = gate.route(pass, tokens(0, 0), Sequences.one(2));
      Routing second = gate.route(pass, tokens(1, 1), Sequences.one(2));
      assertThat(SwitchObjective.balance(pass, List.of(first, second)).getDouble())
          .isCloseTo(1, within(1e-12));
      assertThat(SwitchObjective.balance(pass, List.of(first)).getDouble())
          .isCloseTo(2 * Math.E / (1 + Math.E), within(1e-12));
    }
  }

  @Test
  void jitterReachesTheExpertsAndIsThereInTrainingOnly() {
    SwitchGate gate = new SwitchGate(identity, 0.1, 0);
    NDArray x = tokens(0, 1);
    try (Pass pass = Pass.evaluation(session, weights)) {
      assertThat(gate.route(pass, x, Sequences.one(2)).input()).isSameAs(x);
    }
    try (Pass pass = Pass.training(session, weights)) {
      NDArray input = gate.route(pass, x, Sequences.one(2)).input();
      for (double ratio : new double[] {input.getDouble(0, 0), input.getDouble(1, 1)}) {
        assertThat(ratio).isBetween(0.9, 1.1).isNotEqualTo(1);
      }
    }
  }

  /** Tokens with a logit of one for an expert, and of zero for the other. */
  private NDArray tokens(int... experts) {
    double[] values = new double[experts.length * 2];
    for (int i = 0; i < experts.length; i++) {
      values[i * 2 + experts[i]] = 1;
    }
    return session.manager().create(values, new Shape(experts.length, 2));
  }
}
