package dev.hypersweep.orchestrator.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * What holds for the whole API document: any operation may answer with a problem, and every field
 * of a record is always there, null or not, but for those of problems, which are left out. The
 * package names the answer itself.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {

  static final String PROBLEM = "Problem";

  private static final Set<String> SPARSE = Set.of("Problem", "FieldError");

  @Override
  public Operation filterOperation(Operation operation) {
    operation.getResponses().addAPIResponse("default", OASFactory.createAPIResponse().ref(PROBLEM));
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getComponents()
        .getSchemas()
        .forEach(
            (name, schema) -> {
              if (!SPARSE.contains(name)) {
                demandAll(schema);
              }
            });
  }

  private static void demandAll(Schema schema) {
    if (schema.getProperties() != null) {
      List<String> names = new ArrayList<>(schema.getProperties().keySet());
      schema.setRequired(names);
    }
  }
}
