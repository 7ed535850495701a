package dev.hypersweep.trainer.pretrained;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.tokenizer.Tokenizer;
import org.junit.jupiter.api.Test;

class MiniLmTest {

  @Test
  void everyTensorOfABertHasItsNameAndShape() {
    MiniLm model = MiniLm.load();
    assertThat(model.names()).hasSize(5 + 6 * 16).noneMatch(name -> name.contains("onnx"));
    String layer = "encoder.layer.5.";
    assertThat(model.tensor(layer + "attention.self.value.weight").shape())
        .containsExactly(384, 384);
    assertThat(model.tensor(layer + "intermediate.dense.weight").shape())
        .containsExactly(1536, 384);
    StoredTensor down = model.tensor(layer + "output.dense.weight");
    assertThat(down.shape()).containsExactly(384, 1536);
    assertThat(model.tensor("embeddings.word_embeddings.weight").shape()[0])
        .isEqualTo(MiniLm.config().size("vocab_size"));
  }

  @Test
  void itsTokenizerLeavesTextsWhole() {
    try (Tokenizer tokenizer = MiniLm.tokenizer()) {
      assertThat(tokenizer.vocabularySize()).isEqualTo(30522);
      assertThat(tokenizer.encode("Hello worlds!", true).ids())
          .containsExactly(101, 7592, 8484, 999, 102);
      assertThat(tokenizer.encode("word ".repeat(300), true).length()).isEqualTo(302);
    }
  }
}
