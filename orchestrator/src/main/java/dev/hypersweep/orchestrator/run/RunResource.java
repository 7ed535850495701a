package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.page.PageParameters;
import dev.hypersweep.orchestrator.run.RunLogs.AttemptLog;
import dev.hypersweep.orchestrator.run.RunSeries.Series;
import dev.hypersweep.orchestrator.web.IfNoneMatch;
import dev.hypersweep.protocol.Sha256;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What can be read of a run. A reused run answers with the numbers of the run that it reuses. */
@Path("/api/v1/runs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
public class RunResource {

  private static final int STANDARD_POINTS = 400;
  private static final int GREATEST_POINTS = 10_000;
  private static final int STANDARD_STEPS = 100;
  private static final int MOST_STEPS = 1_000;

  @Inject RunDetails details;
  @Inject RunRecords records;
  @Inject RunCurves curves;
  @Inject ArrayCurves arrays;

  @GET
  @Operation(operationId = "getRun", summary = "A run with its attempts, metrics and artifacts")
  public RunDetail run(@RestPath long id) {
    return details.of(id);
  }

  @GET
  @Path("/metrics")
  @Operation(
      operationId = "getRunMetrics",
      summary = "Curves of a run",
      description =
          "Stitched over resumed attempts. A curve with more points than asked for is thinned so"
              + " that every spike stays.")
  public RunSeries metrics(
      @RestPath long id,
      @RestQuery @Parameter(description = "Metrics; all if none is named.", example = "train/loss")
          List<String> name,
      @RestQuery
          @Parameter(description = "Greatest number of points of a curve, 4 to 10000.")
          @Schema(defaultValue = "400")
          String points) {
    int limit =
        (int) PageParameters.wholeNumber("points", points, STANDARD_POINTS, 4, GREATEST_POINTS);
    long computed = records.computed(id);
    List<String> names = name == null || name.isEmpty() ? curves.names(computed) : name;
    List<Series> series =
        names.stream().distinct().map(one -> curves.series(computed, one, limit)).toList();
    return new RunSeries(series);
  }

  @GET
  @Path("/metric-arrays")
  @Operation(
      operationId = "getRunMetricArrays",
      summary = "Metrics of a run that have several values at a step",
      description =
          "For example routing/load/1, the load of each expert of the first sparse layer. Stitched"
              + " over resumed attempts; of more steps than asked for, some at equal distances.")
  public RunArrays metricArrays(
      @RestPath long id,
      @RestQuery
          @Parameter(description = "Metrics; all if none is named.", example = "routing/load/1")
          List<String> name,
      @RestQuery
          @Parameter(description = "Greatest number of steps of a metric, 2 to 1000.")
          @Schema(defaultValue = "100")
          String steps) {
    int limit = (int) PageParameters.wholeNumber("steps", steps, STANDARD_STEPS, 2, MOST_STEPS);
    long computed = records.computed(id);
    List<String> names = name == null || name.isEmpty() ? arrays.names(computed) : name;
    return new RunArrays(
        names.stream().distinct().map(one -> arrays.array(computed, one, limit)).toList());
  }

  @GET
  @Path("/logs")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
  @Operation(
      operationId = "getRunLogs",
      summary = "What the attempts of a run wrote",
      description =
          "The last 1,048,576 characters of each attempt; as JSON unless text is asked for.")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = RunLogs.class)),
        @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class))
      })
  public Response logs(@RestPath long id, @RestQuery String attempt, @Context HttpHeaders headers) {
    RunLogs logs = records.logs(id, attemptOrAll(attempt));
    for (MediaType accepted : headers.getAcceptableMediaTypes()) {
      if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        break;
      }
      if (accepted.isCompatible(MediaType.TEXT_PLAIN_TYPE)) {
        return Response.ok(text(logs), MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8")).build();
      }
    }
    return Response.ok(logs, MediaType.APPLICATION_JSON_TYPE).build();
  }

  private static String text(RunLogs logs) {
    return logs.attempts().stream().map(AttemptLog::text).collect(Collectors.joining());
  }

  @GET
  @Path("/manifest")
  @Operation(
      operationId = "getRunManifest",
      summary = "All that is needed to execute a run again, and whether its seal holds")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StoredManifest.class)))
  public Response manifest(@RestPath long id, @Context HttpHeaders headers) {
    StoredManifest manifest = records.manifest(id);
    EntityTag tag =
        new EntityTag(Sha256.hex(manifest.manifest() + "\n" + manifest.seal()).substring(0, 32));
    boolean unchanged = IfNoneMatch.has(headers, tag);
    return (unchanged ? Response.notModified() : Response.ok(manifest)).tag(tag).build();
  }

  @GET
  @Path("/digests")
  @Operation(
      operationId = "getRunDigests",
      summary = "The chain of digests: equal digests at a step mean an equal history up to it")
  public RunDigests digests(@RestPath long id) {
    return records.digests(id);
  }

  private static Long attemptOrAll(String attempt) {
    long id = PageParameters.wholeNumber("attempt", attempt, 0, 1, Long.MAX_VALUE);
    return id == 0 ? null : id;
  }
}
