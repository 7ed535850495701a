package dev.hypersweep.orchestrator.web;

import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.orchestrator.problem.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;

/**
 * What no other route answered: a page of the web UI, whose router reads the path in the browser,
 * or nothing at all.
 */
@ApplicationScoped
public class Pages {

  private static final String INDEX = "META-INF/resources/index.html";

  @Inject Problems problems;

  void install(@Observes Router router) throws IOException {
    byte[] index = null;
    try (InputStream page =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(INDEX)) {
      if (page != null) {
        index = page.readAllBytes();
      }
    }
    Buffer html = index == null ? null : Buffer.buffer(index);
    router.route().last().handler(context -> answer(context, html));
  }

  private void answer(RoutingContext context, Buffer html) {
    HttpMethod method = context.request().method();
    boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
    if (html != null && reads && isPage(context.normalizedPath())) {
      context
          .response()
          .putHeader("Content-Type", "text/html;charset=UTF-8")
          .putHeader("Cache-Control", "no-cache")
          .end(html);
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
