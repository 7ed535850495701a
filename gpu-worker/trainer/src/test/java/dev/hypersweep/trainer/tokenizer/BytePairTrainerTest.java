package dev.hypersweep.trainer.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.trainer.tokenizer.BytePairVocabulary.Merge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BytePairTrainerTest {

  @TempDir Path folder;

  @Test
  void theMostFrequentPairIsMergedFirstAndOlderSymbolsWinTies() {
    // aaab: aa 2, ab 1; four times. xy: three times.
    List<String> texts = List.of("aaab", "aaab", "aaab", "aaab", "xy", "xy", "xy");
    BytePairVocabulary vocabulary = new BytePairTrainer(260, 1, List.of()).train(texts);
    assertThat(vocabulary.merges())
        .containsExactly(
            new Merge("a", "a"), new Merge("a", "b"), new Merge("aa", "ab"), new Merge("x", "y"));
    assertThat(vocabulary.tokens()).hasSize(260).endsWith("aa", "ab", "aaab", "xy");
  }

  @Test
  void rarePairsAreNotMerged() {
    List<String> texts = List.of("ab", "ab", "cd");
    BytePairVocabulary vocabulary = new BytePairTrainer(300, 2, List.of()).train(texts);
    assertThat(vocabulary.merges()).containsExactly(new Merge("a", "b"));
  }

  @Test
  void specialTokensComeFirstAndAreNeverCut() throws IOException {
    List<String> special = List.of("<pad>", "<|endoftext|>");
    Path file = folder.resolve("tokenizer.json");
    new BytePairTrainer(260, 1, special).train(List.of("end of text")).write(file);
    try (Tokenizer tokenizer = LibraryTokenizer.open(file)) {
      assertThat(tokenizer.encode("a<|endoftext|>", true).ids()).hasSize(2).endsWith(1);
      assertThat(tokenizer.padToken()).contains(new PadToken(0, "<pad>", 0));
      assertThat(tokenizer.vocabularySize()).isEqualTo(260);
    }
    assertThatThrownBy(() -> new BytePairTrainer(257, 1, special)).hasMessageContaining("257");
  }

  @Test
  void anyTextComesBackWhetherItWasSeenOrNot() throws IOException {
    Path file = folder.resolve("tokenizer.json");
    List<String> glosses = Glosses.some(4000);
    new BytePairTrainer(2000, 2, List.of("<|endoftext|>")).train(glosses).write(file);
    List<String> texts = new ArrayList<>(Glosses.some(5000).subList(4000, 5000));
    Collections.addAll(texts, "", " ", "\0\t\r\n", "🙂👩‍🔬 naïve 東京 \u00a0x", "  two  blanks ");
    int tokens = 0;
    int characters = 0;
    try (Tokenizer tokenizer = LibraryTokenizer.open(file)) {
      assertThat(tokenizer.vocabularySize()).isEqualTo(2000);
      for (String text : texts) {
        int[] ids = tokenizer.encode(text, true).ids();
        assertThat(tokenizer.decode(ids, false)).isEqualTo(text);
        tokens += ids.length;
        characters += text.length();
      }
    }
    assertThat(characters / (double) tokens).isGreaterThan(3);
  }

  @Test
  void theOrderOfTextsDoesNotMatter() {
    List<String> glosses = new ArrayList<>(Glosses.some(1000));
    BytePairTrainer trainer = new BytePairTrainer(600, 2, List.of());
    BytePairVocabulary first = trainer.train(glosses);
    Collections.reverse(glosses);
    assertThat(trainer.train(glosses)).isEqualTo(first);
  }
}
