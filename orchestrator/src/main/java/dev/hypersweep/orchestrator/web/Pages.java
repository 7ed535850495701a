package dev.hypersweep.orchestrator.web;

import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.orchestrator.problem.Problems;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * What no other route answered: a page of the web UI, whose router reads the path in the browser,
 * or nothing at all.
 */
@ApplicationScoped
public class Pages {

  @Inject Problems problems;

  void install(@Observes Router router) {
    boolean hasUi =
        Thread.currentThread().getContextClassLoader().getResource("META-INF/resources/index.html")
            != null;
    router.route().last().handler(context -> answer(context, hasUi));
  }

  private void answer(RoutingContext context, boolean hasUi) {
    HttpMethod method = context.request().method();
    boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
    String path = context.normalizedPath();
    if (hasUi && reads && isPage(path)) {
      context.reroute("/index.html");
    } else {
      problems.send(
          context,
          new ProblemException(
              ProblemType.NOT_FOUND, "There is nothing at " + context.request().path() + "."));
    }
  }

  private static boolean isPage(String path) {
    boolean ours = path.equals("/api") || path.startsWith("/api/") || path.startsWith("/q/");
    return !ours && !path.equals("/q") && !path.substring(path.lastIndexOf('/')).contains(".");
  }
}
