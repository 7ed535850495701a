package dev.hypersweep.orchestrator.catalogue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a sweep definition may name. */
@Path("/api/v1/catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class CatalogueResource {

  @GET
  @Operation(
      operationId = "getCatalogue",
      summary = "Datasets, benchmarks, variants with their settings, and metrics")
  public CatalogueView catalogue() {
    return CatalogueView.all();
  }
}
