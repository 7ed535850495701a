package dev.hypersweep.orchestrator.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Gives every request an id, the caller's own if it sent a harmless one, and says it in {@code
 * X-Request-Id} of every answer.
 */
@ApplicationScoped
public class RequestId {

  private static final String HEADER = "X-Request-Id";
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int BEFORE_EVERYTHING = 10_000;

  void install(@Observes Filters filters) {
    filters.register(
        context -> {
          of(context);
          context.next();
        },
        BEFORE_EVERYTHING);
  }

  /** The id of the request, which gets one now if it has none. */
  public static String of(RoutingContext context) {
    String id = context.get(HEADER);
    if (id == null) {
      id = context.request().getHeader(HEADER);
      if (id == null || !HARMLESS.matcher(id).matches()) {
        id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
      }
      context.put(HEADER, id);
      context.response().putHeader(HEADER, id);
    }
    return id;
  }
}
