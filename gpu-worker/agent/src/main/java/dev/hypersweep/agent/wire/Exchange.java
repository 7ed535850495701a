package dev.hypersweep.agent.wire;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** One request and its answer over HTTP/1.1, put into the terms of {@link Answer}. */
final class Exchange {

  private static final String PREFIX = "/api/v1/worker";
  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private final Address address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Exchange(Address address) {
    this.address = address;
  }

  <T> Answer<T> send(
      String path, Duration patience, UnaryOperator<HttpRequest.Builder> form, Class<T> type) {
    return exchange(
        path,
        patience,
        form,
        BodyHandlers.ofByteArray(),
        // {} and nothing at all mean the same to a caller that wants no words.
        body -> type == Void.class || body.length == 0 ? null : Json.read(body, type));
  }

  Answer<Path> fetch(String path, Path file, Duration patience) {
    return exchange(
        path, patience, HttpRequest.Builder::GET, BodyHandlers.ofFile(file), content -> content);
  }

  static BodyPublisher file(Path file) {
    try {
      return HttpRequest.BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw new IllegalStateException("was there a moment ago: " + file, e);
    }
  }

  /** Either the content of a success or what was wrong. */
  private record Body<B>(B content, Problem problem) {}

  private interface Reading<B, T> {
    T read(B content) throws IOException;
  }

  private <B, T> Answer<T> exchange(
      String path,
      Duration patience,
      UnaryOperator<HttpRequest.Builder> form,
      BodyHandler<B> success,
      Reading<B, T> reading) {
    Optional<String> base = address.base();
    if (base.isEmpty()) {
      return new Answer.Away<>(
          "HYPERSWEEP_URL is not set and there is no " + address.home().resolve("instance.json"));
    }
    var request = HttpRequest.newBuilder(URI.create(base.get() + PREFIX + path));
    address.bearer().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    // The client's own time-out ends with the headers; this one covers the body too.
    CompletableFuture<HttpResponse<Body<B>>> pending =
        client.sendAsync(form.apply(request).build(), info -> body(info, success));
    try {
      HttpResponse<Body<B>> response = pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      Problem problem = response.body().problem();
      return problem == null
          ? new Answer.Accepted<>(reading.read(response.body().content()))
          : unsuccessful(response.statusCode(), problem);
    } catch (InterruptedException e) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Away<>("interrupted");
    } catch (TimeoutException e) {
      pending.cancel(true);
      return new Answer.Away<>(base.get() + ": no answer within " + patience.toSeconds() + " s");
    } catch (ExecutionException e) {
      return new Answer.Away<>(base.get() + ": " + e.getCause());
    } catch (IOException e) {
      return new Answer.Away<>(base.get() + ": answer not understood: " + e.getMessage());
    }
  }

  private static <B> HttpResponse.BodySubscriber<Body<B>> body(
      HttpResponse.ResponseInfo info, BodyHandler<B> success) {
    return info.statusCode() / 100 == 2
        ? BodySubscribers.mapping(success.apply(info), content -> new Body<>(content, null))
        : BodySubscribers.mapping(
            BodySubscribers.ofByteArray(),
            bytes -> new Body<>(null, Problem.of(info.statusCode(), bytes)));
  }

  private static <T> Answer<T> unsuccessful(int status, Problem problem) {
    if (status >= 500 || LATER.contains(status)) {
      return new Answer.Away<>(problem.text());
    }
    if (status == 409 && (problem.type().isEmpty() || problem.type().equals("stale-generation"))) {
      return new Answer.Superseded<>(problem.text());
    }
    return new Answer.Refused<>(status, problem.text());
  }
}
