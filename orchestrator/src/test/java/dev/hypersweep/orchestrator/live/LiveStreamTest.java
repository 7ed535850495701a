package dev.hypersweep.orchestrator.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.database.Transactions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LiveStreamTest extends RunningOrchestrator {

  @TestHTTPResource("/api/v1/live")
  URI live;

  @Inject Changes changes;
  @Inject Transactions transactions;

  @Test
  void changesArriveAfterTheirCommitOnceAndUncompressed() throws Exception {
    HttpResponse<InputStream> response = connect();
    try (BufferedReader lines = lines(response)) {
      assertThat(lines.readLine()).startsWith(":");
      transactions.run(
          () -> {
            for (int i = 0; i < 1000; i++) {
              changes.note(Changed.Kind.RUN, 17);
            }
            changes.note(Changed.Kind.SWEEP, 3);
          });
      List<String> events = new ArrayList<>();
      for (String line = lines.readLine(); events.size() < 4; line = lines.readLine()) {
        if (line.startsWith("event") || line.startsWith("data")) {
          events.add(line.replace(": ", ":"));
        }
      }
      assertThat(events)
          .containsExactly(
              "event:change",
              "data:{\"kind\":\"run\",\"id\":17}",
              "event:change",
              "data:{\"kind\":\"sweep\",\"id\":3}");
    }
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    assertThat(response.headers().firstValue("Content-Encoding").orElse("identity"))
        .isEqualTo("identity");
  }

  @Test
  void aClientThatDoesNotReadHoldsUpNobody() throws Exception {
    HttpResponse<InputStream> slow = connect();
    for (int id = 0; id < 200_000; id++) {
      changes.note(Changed.Kind.RUN, id);
    }
    try (BufferedReader lines = lines(connect())) {
      assertThat(lines.readLine()).startsWith(":");
      changes.note(Changed.Kind.AUDIT, 5);
      String line = lines.readLine();
      while (!line.contains("audit")) {
        line = lines.readLine();
      }
      assertThat(line.replace(": ", ":")).isEqualTo("data:{\"kind\":\"audit\",\"id\":5}");
    } finally {
      slow.body().close();
    }
  }

  @Test
  void whatWaitsForAClientIsBoundedAndTheOldestGoesFirst() {
    PendingChanges pending = new PendingChanges(3);
    for (int id = 0; id < 5; id++) {
      pending.add(new Changed(Changed.Kind.RUN, id));
      pending.add(new Changed(Changed.Kind.RUN, id));
    }
    assertThat(pending.drain()).extracting(Changed::id).containsExactly(2L, 3L, 4L);
    assertThat(pending.drain()).isEmpty();
  }

  private HttpResponse<InputStream> connect() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(live)
            .header("Accept", "text/event-stream")
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).as("%s", response.headers().map()).isEqualTo(200);
    return response;
  }

  private static BufferedReader lines(HttpResponse<InputStream> response) {
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }
}
