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
 * {@code Host} is a loopback name and no page of another origin asks: {@code Origin}, where there
 * is one, is scheme, host and port of this server, and {@code Sec-Fetch-Site} (W3C Fetch Metadata)
 * does not speak of another site. So a page of another server, be it on this machine or one whose
 * name was made to lead to 127.0.0.1, gets nothing. A link from anywhere may open a page of ours.
 */
@ApplicationScoped
public class LoopbackCallers {

  private static final Set<String> NAMES = Set.of("localhost", "[::1]", "::1", "0:0:0:0:0:0:0:1");
  private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");
  private static final int BEFORE_AUTHENTICATION = 5_000;

  @Inject Problems problems;

  @ConfigProperty(name = "hypersweep.host")
  String boundTo;

  /** True if nobody but this machine can reach us. */
  public boolean only() {
    return isLoopback(boundTo);
  }

  void install(@Observes Filters filters) {
    if (only()) {
      filters.register(this::check, BEFORE_AUTHENTICATION);
    }
  }

  private void check(RoutingContext context) {
    boolean proved = context.request().getHeader("Authorization") != null;
    boolean workers = AccessRules.isBelow(context.normalizedPath(), "/api/v1/worker");
    if (proved || workers || isOurs(context)) {
      context.next();
    } else {
      problems.send(
          context,
          new ProblemException(
              ProblemType.FORBIDDEN,
              "Without a token only programs of this machine and this server's own pages may call:"
                  + " Host must be localhost or 127.0.0.1, Origin this server's own. Others send"
                  + " \"Authorization: Bearer ..\" with the client's token of"
                  + " HYPERSWEEP_HOME/tokens."));
    }
  }

  private static boolean isOurs(RoutingContext context) {
    var request = context.request();
    String host = request.getHeader("Host");
    if (host == null && request.authority() != null) {
      // HTTP/2 says it in a pseudo-header.
      host = request.authority().toString();
    }
    URI own = uri(request.scheme() + "://" + host);
    if (own == null || !isLoopback(own.getHost())) {
      return false;
    }
    String origin = request.getHeader("Origin");
    if (origin != null && !own.equals(uri(origin))) {
      return false;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null || !OTHER_SITES.contains(site) || isPage(context);
  }

  private static boolean isPage(RoutingContext context) {
    String path = context.normalizedPath();
    return !AccessRules.isBelow(path, "/api") && !AccessRules.isBelow(path, "/q");
  }

  private static boolean isLoopback(String host) {
    return host != null
        && (NAMES.contains(host.toLowerCase()) || host.matches("127\\.\\d+\\.\\d+\\.\\d+"));
  }

  /** Null if it is none; two are equal whatever the case of scheme and host. */
  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
