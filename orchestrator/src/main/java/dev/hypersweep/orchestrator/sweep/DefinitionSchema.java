package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.sweeps.SweepDefinition;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The JSON Schema of definitions, for editors and programs that write them. */
@Path(DefinitionSchema.PATH)
@Tag(name = "Sweeps")
public class DefinitionSchema {

  static final String PATH = "/api/v1/schemas/sweep";

  private static final String MEDIA_TYPE = "application/schema+json";

  @GET
  @Produces(MEDIA_TYPE)
  @Operation(operationId = "getSweepSchema", summary = "The JSON Schema of a sweep definition")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT)))
  public byte[] schema() throws IOException {
    try (InputStream schema = SweepDefinition.class.getResourceAsStream("/sweep.schema.json")) {
      return schema.readAllBytes();
    }
  }
}
