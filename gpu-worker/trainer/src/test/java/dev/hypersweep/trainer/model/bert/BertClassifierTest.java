package dev.hypersweep.trainer.model.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.TokenisedExample;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BertClassifierTest {

  private final Session session = Session.open("cpu", 1);
  private final BertClassifier model = new BertClassifier(TinyBert.configuration(""), 3);
  private final Weights weights = new Weights(session, model.parameters(), 5, DataType.FLOAT64);

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void packedExamplesGiveTheLogitsOfPaddedOnes() {
    long[][] tokens = {{1, 5, 2, 9, 0, 0}, {3, 0, 0, 0, 0, 0}, {8, 7, 6, 4, 10, 2}};
    long[][] segments = {{0, 0, 1, 1, 0, 0}, new long[6], {0, 0, 0, 0, 1, 1}};
    long[][] mask = {{1, 1, 1, 1, 0, 0}, {1, 0, 0, 0, 0, 0}, {1, 1, 1, 1, 1, 1}};
    try (Pass pass = Pass.evaluation(session, weights)) {
      double[] padded =
          model
              .apply(pass, BertBatch.padded(pass, tokens, segments, mask))
              .logits()
              .toDoubleArray();
      double[] packed =
          model.apply(pass, BertBatch.packed(pass, TinyBert.EXAMPLES)).logits().toDoubleArray();
      assertThat(packed).containsExactly(padded, within(1e-12));
    }
  }

  @Test
  void theVectorOfPaddingDoesNotLearn() {
    TokenisedExample withPadding = new TokenisedExample(new int[] {1, 0, 4}, 0);
    Parameter table = weights.parameters().get(0);
    try (Pass pass = Pass.training(session, weights)) {
      BertBatch batch = BertBatch.packed(pass, List.of(withPadding));
      pass.backward(model.apply(pass, batch).logits().get(0).get(1));
      assertThat(pass.gradient(table).get(0).toDoubleArray()).containsOnly(0);
      assertThat(pass.gradient(table).get(4).toDoubleArray()).doesNotContain(0);
    }
  }

  @Test
  void whatIsNotBuiltIsRefusedByNameAndValue() {
    for (String refused :
        new String[] {
          "\"position_embedding_type\": \"relative_key\"",
          "\"is_decoder\": true",
          "\"problem_type\": \"multi_label_classification\"",
          "\"hidden_act\": \"mish\""
        }) {
      String value = refused.substring(refused.indexOf(' ') + 1).replace("\"", "");
      assertThatThrownBy(() -> TinyBert.configuration(", " + refused)).hasMessageContaining(value);
    }
  }
}
