package dev.hypersweep.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hypersweep.catalogue.CardReader;
import dev.hypersweep.catalogue.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching from a server that cuts off, refuses, or gives something else. */
class FetchTest {

  private static final byte[] LINES = "line\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);

  @TempDir Path data;

  private final List<String> ranges = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Dataset dataset(String fetch, String more) {
    return CardReader.read(
        "texts",
        "texts",
        """
        title: Texts
        task: language-model
        format: lines
        splits: {valid: {files: [valid.txt]}}
        evaluation: valid
        encoder: {text: "{line}"}
        metrics: [perplexity]
        fetch: [%s]
        %s
        """
            .formatted(fetch, more));
  }

  private Dataset plain(String more) {
    return dataset("{from: \"https://example.org/valid.txt\", to: valid.txt}", more);
  }

  private boolean fetch(Dataset dataset) {
    String mirror = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    return new Fetch(data, mirror, told::add).fetch(dataset);
  }

  /** Gives at most so many bytes an answer, from where it is asked to. */
  private void serve(String path, byte[] bytes, int most) {
    server.createContext(
        "/example.org/" + path,
        exchange -> {
          String range = exchange.getRequestHeaders().getFirst("Range");
          ranges.add(String.valueOf(range));
          int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
          if (range != null) {
            exchange
                .getResponseHeaders()
                .set(
                    "Content-Range",
                    "bytes %d-%d/%d".formatted(from, bytes.length - 1, bytes.length));
          }
          exchange.sendResponseHeaders(range == null ? 200 : 206, bytes.length - from);
          write(exchange, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + most)));
        });
  }

  private static void write(HttpExchange exchange, byte[] bytes) {
    try {
      exchange.getResponseBody().write(bytes);
      exchange.close();
    } catch (IOException e) {
      exchange.close(); // fewer bytes than promised: what the test wants
    }
  }

  @Test
  void whatIsCutOffIsGoneOnWithAndItsHashIsRemembered() throws IOException {
    serve("valid.txt", LINES, 40_000);
    assertThat(fetch(plain(""))).isTrue();
    assertThat(ranges).containsExactly("null", "bytes=40000-", "bytes=80000-");
    assertThat(data.resolve("texts/valid.txt")).hasBinaryContent(LINES);
    assertThat(files()).containsExactly("fetched.json", "valid.txt");
    assertThat(fetch(plain(""))).isTrue();
    assertThat(ranges).as("nothing is asked for twice").hasSize(3);

    Files.writeString(data.resolve("texts/card.yaml"), cardOf());
    Files.writeString(data.resolve("texts/valid.txt"), "swapped\n");
    assertThatThrownBy(() -> new Corpora(data).read("texts"))
        .isInstanceOf(DatasetBroken.class)
        .hasMessageContaining("valid.txt: not the official file")
        .hasMessageContaining("that is what was fetched");
  }

  private static String cardOf() {
    return """
        title: Texts
        task: language-model
        format: lines
        splits: {valid: {files: [valid.txt]}}
        evaluation: valid
        encoder: {text: "{line}"}
        metrics: [perplexity]
        """;
  }

  @Test
  void anotherFileThanThePinnedOneIsNotKept() throws IOException {
    serve("valid.txt", LINES, LINES.length);
    assertThatThrownBy(() -> fetch(plain("sha256: {valid.txt: 00}")))
        .isInstanceOf(FetchFailed.class)
        .hasMessageContaining("texts: valid.txt came with SHA-256")
        .hasMessageContaining("nothing was kept");
    assertThat(files()).isEmpty();
  }

  @Test
  void anAddressThatRefusesIsNamedWithItsAnswer() {
    server.createContext("/example.org/valid.txt", exchange -> answer(exchange, 404));
    assertThatThrownBy(() -> fetch(plain("")))
        .isInstanceOf(FetchFailed.class)
        .hasMessageContaining("/example.org/valid.txt: answered 404")
        .hasMessageContaining("HYPERSWEEP_MIRROR");
  }

  @Test
  void aServerInTroubleIsAskedAgainAFewTimes() throws IOException {
    server.createContext("/example.org/valid.txt", exchange -> answer(exchange, 500));
    assertThatThrownBy(() -> fetch(plain("")))
        .isInstanceOf(FetchFailed.class)
        .hasMessageContaining("answered 500, 4 times");
    assertThat(files()).isEmpty();
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Test
  void ofAnArchiveOnlyTheFilesThatAreAskedForAreWritten() throws IOException {
    Dataset dataset = dataset("{from: \"https://example.org/t.zip\", prefix: texts/}", "");
    byte[] zip = zip("texts/../../evil.txt", "texts/valid.txt", "texts/other.txt");
    serve("t.zip", zip, zip.length);
    assertThat(fetch(dataset)).isTrue();
    assertThat(files()).containsExactly("fetched.json", "valid.txt");
    assertThat(data.resolveSibling("evil.txt")).doesNotExist();
  }

  @Test
  void anArchiveThatIsNoneIsRefusedAndNotKept() throws IOException {
    Dataset dataset = dataset("{from: \"https://example.org/t.zip\", prefix: texts/}", "");
    serve("t.zip", "<html>moved</html>".getBytes(StandardCharsets.UTF_8), 100);
    assertThatThrownBy(() -> fetch(dataset))
        .isInstanceOf(FetchFailed.class)
        .hasMessageContaining("not the archive that was expected");
    assertThat(files()).isEmpty();
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("text\n".getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("texts"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
