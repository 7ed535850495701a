package dev.hypersweep.orchestrator.study;

import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.sweep.DefinitionBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Searches for programs that evaluate points themselves: what {@code ask} does, over REST. */
@Path("/api/v1/studies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Studies")
public class StudyResource {

  private static final String KEY = "Idempotency-Key";
  private static final int MOST_CHARACTERS = 200;

  @Inject Studies studies;

  @POST
  @Consumes({DefinitionBody.YAML, MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "makeStudy",
      summary = "Begins a search of a space",
      description =
          "Equal spaces, samplers, seeds, asks and tells give equal points, those of the command"
              + " ask. What the query says stands before what the body says.")
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content = @Content(schema = @Schema(implementation = StudyView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Made before by the same request",
      content = @Content(schema = @Schema(implementation = StudyView.class)))
  public Response make(
      @RestQuery @Parameter(example = "tpe") String sampler,
      @RestQuery Long seed,
      @RestQuery @Parameter(example = "median,warmup=5") String pruner,
      @RestHeader(KEY) String key,
      @Context UriInfo uri,
      @RequestBody(
              required = true,
              description = "A sweep definition of which only parameters need be there.",
              content =
                  @Content(
                      mediaType = DefinitionBody.YAML,
                      schema = @Schema(type = SchemaType.STRING),
                      example = "parameters: {x: {type: float, low: 0, high: 1}}"))
          InputStream body)
      throws IOException {
    StudySpace space = StudySpace.of(DefinitionBody.text(body), sampler, seed, pruner);
    Studies.Made made = studies.make(space, checked(key));
    return Response.status(made.created() ? 201 : 200)
        .location(uri.getAbsolutePathBuilder().path(Long.toString(made.id())).build())
        .entity(studies.one(made.id()))
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getStudy", summary = "A study")
  public StudyView one(@RestPath long id) {
    return studies.one(id);
  }

  @POST
  @Path("/{id}/asks")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "askStudy", summary = "Points to try")
  public Ask.Answer ask(@RestPath long id, @RestHeader(KEY) String key, Ask ask) {
    int count = required(ask).wanted();
    return new Ask.Answer(
        studies.ask(id, count, checked(key)).stream()
            .map(one -> new Ask.Point(one.trial(), one.params()))
            .toList());
  }

  @POST
  @Path("/{id}/tells")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "tellStudy", summary = "What became of a trial")
  @APIResponse(responseCode = "204", description = "Noted")
  public void tell(@RestPath long id, @RestHeader(KEY) String key, Tell tell) {
    studies.tell(id, required(tell).event(), checked(key));
  }

  @POST
  @Path("/{id}/reports")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reportStudy",
      summary = "A value on the way; whether the trial should end now",
      description = "A trial that should end is told with pruned: true.")
  public Report.Answer report(@RestPath long id, @RestHeader(KEY) String key, Report report) {
    return new Report.Answer(studies.report(id, required(report).event(), checked(key)));
  }

  private static <T> T required(T body) {
    if (body == null) {
      throw ProblemException.invalidValue("body", null, "is missing", "send a JSON object");
    }
    return body;
  }

  private static String checked(String key) {
    if (key != null && (key.isBlank() || key.length() > MOST_CHARACTERS)) {
      throw ProblemException.invalidParameter(
          KEY, key, "not of 1 to 200 characters", "send 1 to 200 characters, or leave it out");
    }
    return key;
  }
}
