package dev.hypersweep.trainer.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.model.bert.BertBatch;
import dev.hypersweep.trainer.model.bert.BertClassifier;
import dev.hypersweep.trainer.model.bert.BertConfiguration;
import dev.hypersweep.trainer.model.bert.BertNames;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.tokenizer.Tokenizer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Sentence embeddings: last states, averaged over the tokens, of length 1. */
class MiniLmEmbeddingTest {

  /** What onnxruntime 1.32.0 gives for the same graph: the first numbers of each embedding. */
  private static final Object[][] SENTENCES = {
    {
      "The experts disagree about the weather.",
      new double[] {-0.000844552, 0.058566693, 0.129648909, 0.115957119}
    },
    {
      "A mixture of experts routes each token.",
      new double[] {-0.00012951, -0.042036068, 0.02619013, 0.002054393}
    },
    {
      "Das Wetter ist schön, naïve café!",
      new double[] {0.027730692, 0.014823828, 0.018038755, 0.054281361}
    },
    {
      "routing tokens to specialised feed-forward networks",
      new double[] {-0.050944339, -0.047870901, 0.049504962, -0.00146302}
    }
  };

  @Test
  void sentencesHaveTheEmbeddingsOfTheOriginal() {
    BertClassifier model =
        new BertClassifier(BertConfiguration.of(MiniLm.config()).withDropout(0), 2);
    try (Session session = Session.open("cpu", 1);
        Tokenizer tokenizer = MiniLm.tokenizer()) {
      Weights weights =
          StoredWeights.begun(
              session,
              model.parameters(),
              BertNames.prefixed(MiniLm.load()),
              7,
              DataType.FLOAT32,
              name -> false,
              name -> name.startsWith("bert.pooler.") || name.startsWith("classifier."));
      double[][] embeddings = new double[SENTENCES.length][];
      for (int i = 0; i < SENTENCES.length; i++) {
        int[] ids = tokenizer.encode((String) SENTENCES[i][0], true).ids();
        embeddings[i] = embedding(session, weights, model, ids);
        double[] start = Arrays.copyOf(embeddings[i], 4);
        assertThat(start).containsExactly((double[]) SENTENCES[i][1], within(1e-6));
      }
      assertThat(dot(embeddings[1], embeddings[3])).isEqualTo(0.554801298, within(1e-6));
      assertThat(dot(embeddings[0], embeddings[3])).isEqualTo(-0.05646542, within(1e-6));
    }
  }

  private static double[] embedding(
      Session session, Weights weights, BertClassifier model, int[] ids) {
    long[][] tokens = {Arrays.stream(ids).asLongStream().toArray()};
    long[][] ones = {new long[ids.length]};
    Arrays.fill(ones[0], 1);
    try (Pass pass = Pass.evaluation(session, weights)) {
      BertBatch batch = BertBatch.padded(pass, tokens, new long[][] {new long[ids.length]}, ones);
      var states = model.apply(pass, batch).states();
      float[] mean = states.get(states.size() - 1).mean(new int[] {0}).toFloatArray();
      double[] wide = new double[mean.length];
      Arrays.setAll(wide, i -> mean[i]);
      double length = Math.sqrt(dot(wide, wide));
      return Arrays.stream(wide).map(number -> number / length).toArray();
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
