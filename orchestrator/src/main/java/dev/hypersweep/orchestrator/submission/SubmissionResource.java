package dev.hypersweep.orchestrator.submission;

import dev.hypersweep.catalogue.submission.SubmissionArchive;
import dev.hypersweep.catalogue.submission.SubmissionFault;
import dev.hypersweep.catalogue.submission.SubmissionFormat;
import dev.hypersweep.orchestrator.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Files for the sites of benchmarks whose test labels nobody else has. */
@Path("/api/v1/submissions/{benchmark}")
@Blocking
@Tag(name = "leaderboards")
public class SubmissionResource {

  private static final String ZIP = "application/zip";

  @Inject Submissions submissions;

  @GET
  @Path("/sweeps/{sweep}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getSubmissionReport",
      summary = "Whether a submission can be made of a sweep, and what is missing, task by task",
      description =
          "For each task the best trial of the sweep answers: the highest mean score on the"
              + " evaluation split over its seeds, and of these the best seed. Its run must have"
              + " been told predict_test: on.")
  public SubmissionReport report(
      @RestPath @Parameter(example = "glue") String benchmark,
      @RestPath long sweep,
      @RestQuery @Parameter(description = "Only its trials.", example = "hypermoe")
          String variant) {
    return submissions.of(format(benchmark), sweep, variant).report();
  }

  @GET
  @Path("/sweeps/{sweep}/archive")
  @Produces({ZIP, MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "getSubmission",
      summary = "The archive that the benchmark's site takes, checked")
  @APIResponse(responseCode = "200", description = "The zip archive")
  @APIResponse(responseCode = "422", description = "Tasks are missing; which and why")
  public Response archive(
      @RestPath String benchmark, @RestPath long sweep, @RestQuery String variant) {
    SubmissionFormat format = format(benchmark);
    return Response.ok(submissions.archive(format, sweep, variant), ZIP)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-sweep-%d.zip\"".formatted(format.benchmark(), sweep))
        .build();
  }

  @POST
  @Path("/check")
  @Consumes(ZIP)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "checkSubmission",
      summary = "What is wrong with an archive: names, headers, ids, labels, numbers of rows")
  public SubmissionCheck check(@RestPath String benchmark, byte[] archive) {
    SubmissionFormat format = format(benchmark);
    List<SubmissionFault> faults = SubmissionArchive.check(format, archive);
    return new SubmissionCheck(
        format.benchmark(),
        faults.isEmpty(),
        faults.stream()
            .map(
                fault ->
                    new SubmissionCheck.Fault(
                        fault.file(),
                        fault.line() == 0 ? null : (Integer) fault.line(),
                        fault.what()))
            .toList());
  }

  private static SubmissionFormat format(String benchmark) {
    return SubmissionFormat.of(benchmark)
        .orElseThrow(() -> ProblemException.notFound("submission format of", benchmark));
  }
}
