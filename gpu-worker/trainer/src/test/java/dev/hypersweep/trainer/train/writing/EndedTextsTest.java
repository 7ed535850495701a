package dev.hypersweep.trainer.train.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.SmallDisk;
import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.data.TextToText;
import dev.hypersweep.trainer.model.SequencePair;
import dev.hypersweep.trainer.task.TokenCache;
import dev.hypersweep.trainer.task.Truncated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndedTextsTest {

  private static final WritingTokens BYTES = PackedTest.BYTES;
  private static final List<TextToText> EXAMPLES =
      List.of(
          example("say é", List.of("é"), List.of("é", "no")),
          example("a long source", List.of("first", "2"), List.of("no")),
          example("", List.of(), List.of("no", "é")));

  @TempDir Path folder;

  private static TextToText example(String source, List<String> right, List<String> candidates) {
    return new TextToText(
        new Example.Transduction(source, source, right), source, right, candidates);
  }

  @Test
  void aTextThatIsTooLongIsCutBeforeItsEnd() {
    PairTokens tokens = form(null).pairs(EXAMPLES);
    assertThat(tokens.sources().stream().map(EndedTextsTest::text))
        .containsExactly("say é|", "a long|", "|");
    assertThat(tokens.pairs().stream().map(EndedTextsTest::text))
        .containsExactly("say é| > é|", "a long| > fir|", "a long| > 2|");
    assertThat(tokens.truncated())
        .isEqualTo(new Truncated(1, 7 + 2, 6 + 1 + 2 + 1 + 13 + 1 + 5 + 1 + 1 + 1 + 1));
  }

  @Test
  void theFirstRightAnswerStandsForItsExample() {
    PairTokens tokens = form(null).pairs(EXAMPLES.subList(0, 2));
    assertThat(tokens.firsts().stream().map(EndedTextsTest::text))
        .containsExactly("say é| > é|", "a long| > fir|");
  }

  @Test
  void candidatesKeepTheirOrder() {
    assertThat(form(null).candidates(EXAMPLES))
        .extracting(some -> some.stream().map(EndedTextsTest::text).toList())
        .containsExactly(List.of("é|", "no|"), List.of("no|"), List.of("no|", "é|"));
  }

  @Test
  void textsAreTokenisedOnceAndReadAgain() throws IOException {
    List<String> plain = all(form(null));
    assertThat(all(form(folder))).isEqualTo(plain);
    List<Object> written = inodes();
    assertThat(written).hasSize(3); // sources, right answers, candidates
    assertThat(all(form(folder))).isEqualTo(plain);
    assertThat(inodes()).isEqualTo(written);
  }

  @Test
  void everyDamageIsSeenAndTheFileIsMadeAgain() throws IOException {
    List<String> plain = all(form(folder));
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      for (int at : new int[] {0, 20, bytes.length / 2, bytes.length - 1}) {
        byte[] damaged = bytes.clone();
        damaged[at] ^= 1;
        Files.write(file, damaged);
        assertThat(all(form(folder))).as(file + " byte " + at).isEqualTo(plain);
        assertThat(file).hasBinaryContent(bytes);
      }
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 3));
      assertThat(all(form(folder))).isEqualTo(plain);
      assertThat(file).hasBinaryContent(bytes);
    }
  }

  @Test
  void aFullDiskKeepsNothingAndChangesNothing() throws Exception {
    Path small = folder.resolve("small");
    try (SmallDisk disk = SmallDisk.mount(small, "4k")) {
      Files.write(small.resolve("rubbish"), new byte[4096]);
      assertThat(all(form(small))).isEqualTo(all(form(null)));
      try (Stream<Path> left = Files.list(small)) {
        assertThat(left.map(path -> path.getFileName().toString())).containsExactly("rubbish");
      }
    }
  }

  @Test
  void otherTextsLengthsAndTokensAreOtherFiles() throws IOException {
    TokenCache cache = new TokenCache(folder);
    WritingTokens otherEnd =
        new WritingTokens(BYTES.tokenizer(), BYTES.name(), BYTES.start(), 7, BYTES.pad());
    WritingTokens otherName =
        new WritingTokens(BYTES.tokenizer(), "bytes-2", BYTES.start(), BYTES.end(), BYTES.pad());
    EndedTexts.kept(List.of("ab", "c"), 2, BYTES, cache);
    EndedTexts.kept(List.of("a", "bc"), 2, BYTES, cache);
    EndedTexts.kept(List.of("ab", "c"), 3, BYTES, cache);
    EndedTexts.kept(List.of("ab", "c"), 2, otherEnd, cache);
    EndedTexts.kept(List.of("ab", "c"), 2, otherName, cache);
    assertThat(files()).hasSize(5);
  }

  /** The folder of a cache, or null for one that takes nothing. */
  private static TextToTextForm form(Path folder) {
    Path where = folder == null ? Path.of("/proc/none") : folder;
    return new TextToTextForm(BYTES, 7, 4, new TokenCache(where));
  }

  private static List<String> all(TextToTextForm form) {
    PairTokens pairs = form.pairs(EXAMPLES);
    return Stream.of(
            pairs.sources().stream().map(EndedTextsTest::text),
            pairs.pairs().stream().map(EndedTextsTest::text),
            form.candidates(EXAMPLES).stream().flatMap(List::stream).map(EndedTextsTest::text),
            Stream.of(pairs.truncated().toString()))
        .flatMap(one -> one)
        .toList();
  }

  private static String text(SequencePair pair) {
    return text(pair.source()) + " > " + text(pair.target());
  }

  /** The text of tokens, with a stroke for the end. */
  private static String text(int[] tokens) {
    assertThat(tokens[tokens.length - 1]).isEqualTo(BYTES.end());
    return BYTES.decode(Arrays.copyOf(tokens, tokens.length - 1)) + "|";
  }

  /** What the file system knows the files by: a file that was written again has another. */
  private List<Object> inodes() throws IOException {
    return files().stream().map(EndedTextsTest::inode).toList();
  }

  private static Object inode(Path file) {
    try {
      return Files.getAttribute(file, "unix:ino");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
