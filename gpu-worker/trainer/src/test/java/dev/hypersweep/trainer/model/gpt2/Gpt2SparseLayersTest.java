package dev.hypersweep.trainer.model.gpt2;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.generation.GenerationSettings;
import dev.hypersweep.trainer.model.CentralDifferences;
import dev.hypersweep.trainer.model.CompanionConfiguration;
import dev.hypersweep.trainer.model.CompanionConfiguration.ConditioningKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.EmbeddingKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.Sharing;
import dev.hypersweep.trainer.model.GateConfiguration;
import dev.hypersweep.trainer.model.PrefixTask;
import dev.hypersweep.trainer.model.SequencePair;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.SequenceBalance;
import dev.hypersweep.trainer.moe.hyper.Reduction;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Gpt2SparseLayersTest {

  private static final Gpt2Configuration BASE = TinyGpt2.configuration("");
  private static final List<SequencePair> PAIRS =
      List.of(
          new SequencePair(new int[] {3, 5, 2}, new int[] {9, 1}),
          new SequencePair(new int[] {7, 1}, new int[] {4, 6, 1}));

  static Stream<CompanionConfiguration> companions() {
    return Stream.of(
        new CompanionConfiguration.None(),
        new CompanionConfiguration.Shared(3),
        new CompanionConfiguration.PerExpert(3),
        new CompanionConfiguration.Hyper(
            new CompanionConfiguration.HyperSizes(2, 5, 4, 3, 6),
            EmbeddingKind.TABLE,
            ConditioningKind.UNSELECTED,
            Reduction.MEAN,
            true,
            true,
            true,
            Sharing.STACK));
  }

  private static SparseConfiguration sparse(CompanionConfiguration companion) {
    return new SparseConfiguration(
        3,
        2,
        2,
        BASE.innerWidth(),
        1,
        new GateConfiguration.Softmax(GateScale.RENORMALISED),
        new SequenceBalance(0.1, true),
        companion);
  }

  @ParameterizedTest
  @MethodSource("companions")
  void gradientsOfTargetsEqualCentralDifferences(CompanionConfiguration companion) {
    try (Session session = Session.open("cpu", 1)) {
      Gpt2 model = new Gpt2(BASE, new Gpt2SparseLayers(BASE, sparse(companion)));
      PrefixTask task = new PrefixTask(model.parameters(), model, model.cost());
      Weights weights = new Weights(session, model.parameters(), 5, DataType.FLOAT64);
      long alive =
          new CentralDifferences(session, weights, pass -> task.losses(pass, PAIRS, 0).task())
              .stir()
              .check(1e-6);
      assertThat(alive).isGreaterThan(9L * weights.parameters().size() / 10);
      assertThat(model.cost().idleSize()).isPositive();
    }
  }

  /** The k-th next token is the likeliest after what was written before it. */
  @Test
  void whatIsWrittenIsTheLikeliestContinuationWhateverStandsBesideItInTheBatch() {
    try (Session session = Session.open("cpu", 1)) {
      Gpt2 model =
          new Gpt2(BASE, new Gpt2SparseLayers(BASE, sparse(new CompanionConfiguration.Shared(3))));
      PrefixTask task = new PrefixTask(model.parameters(), model, model.cost());
      Weights weights = new Weights(session, model.parameters(), 6, DataType.FLOAT64);
      GenerationSettings search = GenerationSettings.of(4, 1, 1, 0);
      List<int[]> sources = List.of(new int[] {3, 5, 2, 8}, new int[] {7});
      List<int[]> both = task.write(session, weights, sources, search);
      for (int i = 0; i < 2; i++) {
        int[] source = sources.get(i);
        assertThat(task.write(session, weights, List.of(source), search).get(0))
            .containsExactly(both.get(i));
        int written = both.get(i).length == 0 ? 1 : both.get(i)[0];
        double likeliest = nll(session, task, weights, source, written);
        for (int token = 0; token < BASE.vocabulary(); token++) {
          assertThat(nll(session, task, weights, source, token))
              .isGreaterThanOrEqualTo(likeliest - 1e-9);
        }
      }
    }
  }

  private static double nll(
      Session session, PrefixTask task, Weights weights, int[] source, int token) {
    try (Pass pass = Pass.evaluation(session, weights)) {
      return task.tokenLosses(pass, List.of(new SequencePair(source, new int[] {token})))[0][0];
    }
  }
}
