package dev.hypersweep.orchestrator.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Turns failures outside of resources (routing, authentication, limits) into problem documents. */
@ApplicationScoped
public class ErrorRoutes {

  @Inject Problems problems;
  @Inject Explanations explanations;

  void install(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
  }

  private void failed(RoutingContext context) {
    ProblemException problem;
    if (context.failure() != null) {
      problem = explanations.explain(context.failure(), context);
    } else {
      ProblemType type = ProblemType.ofStatus(context.statusCode());
      problem = new ProblemException(type, type.title() + ".");
    }
    problems.send(context, problem);
  }
}
