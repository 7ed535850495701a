package dev.hypersweep.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hypersweep.catalogue.CardReader;
import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.trainer.SmallDisk;
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
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
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
    return new Fetch(data, mirror, false, told::add).fetch(dataset);
  }

  private boolean fetchAgain(Dataset dataset) {
    String mirror = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    return new Fetch(data, mirror, true, told::add).fetch(dataset);
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
    byte[] zip = zip("texts/valid.txt", "texts/other.txt");
    serve("t.zip", zip, zip.length);
    assertThat(fetch(dataset)).isTrue();
    assertThat(files()).containsExactly("fetched.json", "valid.txt");
  }

  @Test
  void anEntryThatLeadsElsewhereCondemnsItsArchive() throws IOException {
    Dataset dataset = dataset("{from: \"https://example.org/t.zip\", prefix: texts/}", "");
    byte[] zip = zip("texts/../../evil.txt", "texts/valid.txt");
    serve("t.zip", zip, zip.length);
    assertThatThrownBy(() -> fetch(dataset))
        .isInstanceOf(FetchFailed.class)
        .hasMessageContaining("its entry texts/../../evil.txt leads out of the folder");
    assertThat(files()).isEmpty();
    assertThat(data.resolveSibling("evil.txt")).doesNotExist();
  }

  @Test
  void anArchiveThatUnpacksToMoreThanTextsCouldIsRefused() throws IOException {
    byte[] bomb = new byte[65 << 20];
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
      zip.putNextEntry(new ZipEntry("valid.txt"));
      zip.write(bomb);
    }
    serve("t.zip", zipped.toByteArray(), zipped.size());
    assertThatThrownBy(() -> fetch(dataset("{from: \"https://example.org/t.zip\"}", "")))
        .isInstanceOf(FetchFailed.class)
        .hasMessageContaining("valid.txt unpacks to more than 67108864 bytes");
    byte[] tar = tar("big.txt", bomb, "valid.txt", LINES);
    serve("t.tar.gz", tar, tar.length);
    assertThatThrownBy(() -> fetch(dataset("{from: \"https://example.org/t.tar.gz\"}", "")))
        .isInstanceOf(FetchFailed.class)
        .hasMessageContaining("unpacks to more than 67108864 bytes");
    assertThat(files()).isEmpty();
  }

  @Test
  void aTarIsUnpackedAndItsLinksAreNoFiles() throws IOException {
    Dataset dataset = dataset("{from: \"https://example.org/t.tar.gz\", prefix: a/}", "");
    byte[] tar = tar("a/valid.txt", LINES, "a/other.txt", LINES);
    serve("t.tar.gz", tar, tar.length);
    assertThat(fetch(dataset)).isTrue();
    assertThat(data.resolve("texts/valid.txt")).hasBinaryContent(LINES);
    assertThat(files()).containsExactly("fetched.json", "valid.txt");
    Files.delete(data.resolve("texts/valid.txt"));
    Files.delete(data.resolve("texts/fetched.json"));
    byte[] link = tar("a/valid.txt", null, "a/other.txt", LINES);
    server.removeContext("/example.org/t.tar.gz");
    serve("t.tar.gz", link, link.length);
    assertThatThrownBy(() -> fetch(dataset)).hasMessageContaining("[valid.txt] not in what");
  }

  @Test
  void whatIsThereIsNotDownloadedAgainUnlessItChanged() throws IOException {
    serveVersions("\"one\"", LINES, LINES.length);
    fetch(plain(""));
    told.clear();
    assertThat(fetchAgain(plain(""))).isTrue();
    assertThat(ranges).containsExactly("200 null", "304 null");
    assertThat(told.get(0)).contains("is what was fetched before");
    server.removeContext("/example.org/valid.txt");
    byte[] other = "another\n".getBytes(StandardCharsets.UTF_8);
    serveVersions("\"two\"", other, other.length);
    assertThat(fetch(plain(""))).as("without being asked to").isTrue();
    assertThat(ranges).hasSize(2);
    assertThat(fetchAgain(plain(""))).isTrue();
    assertThat(data.resolve("texts/valid.txt")).hasBinaryContent(other);
    assertThat(told).contains("texts: valid.txt is another one than before");
    assertThat(files()).containsExactly("fetched.json", "valid.txt");
    assertThat(fetchAgain(plain(""))).isTrue();
    assertThat(ranges).endsWith("304 null");
  }

  @Test
  void aFileThatChangedSinceItWasCutOffIsBegunAgain() throws IOException {
    serveVersions("\"one\"", LINES, 10_000);
    Path part = data.resolve("texts/valid.txt.part");
    assertThatThrownBy(() -> fetch(plain(""))).hasMessageContaining("what came is kept");
    assertThat(part).hasSize(40_000);
    server.removeContext("/example.org/valid.txt");
    byte[] other = "other\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
    serveVersions("\"two\"", other, other.length);
    assertThat(fetch(plain(""))).isTrue();
    assertThat(ranges).endsWith("200 bytes=40000-");
    assertThat(data.resolve("texts/valid.txt")).hasBinaryContent(other);
  }

  @Test
  void aFullDiskLeavesNothingWhereAReaderLooks() throws Exception {
    serve("valid.txt", LINES, LINES.length);
    try (SmallDisk disk = SmallDisk.mount(data.resolve("texts"), "64k")) {
      assertThatThrownBy(() -> fetch(plain("")))
          .isInstanceOf(FetchFailed.class)
          .hasMessageContaining("No space left on device")
          .hasMessageContaining("check space and permissions of " + data.resolve("texts"));
      assertThat(data.resolve("texts/valid.txt")).doesNotExist();
    }
    assertThat(fetch(plain(""))).as("there is room now").isTrue();
    assertThat(data.resolve("texts/valid.txt")).hasBinaryContent(LINES);
  }

  /** As a server that knows versions does; notes its status and what range it was asked for. */
  private void serveVersions(String etag, byte[] bytes, int most) {
    server.createContext(
        "/example.org/valid.txt",
        exchange -> {
          var asked = exchange.getRequestHeaders();
          String range = asked.getFirst("Range");
          boolean same = etag.equals(asked.getFirst("If-None-Match"));
          boolean goesOn = range != null && etag.equals(asked.getFirst("If-Range"));
          int status = same ? 304 : goesOn ? 206 : 200;
          ranges.add(status + " " + range);
          int from = goesOn ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
          exchange.getResponseHeaders().set("ETag", etag);
          if (goesOn) {
            String part = "bytes %d-%d/%d".formatted(from, bytes.length - 1, bytes.length);
            exchange.getResponseHeaders().set("Content-Range", part);
          }
          exchange.sendResponseHeaders(status, same ? -1 : bytes.length - from);
          write(
              exchange,
              same
                  ? new byte[0]
                  : Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + most)));
        });
  }

  /** Two files; one without content is a link out of the archive. */
  private static byte[] tar(String one, byte[] first, String two, byte[] second)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
      if (first == null) {
        TarArchiveEntry link = new TarArchiveEntry(one, TarConstants.LF_SYMLINK);
        link.setLinkName("/etc/passwd");
        tar.putArchiveEntry(link);
        tar.closeArchiveEntry();
      } else {
        add(tar, one, first);
      }
      add(tar, two, second);
    }
    return bytes.toByteArray();
  }

  private static void add(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
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
