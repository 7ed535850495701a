package dev.hypersweep.trainer.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.trainer.tokenizer.Token.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTokenizerTest {

  @TempDir Path folder;
  private Tokenizer tokenizer;

  @BeforeEach
  void open() throws IOException {
    tokenizer = LibraryTokenizer.open(WordPieceFile.write(folder));
  }

  @AfterEach
  void close() {
    tokenizer.close();
  }

  @Test
  void nothingIsCutOrPaddedUnasked() {
    Encoding encoding = tokenizer.encode("abcd ab", true);
    assertThat(encoding.ids()).containsExactly(2, 4, 9, 10, 11, 4, 9, 3);
  }

  @Test
  void offsetsCountCodePoints() {
    List<Token> tokens = tokenizer.encode("🙂 a", false).tokens();
    assertThat(tokens).extracting(Token::text).containsExactly("🙂", "a");
    assertThat(tokens).extracting(Token::start).containsExactly(0, 2);
    assertThat(tokens).extracting(Token::end).containsExactly(1, 3);
  }

  @Test
  void aPairTellsItsTextsApart() {
    Encoding encoding = tokenizer.encode("ab", "c", true);
    assertThat(encoding.ids()).containsExactly(2, 4, 9, 3, 6, 3);
    assertThat(encoding.typeIds()).containsExactly(0, 0, 0, 0, 1, 1);
    assertThat(encoding.specialTokensMask()).containsExactly(1, 0, 0, 1, 0, 1);
    assertThat(encoding.tokens().get(4).source()).isEqualTo(Source.SECOND);
    assertThat(encoding.tokens().get(4).start()).isZero();
  }

  @Test
  void aSpecialTokenWrittenInTheTextIsText() {
    Encoding encoding = tokenizer.encode("a [SEP]", true);
    assertThat(encoding.ids()).containsExactly(2, 4, 3, 3);
    assertThat(encoding.specialTokensMask()).containsExactly(1, 0, 0, 1);
  }

  @Test
  void theVocabularyKnowsItsSizeAndItsPadding() {
    assertThat(tokenizer.vocabularySize()).isEqualTo(13);
    assertThat(tokenizer.id("##b")).hasValue(9);
    assertThat(tokenizer.id("zebra")).isEmpty();
    assertThat(tokenizer.padToken()).contains(new PadToken(0, "[PAD]", 0));
  }

  @Test
  void decodingCanLeaveSpecialTokensOut() {
    int[] ids = tokenizer.encode("abc", true).ids();
    assertThat(tokenizer.decode(ids, true)).isEqualTo("abc");
    assertThat(tokenizer.decode(ids, false)).isEqualTo("[CLS] abc [SEP]");
  }

  @Test
  void halfACharacterIsRefusedAndAZeroIsNot() {
    assertThatThrownBy(() -> tokenizer.encode("a\ud83d", true))
        .isInstanceOf(TokenizerException.class)
        .hasMessageContaining("\\uD83D")
        .hasMessageContaining("index 1");
    assertThat(tokenizer.encode("a\0b", true).length()).isGreaterThan(2);
  }

  @Test
  void theConfigurationBesideItNamesThePadding() throws IOException {
    Path file = folder.resolve("tokenizer.json");
    new BytePairTrainer(258, 1, List.of("<s>", "<|endoftext|>")).train(List.of()).write(file);
    try (Tokenizer without = LibraryTokenizer.open(file)) {
      assertThat(without.padToken()).isEmpty();
    }
    Files.writeString(
        folder.resolve("tokenizer_config.json"),
        "{\"pad_token\": {\"content\": \"<|endoftext|>\", \"special\": true}}");
    try (Tokenizer with = LibraryTokenizer.open(file)) {
      assertThat(with.padToken()).contains(new PadToken(1, "<|endoftext|>", 0));
    }
  }

  @Test
  void manyThreadsEncodeAsOneDoes() {
    List<String> texts = Glosses.some(500);
    List<int[]> alone = texts.stream().map(text -> tokenizer.encode(text, true).ids()).toList();
    List<int[]> together =
        texts.parallelStream().map(text -> tokenizer.encode(text, true).ids()).toList();
    assertThat(together).usingRecursiveComparison().isEqualTo(alone);
  }

  @Test
  void aBrokenFileIsRefusedByName() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"model\": ");
    assertThatThrownBy(() -> LibraryTokenizer.open(broken)).hasMessageContaining("broken.json");
    Path odd =
        Files.writeString(
            folder.resolve("odd.json"), "{\"model\": {\"type\": \"Odd\", \"vocab\": {\"a\": 0}}}");
    assertThatThrownBy(() -> LibraryTokenizer.open(odd))
        .isInstanceOf(TokenizerException.class)
        .hasMessageContaining("odd.json");
    assertThatThrownBy(() -> LibraryTokenizer.open(folder.resolve("absent.json")))
        .isInstanceOf(TokenizerException.class);
  }
}
