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
 * Paths outside of the API that name no file are pages of the web UI, whose router reads the path
 * in the browser: all of them answer the one page.
 */
@ApplicationScoped
public class Pages {

  /** Resources answer what they do not know themselves, so nothing comes after them. */
  private static final int BEFORE_RESOURCES = -1;

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
    if (index != null) {
      Buffer html = Buffer.buffer(index);
      router
          .route()
          .method(HttpMethod.GET)
          .method(HttpMethod.HEAD)
          .order(BEFORE_RESOURCES)
          .handler(context -> page(context, html));
    }
    router.route().last().handler(this::nothing);
  }

  private static void page(RoutingContext context, Buffer html) {
    if (isPage(context.normalizedPath())) {
      context
          .response()
          .putHeader("Content-Type", "text/html;charset=UTF-8")
          .putHeader("Cache-Control", "no-cache")
          .end(html);
    } else {
      context.next();
    }
  }

  private void nothing(RoutingContext context) {
    problems.send(
        context,
        new ProblemException(
            ProblemType.NOT_FOUND, "There is nothing at " + context.request().path() + "."));
  }

  private static boolean isPage(String path) {
    if (path.equals("/index.html")) {
      // It names hashed files of this build: kept by a browser it would ask for those of the last.
      return true;
    }
    boolean ours = path.equals("/api") || path.startsWith("/api/") || path.startsWith("/q/");
    return !ours && !path.equals("/q") && !path.substring(path.lastIndexOf('/')).contains(".");
  }
}
