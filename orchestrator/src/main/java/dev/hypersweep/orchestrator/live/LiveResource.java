package dev.hypersweep.orchestrator.live;

import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Tells pages what to read again. */
@Path("/api/v1/live")
@Tag(name = "live", description = "What changes, while it changes")
public class LiveResource {

  /** Beats without a change after which a comment shows that the line still stands: 15 s. */
  private static final int QUIET_BEATS = 75;

  private static final long RECONNECT_MILLIS = 2000;

  @Inject LiveStreams streams;

  /** Endless. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @NonBlocking
  @Uncompressed
  @ResponseHeader(name = "Cache-Control", value = "no-cache")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @Operation(
      operationId = "live",
      summary = "Ids of what changes, as server-sent events",
      description =
          """
          Events are named "change"; their data name a kind and an id, never a state: read it again. \
          Changes of 200 ms are gathered, equal ones sent once. A leaderboard has id 0: any may have \
          changed. Nothing is repeated after a reconnection, and a client that does not read loses \
          the oldest changes: read everything shown again after each (re)connection. A comment is \
          sent every 15 s while nothing changes.""")
  @APIResponse(
      responseCode = "200",
      description = "Endless",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING),
              examples =
                  @ExampleObject(
                      name = "a run changed",
                      value =
                          """
                          event: change
                          data: {"kind":"run","id":17}

                          """)))
  @APIResponse(responseCode = "503", description = "Too many clients listen")
  public Multi<OutboundSseEvent> live(@Context Sse sse) {
    AtomicInteger quiet = new AtomicInteger();
    Multi<OutboundSseEvent> changes =
        streams.listen().onItem().transformToIterable(beat -> events(sse, beat, quiet));
    // The first item lets the client see at once that it is connected.
    OutboundSseEvent welcome =
        sse.newEventBuilder().comment("connected").reconnectDelay(RECONNECT_MILLIS).build();
    return Multi.createBy().concatenating().streams(Multi.createFrom().item(welcome), changes);
  }

  private static List<OutboundSseEvent> events(Sse sse, List<Changed> beat, AtomicInteger quiet) {
    if (!beat.isEmpty()) {
      quiet.set(0);
      return beat.stream().map(change -> event(sse, change)).toList();
    }
    if (quiet.incrementAndGet() < QUIET_BEATS) {
      return List.of();
    }
    quiet.set(0);
    return List.of(sse.newEventBuilder().comment("still here").build());
  }

  private static OutboundSseEvent event(Sse sse, Changed change) {
    return sse.newEventBuilder()
        .name("change")
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(new Notice(change.kind().wireName(), change.id()))
        .build();
  }

  /** The data of an event. */
  @Schema(name = "LiveNotice")
  public record Notice(
      @Schema(enumeration = {"sweep", "run", "worker", "audit", "leaderboard"}) String kind,
      long id) {}
}
