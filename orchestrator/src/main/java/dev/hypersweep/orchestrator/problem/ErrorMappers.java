package dev.hypersweep.orchestrator.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what resources throw into problem documents. */
public class ErrorMappers {

  @Inject Problems problems;
  @Inject Explanations explanations;

  @ServerExceptionMapper
  Response problem(ProblemException exception, RoutingContext context) {
    return answer(context, exception, null);
  }

  @ServerExceptionMapper
  Response framework(WebApplicationException exception, RoutingContext context) {
    return answer(context, explanations.explain(exception, context), exception.getResponse());
  }

  // These two are named because the framework has mappers of its own for them.

  @ServerExceptionMapper
  Response mismatch(MismatchedInputException exception, RoutingContext context) {
    return answer(context, explanations.explain(exception, context), null);
  }

  @ServerExceptionMapper
  Response violation(ConstraintViolationException exception, RoutingContext context) {
    return answer(context, explanations.explain(exception, context), null);
  }

  @ServerExceptionMapper
  Response anythingElse(Throwable exception, RoutingContext context) {
    return answer(context, explanations.explain(exception, context), null);
  }

  private Response answer(RoutingContext context, ProblemException problem, Response original) {
    var builder =
        Response.status(problem.type().status())
            .type(Problem.MEDIA_TYPE)
            .entity(problems.json(context, problem));
    if (original != null && original.getHeaderString("Allow") != null) {
      builder.header("Allow", original.getHeaderString("Allow"));
    }
    return builder.build();
  }
}
