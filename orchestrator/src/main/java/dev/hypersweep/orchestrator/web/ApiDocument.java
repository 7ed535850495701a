package dev.hypersweep.orchestrator.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * What holds for the whole API document: any operation may answer with a problem, and every field
 * of a record is always there, null or not, but for those of problems, which are left out. The
 * package names the answer itself.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {

  static final String PROBLEM = "Problem";

  private static final Set<String> SPARSE = Set.of("Problem", "FieldError");

  /**
   * Fields of records that know no framework, and so cannot say it themselves, that may be null.
   */
  private static final Map<String, Set<String>> NULLABLE =
      Map.of(
          "RunSpecification",
          Set.of("datasetHash"),
          "Lease",
          Set.of("resume", "until"),
          "DatasetInfo",
          Set.of("majority", "kind", "metric"));

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
              NULLABLE
                  .getOrDefault(name, Set.of())
                  .forEach(field -> schema.addProperty(field, orNull(schema, field)));
            });
  }

  private static Schema orNull(Schema record, String field) {
    return OASFactory.createSchema()
        .anyOf(
            List.of(
                record.getProperties().get(field),
                OASFactory.createSchema().addType(SchemaType.NULL)));
  }

  private static void demandAll(Schema schema) {
    if (schema.getProperties() != null) {
      List<String> names = new ArrayList<>(schema.getProperties().keySet());
      schema.setRequired(names);
    }
  }
}
