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
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Downloads over HTTP; goes on where it was cut off, in the same file only ({@code Range} and
 * {@code If-Range}, RFC 9110, 13.1.5 and 14.2), and not for what is here ({@code If-None-Match}).
 */
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
   * Writes what an address holds into a file. What is in it already is gone on with if the server
   * still has the file that it was begun from; else it is begun again.
   *
   * @param known the version that is here already, or null
   * @return the version that came; empty, and no file, if it is the known one
   * @throws FetchFailed if it does not answer, or with an error
   * @throws IOException if the file cannot be written
   */
  Optional<RemoteVersion> bring(String from, Path draft, RemoteVersion known) throws IOException {
    URI address = address(from);
    CutOff last = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        Optional<RemoteVersion> came = attempt(address, draft, known);
        Files.deleteIfExists(RemoteVersion.place(draft));
        return came;
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

  private Optional<RemoteVersion> attempt(URI address, Path draft, RemoteVersion known)
      throws IOException {
    RemoteVersion begun = RemoteVersion.beside(draft).orElse(null);
    if (begun == null) {
      RemoteVersion.forget(draft);
    }
    long have = Files.exists(draft) ? Files.size(draft) : 0;
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
      begun.strong().ifPresent(version -> request.header("If-Range", version));
    } else if (known != null) {
      Optional.ofNullable(known.etag()).ifPresent(tag -> request.header("If-None-Match", tag));
      Optional.ofNullable(known.modified())
          .ifPresent(time -> request.header("If-Modified-Since", time));
    }
    HttpResponse<InputStream> answer = send(address, request.build());
    try (InputStream body = answer.body()) {
      int status = answer.statusCode();
      if (status == 304 && known != null && have == 0) {
        return Optional.empty();
      }
      long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
      long start = status == 206 ? have : 0;
      RemoteVersion version = RemoteVersion.of(answer.headers(), length < 0 ? -1 : start + length);
      boolean goesOn =
          status == 206 && have > 0 && have == rangeStart(answer) && begun.agrees(version);
      if (status == 416 || (status == 206 && !goesOn)) {
        RemoteVersion.forget(draft);
        throw new CutOff("the file is another one now");
      }
      if (status >= 500) {
        throw new CutOff("answered " + status);
      }
      if (status != 200 && !goesOn) {
        throw new FetchFailed(
            address
                + ": answered "
                + status
                + "; the makers may have moved it: see the homepage, or set HYPERSWEEP_MIRROR");
      }
      if (!goesOn) {
        RemoteVersion.forget(draft);
        version.keepBeside(draft);
      }
      long got = write(address, body, draft, start, version.length());
      if (length >= 0 && got < start + length) {
        throw new CutOff("ended after %,d of %,d bytes".formatted(got, start + length));
      }
      return Optional.of(version);
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
