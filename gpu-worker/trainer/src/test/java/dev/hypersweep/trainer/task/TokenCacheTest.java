package dev.hypersweep.trainer.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.trainer.SmallDisk;
import dev.hypersweep.trainer.data.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCacheTest {

  private static final List<Example> SPLIT =
      IntStream.range(0, 50)
          .<Example>mapToObj(
              i -> new Example.Labelled("" + i, null, "word" + i + " and and more", null, 0))
          .toList();

  @TempDir Path folder;

  @Test
  void aSplitIsTokenisedOnceAndReadAgain() throws IOException {
    List<List<Integer>> first = tokens(tokeniser().table(SPLIT));
    List<Object> written = keys();
    assertThat(written).hasSize(2); // the vocabulary and the split
    assertThat(tokens(tokeniser().table(SPLIT))).isEqualTo(first);
    assertThat(keys()).isEqualTo(written);
    assertThat(first).isEqualTo(tokens(uncached().table(SPLIT)));
  }

  @Test
  void whatIsCutIsKnownAlsoFromTheCache() {
    Truncated cut = tokeniser().table(SPLIT).truncated();
    assertThat(cut).isEqualTo(new Truncated(50, 50, 200));
    assertThat(tokeniser().table(SPLIT).truncated()).isEqualTo(cut);
  }

  @Test
  void everyDamageIsSeenAndTheFileIsMadeAgain() throws IOException {
    List<List<Integer>> whole = tokens(tokeniser().table(SPLIT));
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      for (int at : new int[] {0, 20, bytes.length / 2, bytes.length - 1}) {
        byte[] damaged = bytes.clone();
        damaged[at] ^= 1;
        Files.write(file, damaged);
        assertThat(tokens(tokeniser().table(SPLIT))).as(file + " byte " + at).isEqualTo(whole);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
      }
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 3));
      assertThat(tokens(tokeniser().table(SPLIT))).isEqualTo(whole);
    }
  }

  @Test
  void whatAKilledProcessLeftIsNeverRead() throws IOException {
    tokeniser().table(SPLIT);
    for (Path file : files()) {
      byte[] half = Arrays.copyOf(Files.readAllBytes(file), 100);
      Files.delete(file);
      Files.write(Path.of(file + ".killed.new.part"), half);
    }
    assertThat(tokens(tokeniser().table(SPLIT))).isEqualTo(tokens(uncached().table(SPLIT)));
  }

  @Test
  void aFolderThatTakesNothingOnlyCostsTime() throws IOException {
    Path file = Files.writeString(folder.resolve("no-folder"), "");
    Tokeniser tokeniser = tokeniser(new TokenCache(file));
    assertThat(tokens(tokeniser.table(SPLIT))).isEqualTo(tokens(uncached().table(SPLIT)));
  }

  @Test
  void aFullDiskOnlyCostsTime() throws Exception {
    Path small = folder.resolve("small");
    try (SmallDisk disk = SmallDisk.mount(small, "4k")) {
      Tokeniser tokeniser = tokeniser(new TokenCache(small));
      assertThat(tokens(tokeniser.table(SPLIT))).isEqualTo(tokens(uncached().table(SPLIT)));
      try (Stream<Path> left = Files.list(small)) {
        assertThat(left.map(Path::toString)).allMatch(path -> path.endsWith(".safetensors"));
      }
    }
  }

  @Test
  void manyWritersAtOnceLeaveOneWholeFile() throws Exception {
    List<List<Integer>> expected = tokens(uncached().table(SPLIT));
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      Callable<List<List<Integer>>> work = () -> tokens(tokeniser().table(SPLIT));
      for (Future<List<List<Integer>>> one :
          pool.invokeAll(Stream.generate(() -> work).limit(24).toList())) {
        assertThat(one.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdown();
    }
    assertThat(files()).hasSize(2).allMatch(path -> path.toString().endsWith(".safetensors"));
  }

  @Test
  void otherTextsLengthsAndVocabulariesAreOtherFiles() throws IOException {
    TokenCache cache = new TokenCache(folder);
    tokeniser().table(SPLIT);
    tokeniser().table(SPLIT.subList(0, 49));
    Tokeniser.of(SPLIT, 10, Form.cut(2), cache).table(SPLIT);
    Tokeniser.of(SPLIT, 5, Form.cut(2), cache).table(SPLIT);
    assertThat(files()).hasSize(6);
  }

  private Tokeniser tokeniser() {
    return tokeniser(new TokenCache(folder));
  }

  private static Tokeniser tokeniser(TokenCache cache) {
    return Tokeniser.of(SPLIT, 10, Form.cut(3), cache);
  }

  private static Tokeniser uncached() {
    return tokeniser(new TokenCache(Path.of("/proc/none")));
  }

  private static List<List<Integer>> tokens(TokenTable table) {
    return IntStream.range(0, table.rows())
        .mapToObj(row -> IntStream.of(table.tokens(row)).boxed().toList())
        .toList();
  }

  /** What the file system knows the files by: a file that was written again has another. */
  private List<Object> keys() throws IOException {
    List<Object> keys = new ArrayList<>();
    for (Path file : files()) {
      keys.add(Files.getAttribute(file, "unix:ino"));
    }
    return keys;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
