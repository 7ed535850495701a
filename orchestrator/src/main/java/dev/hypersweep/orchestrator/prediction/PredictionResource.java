package dev.hypersweep.orchestrator.prediction;

import dev.hypersweep.orchestrator.artifact.ArtifactStore;
import dev.hypersweep.orchestrator.page.Choice;
import dev.hypersweep.orchestrator.page.PageParameters;
import dev.hypersweep.orchestrator.prediction.StoredPredictions.Content;
import dev.hypersweep.orchestrator.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a run's model said of each example. */
@Path("/api/v1/runs/{id}")
@Blocking
@Tag(name = "Runs")
public class PredictionResource {

  private static final String PARQUET = "application/vnd.apache.parquet";

  @Inject Predictions predictions;
  @Inject StoredPredictions stored;
  @Inject ArtifactStore store;

  @GET
  @Path("/predictions")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getRunPredictions",
      summary = "What a run's model said of each example",
      description =
          "In the order of the file. A run without predictions answers with an empty list and the"
              + " reason; a reused run with those of the run that it reuses.")
  public PredictionPage page(
      @RestPath long id,
      @RestQuery @Parameter(description = "Only this split.", example = "dev") String split,
      @RestQuery
          @Parameter(
              description = "Only examples that are wrong, or right.",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"all", "wrong", "right"},
                      defaultValue = "all"))
          String answers,
      @BeanParam PageParameters parameters) {
    String wanted = Choice.of("answers", answers, "all", List.of("all", "wrong", "right"));
    return predictions.page(
        id,
        split == null || split.isEmpty() ? null : split,
        PredictionIndex.Answers.valueOf(wanted.toUpperCase(Locale.ROOT)),
        parameters);
  }

  @GET
  @Path("/predictions.parquet")
  @Produces(PARQUET)
  @Operation(
      operationId = "getRunPredictionsFile",
      summary = "The predictions as a Parquet file, byte for byte as the trainer wrote it")
  @APIResponse(responseCode = "200", description = "A row per example")
  @APIResponse(responseCode = "404", description = "The run has no predictions; why")
  public Response file(@RestPath long id) throws IOException {
    Content content = stored.of(id).present();
    return Response.ok(
            store
                .open(content.sha256())
                .orElseThrow(() -> ProblemException.notFound("artifact", content.sha256())),
            PARQUET)
        .header(HttpHeaders.CONTENT_LENGTH, content.bytes())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"run-" + id + "-predictions.parquet\"")
        .header(HttpHeaders.ETAG, '"' + content.sha256() + '"')
        .build();
  }
}
