package dev.hypersweep.orchestrator.artifact;

import dev.hypersweep.orchestrator.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where checkpoints go out to the workers that go on from them. */
@Path("/api/v1/worker/artifacts/{sha256}")
@Tag(name = "worker protocol")
public class DownloadResource {

  @Inject Artifacts artifacts;

  /** The content of that hash. */
  @GET
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "Fetch a file by its SHA-256")
  public InputStream fetch(@PathParam("sha256") String sha256) throws IOException {
    return artifacts.open(sha256).orElseThrow(() -> ProblemException.notFound("artifact", sha256));
  }
}
