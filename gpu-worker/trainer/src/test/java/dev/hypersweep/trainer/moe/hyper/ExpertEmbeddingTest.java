package dev.hypersweep.trainer.moe.hyper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.moe.expert.Form;
import dev.hypersweep.trainer.moe.expert.MlpExperts;
import dev.hypersweep.trainer.nn.Activation;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExpertEmbeddingTest {

  private static final int N = 4;
  private static final int D = 3;
  private static final int F = 19; // two steps of eight places, three places left out
  private static final int T = 6;

  private final Session session = Session.open("cpu", 1);
  private final Parameters parameters = new Parameters();

  @AfterEach
  void close() {
    session.close();
  }

  private Experts experts(Layout layout) {
    Form form = new Form(D, F, Activation.GELU, true, layout, 0);
    return new MlpExperts(parameters, MlpExperts.Names.of("experts."), form, N);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void convolutionIsDepthwiseThenPointwiseThenGeluThenTheMean(Layout layout) {
    Experts experts = experts(layout);
    ConvolutionEmbedding convolution =
        new ConvolutionEmbedding(parameters, "embedding", experts, T, false);
    Weights weights = weights();
    try (Pass pass = Pass.evaluation(session, weights)) {
      double[] table = convolution.table(pass).toDoubleArray();
      double[] kernel = value(weights, "embedding.depthwise.weight"); // [8, d]
      double[] pointwise = value(weights, "embedding.pointwise.weight"); // [t, d]
      double[] bias = value(weights, "embedding.pointwise.bias");
      for (int e = 0; e < N; e++) {
        double[] w = value(weights, "experts." + e + ".inner.weight");
        for (int t = 0; t < T; t++) {
          double mean = 0;
          for (int step = 0; step < 2; step++) {
            double sum = bias[t];
            for (int c = 0; c < D; c++) {
              double channel = 0;
              for (int place = 0; place < 8; place++) {
                int f = step * 8 + place;
                channel +=
                    kernel[place * D + c] * w[layout == Layout.OUT_IN ? f * D + c : c * F + f];
              }
              sum += pointwise[t * D + c] * channel;
            }
            mean += gelu(sum) / 2;
          }
          assertThat(table[e * T + t]).isCloseTo(mean, within(1e-12));
        }
      }
    }
  }

  private double gelu(double x) {
    try (NDArray one = session.manager().create(new double[] {x})) {
      return session.operations().gelu(one).getDouble(0);
    }
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void onlyTheDetachedConvolutionLeavesTheExpertsAlone(Layout layout) {
    Experts experts = experts(layout);
    ConvolutionEmbedding with = new ConvolutionEmbedding(parameters, "with", experts, T, false);
    ConvolutionEmbedding without =
        new ConvolutionEmbedding(parameters, "without", experts, T, true);
    Weights weights = weights();
    assertThat(gradientOfExperts(weights, experts, with)).isGreaterThan(1e-3);
    assertThat(gradientOfExperts(weights, experts, without)).isZero();
  }

  private double gradientOfExperts(Weights weights, Experts experts, ExpertEmbedding embedding) {
    try (Pass pass = Pass.recording(session, weights)) {
      pass.backward(embedding.table(pass).sum());
      return pass.gradient(experts.matrices(0).get(0)).abs().sum().getDouble();
    }
  }

  /** Scores on all N - 1 components keep the distances between the experts' weights. */
  @ParameterizedTest
  @EnumSource(Layout.class)
  void principalComponentsKeepDistances(Layout layout) {
    Experts experts = experts(layout);
    Weights weights = weights();
    try (Pass pass = Pass.evaluation(session, weights)) {
      double[] table = new PrincipalComponents(experts, T).table(pass).toDoubleArray();
      double ratio = distance(table, 0, 1) / distance(weights, experts, 0, 1);
      for (int i = 0; i < N; i++) {
        for (int j = 0; j < i; j++) {
          assertThat(distance(table, i, j))
              .isCloseTo(ratio * distance(weights, experts, i, j), within(1e-9));
        }
        assertThat(table).hasSize(N * T);
        for (int column = N - 1; column < T; column++) {
          assertThat(table[i * T + column]).isZero();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aRandomProjectionIsDecidedByItsSeedAndHasRowsOfUnitSize(Layout layout) {
    Experts experts = experts(layout);
    Weights weights = weights();
    try (Pass pass = Pass.evaluation(session, weights)) {
      NDArray table = new ProjectionEmbedding(experts, T, 7).table(pass);
      double[] numbers = table.toDoubleArray();
      assertThat(new ProjectionEmbedding(experts, T, 7).table(pass).toDoubleArray())
          .isEqualTo(numbers);
      assertThat(new ProjectionEmbedding(experts, T, 8).table(pass).toDoubleArray())
          .isNotEqualTo(numbers);
      for (int e = 0; e < N; e++) {
        assertThat(table.get(e).square().mean().getDouble()).isCloseTo(1, within(1e-12));
      }
    }
  }

  private static double distance(double[] table, int i, int j) {
    double sum = 0;
    int width = table.length / N;
    for (int column = 0; column < width; column++) {
      double difference = table[i * width + column] - table[j * width + column];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  private static double distance(Weights weights, Experts experts, int i, int j) {
    double sum = 0;
    for (int m = 0; m < 2; m++) {
      NDArray one = weights.value(experts.matrices(i).get(m));
      NDArray other = weights.value(experts.matrices(j).get(m));
      sum += one.sub(other).square().sum().getDouble();
    }
    return Math.sqrt(sum);
  }

  private Weights weights() {
    return new Weights(session, parameters, 1, DataType.FLOAT64);
  }

  private double[] value(Weights weights, String name) {
    Parameter parameter =
        parameters.all().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    return weights.value(parameter).toDoubleArray();
  }
}
