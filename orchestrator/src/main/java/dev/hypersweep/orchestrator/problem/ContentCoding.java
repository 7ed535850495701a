package dev.hypersweep.orchestrator.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Bodies are read as they are: one that is compressed is refused, for its limit would be a guess.
 */
@ApplicationScoped
public class ContentCoding {

  private static final int BEFORE_READING = 4_900;

  @Inject Problems problems;

  void install(@Observes Filters filters) {
    filters.register(this::check, BEFORE_READING);
  }

  private void check(RoutingContext context) {
    String coding = context.request().getHeader("Content-Encoding");
    if (coding == null || coding.isBlank() || coding.strip().equalsIgnoreCase("identity")) {
      context.next();
      return;
    }
    problems.send(
        context,
        new ProblemException(
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            "Content-Encoding " + coding + " is not read here. Send the body uncompressed."));
    context.request().resume();
  }
}
