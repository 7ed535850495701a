package dev.hypersweep.trainer.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Downloads over HTTP; goes on where it was cut off ({@code Range}, RFC 9110, 14.2). */
final class Transfer {

  private static final int TRIES = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long SHOWN_BYTES = 5_000_000;

  private final String mirror;
  private final Consumer<String> progress;
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(PATIENCE)
          .build();

  Transfer(String mirror, Consumer<String> progress) {
    this.mirror = mirror;
    this.progress = progress;
  }

  /** An interruption that may pass. */
  private static final class CutOff extends IOException {
    CutOff(String message) {
      super(message);
    }
  }

  /**
   * Writes what an address holds into a file, after what is in it already.
   *
   * @throws FetchFailed if it does not answer, or with an error
   * @throws IOException if the file cannot be written
   */
  void bring(String from, Path draft) throws IOException {
    URI address = address(from);
    CutOff last = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        attempt(address, draft);
        return;
      } catch (CutOff e) {
        last = e;
        progress.accept("  " + address + ": " + e.getMessage() + "; going on");
      }
    }
    throw new FetchFailed(
        "%s: %s, %d times; what came is kept in %s: try again later"
            .formatted(address, last.getMessage(), TRIES, draft));
  }

  private URI address(String from) {
    return mirror == null || mirror.isBlank()
        ? URI.create(from)
        : URI.create(mirror.replaceAll("/$", "") + "/" + from.replaceFirst("^https?://", ""));
  }

  private void attempt(URI address, Path draft) throws IOException {
    long have = Files.exists(draft) ? Files.size(draft) : 0;
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
    }
    HttpResponse<InputStream> answer = send(address, request.build());
    try (InputStream body = answer.body()) {
      boolean goesOn = answer.statusCode() == 206 && have == rangeStart(answer);
      if (answer.statusCode() == 416 || (answer.statusCode() == 206 && !goesOn)) {
        Files.delete(draft); // it is another file than the one that was begun
        throw new CutOff("the file is another one now");
      }
      if (answer.statusCode() >= 500) {
        throw new CutOff("answered " + answer.statusCode());
      }
      if (answer.statusCode() != 200 && !goesOn) {
        throw new FetchFailed(
            address
                + ": answered "
                + answer.statusCode()
                + "; the makers may have moved it: see the homepage, or set HYPERSWEEP_MIRROR");
      }
      long start = goesOn ? have : 0;
      long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
      long got = write(address, body, draft, start, length < 0 ? -1 : start + length);
      if (length >= 0 && got < start + length) {
        throw new CutOff("ended after %,d of %,d bytes".formatted(got, start + length));
      }
    }
  }

  private HttpResponse<InputStream> send(URI address, HttpRequest request) throws CutOff {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new CutOff("no answer (" + e + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchFailed(address + ": interrupted");
    }
  }

  private static long rangeStart(HttpResponse<?> answer) {
    String range = answer.headers().firstValue("Content-Range").orElse("");
    return range.matches("bytes \\d+-.*")
        ? Long.parseLong(range.replaceAll("\\D+(\\d+).*", "$1"))
        : -1;
  }

  private long write(URI address, InputStream body, Path draft, long start, long whole)
      throws IOException {
    long got = start;
    long shown = start;
    StandardOpenOption how =
        start > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    try (OutputStream out =
        Files.newOutputStream(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
      byte[] buffer = new byte[1 << 16];
      while (true) {
        int n = read(body, buffer, got);
        if (n < 0) {
          break;
        }
        out.write(buffer, 0, n);
        got += n;
        if (got - shown >= SHOWN_BYTES) {
          shown = got;
          progress.accept(
              String.format(
                  Locale.ROOT,
                  "  %s: %.1f%s MB",
                  address,
                  got / 1e6,
                  whole < 0 ? "" : String.format(Locale.ROOT, " of %.1f", whole / 1e6)));
        }
      }
    }
    return got;
  }

  private static int read(InputStream body, byte[] buffer, long got) throws CutOff {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw new CutOff("broke off after %,d bytes".formatted(got));
    }
  }
}
