package dev.hypersweep.orchestrator.security;

import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.orchestrator.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * While the orchestrator listens on loopback only, callers without a token are trusted if their
 * {@code Host} and {@code Origin} are loopback too. So a page of another site in a local browser,
 * even one whose name was made to lead to 127.0.0.1, gets nothing.
 */
@ApplicationScoped
public class LoopbackCallers {

  private static final Set<String> NAMES =
      Set.of("127.0.0.1", "localhost", "[::1]", "::1", "0:0:0:0:0:0:0:1");
  private static final int BEFORE_AUTHENTICATION = 5_000;

  @Inject Problems problems;

  @ConfigProperty(name = "hypersweep.host")
  String boundTo;

  /** True if nobody but this machine can reach us. */
  public boolean only() {
    return NAMES.contains(boundTo) || boundTo.matches("127\\.\\d+\\.\\d+\\.\\d+");
  }

  void install(@Observes Filters filters) {
    if (only()) {
      filters.register(this::check, BEFORE_AUTHENTICATION);
    }
  }

  private void check(RoutingContext context) {
    var request = context.request();
    boolean proved = request.getHeader("Authorization") != null;
    boolean workers = AccessRules.isBelow(context.normalizedPath(), "/api/v1/worker");
    String origin = request.getHeader("Origin");
    String host = request.getHeader("Host");
    if (host == null && request.authority() != null) {
      // HTTP/2 says it in a pseudo-header.
      host = request.authority().toString();
    }
    if (proved
        || workers
        || (isLoopback("http://" + host) && (origin == null || isLoopback(origin)))) {
      context.next();
    } else {
      problems.send(
          context,
          new ProblemException(
              ProblemType.FORBIDDEN,
              "Only pages and programs of this machine may call without a token: Host and Origin"
                  + " must be localhost."));
    }
  }

  private static boolean isLoopback(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host != null && NAMES.contains(host.toLowerCase());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
