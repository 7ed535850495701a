package dev.hypersweep.orchestrator.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what resources throw into problem documents. */
public class ErrorMappers {

  private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

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
    ProblemException problem = explanations.explain(exception, context);
    if (problem.type() == ProblemType.INTERNAL) {
      LOG.errorf(
          exception,
          "request %s %s %s failed",
          RequestId.of(context),
          context.request().method(),
          context.request().path());
    }
    return answer(context, problem, null);
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
