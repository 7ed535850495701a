package dev.hypersweep.orchestrator.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * How large a body may be, by path: told by its length before it is read, else while it is read.
 */
@ApplicationScoped
public class BodyLimit {

  private static final Pattern METRICS = Pattern.compile("/api/v1/worker/attempts/[^/]+/metrics");
  private static final Pattern ARTIFACT =
      Pattern.compile("/api/v1/worker/attempts/[^/]+/artifacts/.*");
  private static final Pattern SUBMISSION = Pattern.compile("/api/v1/submissions/[^/]+/check");
  private static final int BEFORE_READING = 4_000;

  /** Bodies up to here are read and dropped, so that the caller hears the answer. */
  private static final long WORTH_DRAINING = 256L << 20;

  @Inject Problems problems;

  @ConfigProperty(name = "hypersweep.limit.body")
  long body;

  @ConfigProperty(name = "hypersweep.limit.batch")
  long batch;

  @ConfigProperty(name = "hypersweep.limit.submission")
  long submission;

  @ConfigProperty(name = "hypersweep.limit.artifact")
  long artifact;

  void install(@Observes Filters filters) {
    filters.register(this::checkLength, BEFORE_READING);
  }

  @ServerRequestFilter
  void bound(ContainerRequestContext request, RoutingContext context) {
    request.setEntityStream(
        new BoundedStream(request.getEntityStream(), limit(context), this::tooLarge));
  }

  private void checkLength(RoutingContext context) {
    long length = length(context.request().getHeader("Content-Length"));
    if (length <= limit(context)) {
      context.next();
      return;
    }
    if (length > WORTH_DRAINING) {
      context.response().putHeader("Connection", "close");
    }
    problems.send(context, tooLarge(limit(context)));
    context.request().resume();
  }

  private long limit(RoutingContext context) {
    String path = context.normalizedPath();
    if (METRICS.matcher(path).matches()) {
      return batch;
    }
    if (SUBMISSION.matcher(path).matches()) {
      return submission;
    }
    boolean upload =
        context.request().method() == HttpMethod.PUT && ARTIFACT.matcher(path).matches();
    return upload ? artifact : body;
  }

  private ProblemException tooLarge(long limit) {
    return new ProblemException(
        ProblemType.TOO_LARGE, "The body may have " + limit + " bytes at most.");
  }

  private static long length(String header) {
    try {
      return header == null ? 0 : Long.parseLong(header);
    } catch (NumberFormatException e) {
      // The HTTP server has read it already; what it let pass is not a length.
      return 0;
    }
  }
}
