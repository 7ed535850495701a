package dev.hypersweep.trainer.train.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.data.StandInCorpus;
import dev.hypersweep.trainer.model.TokenSequence;
import dev.hypersweep.trainer.task.TokenCache;
import dev.hypersweep.trainer.train.SettingValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTest {

  static final WritingTokens BYTES =
      LearnedTokens.of(SettingValues.of("dense", Map.of("tokenizer", "bytes")), List.of(), "");

  private final Packed packed = packed("ab c", "", " = é = ");

  private static Packed packed(String... texts) {
    List<String> documents = List.of(texts);
    return Packed.of(StandInCorpus.documents(documents, documents).train(), BYTES);
  }

  @Test
  void everyDocumentEndsWithOneTokenAndAnEmptyOneIsNothingElse() {
    assertThat(packed.size(0)).isEqualTo(5);
    assertThat(packed.size(1)).isEqualTo(1);
    assertThat(packed.size(2)).isEqualTo(9); // é has two bytes
    assertThat(packed.tokens()).hasSize(1 + 5 + 1 + 9);
    assertThat(packed.tokens()[0]).isEqualTo(BYTES.start());
    assertThat(packed.tokens()[5]).isEqualTo(BYTES.end());
    assertThat(packed.tokens()[6]).isEqualTo(BYTES.end());
  }

  @Test
  void aStreamIsMadeOnceAndKeptOnTheDisk(@TempDir Path folder) throws IOException {
    List<String> texts = List.of("ab c", "", " = é = ");
    var documents = StandInCorpus.documents(texts, texts).train();
    TokenCache cache = new TokenCache(folder);
    Packed made = Packed.kept(documents, BYTES, cache);
    assertThat(made.tokens()).isEqualTo(packed.tokens());
    Path file = only(folder);
    var written = Files.getLastModifiedTime(file);
    Packed kept = Packed.kept(documents, BYTES, cache);
    assertThat(kept.tokens()).isEqualTo(packed.tokens());
    assertThat(kept.ends()).isEqualTo(packed.ends());
    assertThat(Files.getLastModifiedTime(only(folder))).isEqualTo(written);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    assertThat(Packed.kept(documents, BYTES, cache).ends()).isEqualTo(packed.ends());
    var others = StandInCorpus.documents(List.of("abc"), List.of("abc")).train();
    assertThat(Packed.kept(others, BYTES, cache).tokens()).hasSize(5);
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 15, 16, 100})
  void windowsReadAndPredictEveryTokenOnce(int length) {
    List<Integer> read = new ArrayList<>();
    List<Integer> predicted = new ArrayList<>();
    for (TokenSequence window : packed.windows(length)) {
      int[] tokens = window.tokens();
      assertThat(tokens.length - 1).isBetween(1, length);
      Arrays.stream(tokens, 0, tokens.length - 1).forEach(read::add);
      Arrays.stream(tokens, window.prompt(), tokens.length).forEach(predicted::add);
    }
    int[] all = packed.tokens();
    assertThat(read).containsExactlyElementsOf(boxed(Arrays.copyOf(all, all.length - 1)));
    assertThat(predicted).containsExactlyElementsOf(boxed(Arrays.copyOfRange(all, 1, all.length)));
  }

  @Test
  void onlyTheLastWindowMayBeShorter() {
    List<TokenSequence> windows = packed.windows(4);
    assertThat(windows).hasSize(4);
    assertThat(windows.subList(0, 3)).allMatch(window -> window.tokens().length == 5);
  }

  @Test
  void numbersOfTokensAddUpByDocument() {
    double[] ones = new double[packed.tokens().length - 1];
    Arrays.setAll(ones, i -> i);
    assertThat(packed.byDocument(ones))
        .containsExactly(0 + 1 + 2 + 3 + 4, 5, 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14);
  }

  private static List<Integer> boxed(int[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
