package dev.hypersweep.orchestrator.openapi;

import dev.hypersweep.orchestrator.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Says in the API document that every operation may answer with a problem, and who may call. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

  private static final String REFERENCE = "#/components/schemas/Problem";
  private static final String TOKEN = "token";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    document.getComponents().addSchema("Problem", problem());
    document
        .getComponents()
        .addSecurityScheme(
            TOKEN,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(
                    "A token of HYPERSWEEP_HOME/tokens. Local callers of the client API need none"
                        + " while the orchestrator listens on loopback only."));
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .values()
                    .forEach(
                        operation -> {
                          operation.getResponses().addAPIResponse("default", response());
                          operation.addSecurityRequirement(
                              OASFactory.createSecurityRequirement().addScheme(TOKEN));
                        }));
  }

  private static org.eclipse.microprofile.openapi.models.responses.APIResponse response() {
    return OASFactory.createAPIResponse()
        .description("A problem (RFC 9457)")
        .content(
            OASFactory.createContent()
                .addMediaType(
                    Problem.MEDIA_TYPE,
                    OASFactory.createMediaType().schema(OASFactory.createSchema().ref(REFERENCE))));
  }

  private static Schema problem() {
    Schema error =
        object()
            .addProperty("line", type(SchemaType.INTEGER))
            .addProperty("column", type(SchemaType.INTEGER))
            .addProperty("field", type(SchemaType.STRING))
            .addProperty("value", type(SchemaType.STRING))
            .addProperty("message", type(SchemaType.STRING))
            .addProperty("fix", type(SchemaType.STRING));
    return object()
        .addProperty("type", type(SchemaType.STRING))
        .addProperty("title", type(SchemaType.STRING))
        .addProperty("status", type(SchemaType.INTEGER))
        .addProperty("detail", type(SchemaType.STRING))
        .addProperty("instance", type(SchemaType.STRING))
        .addProperty("requestId", type(SchemaType.STRING))
        .addProperty("errors", type(SchemaType.ARRAY).items(error));
  }

  private static Schema object() {
    return type(SchemaType.OBJECT);
  }

  private static Schema type(SchemaType type) {
    return OASFactory.createSchema().addType(type);
  }
}
