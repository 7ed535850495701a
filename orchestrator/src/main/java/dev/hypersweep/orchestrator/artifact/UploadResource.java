package dev.hypersweep.orchestrator.artifact;

import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.protocol.ArtifactStored;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where checkpoints and other files come in. */
@Path("/api/v1/worker/attempts/{attemptId}/artifacts/{name}")
@Tag(name = "worker protocol")
public class UploadResource {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,39}");

  @Inject Artifacts artifacts;

  /** Stores content under a name of the attempt; the same again changes nothing. */
  @PUT
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Store a file of an attempt",
      description =
          "A checkpoint has a step; another file may have a kind, such as predictions, and the"
              + " number of steps done when it was made. With sha256 the content must have that"
              + " hash.")
  public ArtifactStored store(
      @PathParam("attemptId") long attempt,
      @PathParam("name") String name,
      @QueryParam("generation") Long generation,
      @QueryParam("step") Long step,
      @QueryParam("kind") String kind,
      @QueryParam("made") Long made,
      @QueryParam("sha256") String sha256,
      InputStream content)
      throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw ProblemException.invalidParameter(
          "name",
          name,
          "is not an artifact's name",
          "1 to 200 letters, digits, dots, dashes and underscores, the first a letter or digit");
    }
    if (generation == null) {
      throw ProblemException.invalidParameter(
          "generation", null, "is missing", "send the lease's generation");
    }
    if (step != null && step < 0) {
      throw ProblemException.invalidParameter("step", step, "is negative", "0 or more");
    }
    if (kind != null && !KIND.matcher(kind).matches()) {
      throw ProblemException.invalidParameter(
          "kind", kind, "is not a kind", "1 to 40 small letters and dashes");
    }
    if (kind == null ? made != null : step != null || made == null || made < 0) {
      throw ProblemException.invalidParameter(
          "made",
          made,
          "goes with kind, and step with checkpoints alone",
          "send step, or kind and made (0 or more), or none of them");
    }
    return artifacts.accept(
        new Artifacts.Upload(attempt, generation, name, step, kind, made, sha256), content);
  }
}
