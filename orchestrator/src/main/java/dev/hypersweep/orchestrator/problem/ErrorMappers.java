package dev.hypersweep.orchestrator.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what resources throw into problem documents. */
public class ErrorMappers {

  @Inject Problems problems;
  @Inject AllowedMethods allowed;
  @Inject Explanations explanations;

  @ServerExceptionMapper
  Response problem(ProblemException exception, RoutingContext context) {
    return answer(context, exception);
  }

  @ServerExceptionMapper
  Response framework(WebApplicationException exception, RoutingContext context) {
    return answer(context, explanations.explain(exception, context));
  }

  // These two are named because the framework has mappers of its own for them.

  @ServerExceptionMapper
  Response mismatch(MismatchedInputException exception, RoutingContext context) {
    return answer(context, explanations.explain(exception, context));
  }

  @ServerExceptionMapper
  Response violation(ConstraintViolationException exception, RoutingContext context) {
    return answer(context, explanations.explain(exception, context));
  }

  @ServerExceptionMapper
  Response anythingElse(Throwable exception, RoutingContext context) {
    return answer(context, explanations.explain(exception, context));
  }

  private Response answer(RoutingContext context, ProblemException problem) {
    var builder =
        Response.status(problem.type().status())
            .type(Problem.MEDIA_TYPE)
            .entity(problems.json(context, problem));
    if (problem.type() == ProblemType.METHOD_NOT_ALLOWED) {
      allowed
          .of(context.normalizedPath())
          .ifPresent(methods -> builder.header(HttpHeaders.ALLOW, methods));
    }
    return builder.build();
  }
}
