package dev.hypersweep.orchestrator.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes problem documents: the one door through which every error leaves. */
@ApplicationScoped
public class Problems {

  @Inject ObjectMapper mapper;

  /** The document for an error of this request. */
  public Problem document(RoutingContext context, ProblemException exception) {
    ProblemType type = exception.type();
    return new Problem(
        type.uri(),
        type.title(),
        type.status(),
        exception.getMessage(),
        context.request().path(),
        RequestId.of(context),
        exception.errors());
  }

  /** The document as JSON text. */
  public String json(RoutingContext context, ProblemException exception) {
    try {
      return mapper.writeValueAsString(document(context, exception));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem document has only plain fields", e);
    }
  }

  /** Answers the request with the document, unless an answer is already under way. */
  public void send(RoutingContext context, ProblemException exception) {
    var response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      context.request().connection().close();
      return;
    }
    response
        .setStatusCode(exception.type().status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(json(context, exception));
  }
}
