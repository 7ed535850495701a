package dev.hypersweep.orchestrator.live;

import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes changes on to every client that listens. Not guaranteed: that a client hears of each
 * change; guaranteed: that no client, however slow, holds up another one or whoever fired the
 * change.
 */
@ApplicationScoped
class LiveStreams {

  private static final int GREATEST_NUMBER = 500;
  private static final int CAPACITY = 1000;

  /** How long changes are gathered before they are sent. */
  private static final Duration BEAT = Duration.ofMillis(200);

  private final Set<PendingChanges> clients = ConcurrentHashMap.newKeySet();
  private volatile boolean ending;

  /** An open stream would hold up the shutdown, which waits for requests that are under way. */
  @PostConstruct
  void endWithTheProcess() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ending = true, "live-streams-end"));
  }

  void passOn(@Observes Changed change) {
    clients.forEach(client -> client.add(change));
  }

  /** What has changed since the last item, once per beat, empty if nothing has. Endless. */
  Multi<List<Changed>> listen() {
    if (clients.size() >= GREATEST_NUMBER) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE,
          GREATEST_NUMBER + " clients listen already: ask again at intervals instead.");
    }
    PendingChanges pending = new PendingChanges(CAPACITY);
    clients.add(pending);
    // A client that does not read asks for no beat: its changes wait in the bounded set.
    return Multi.createFrom()
        .ticks()
        .every(BEAT)
        .onOverflow()
        .drop()
        .select()
        .first(beat -> !ending)
        .map(beat -> pending.drain())
        .onTermination()
        .invoke(() -> clients.remove(pending));
  }
}
