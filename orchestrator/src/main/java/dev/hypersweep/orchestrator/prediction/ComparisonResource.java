package dev.hypersweep.orchestrator.prediction;

import dev.hypersweep.orchestrator.page.Choice;
import dev.hypersweep.orchestrator.page.PageParameters;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Two models on the same examples. */
@Path("/api/v1/comparisons/predictions")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
public class ComparisonResource {

  @Inject Comparisons comparisons;

  @GET
  @Operation(
      operationId = "comparePredictions",
      summary = "Two runs, or two cells over their common seeds, example by example",
      description =
          """
          Refused unless all runs are of one comparability class: the same data, split, metrics \
          and trainer. Two single runs whose examples are right or wrong are compared by \
          McNemar's test (mid-p); anything else by Wilcoxon's signed rank test on the mean of each \
          example, or of each group where examples belong to one. The interval of the difference \
          is a 95 % percentile bootstrap over the same units, 2,000 resamples from a fixed seed: \
          it says what other examples would have changed, not other seeds.""")
  public Comparison compare(
      @RestQuery @Parameter(description = "A: a run, or the runs of a cell.", example = "17")
          List<Long> a,
      @RestQuery @Parameter(description = "B, likewise.", example = "21") List<Long> b,
      @RestQuery @Parameter(description = "The first that has scores if it is left out.")
          String split,
      @RestQuery
          @Parameter(
              description = "A score of the examples; what says right or wrong if it is left out.")
          String score,
      @RestQuery
          @Parameter(
              description = "Examples on which the sides differ, or on which one is better.",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"different", "a", "b"},
                      defaultValue = "different"))
          String show,
      @BeanParam PageParameters parameters) {
    String shown = Choice.of("show", show, "different", List.of("different", "a", "b"));
    return comparisons.of(
        a, b, split, score, Comparisons.Shown.valueOf(shown.toUpperCase(Locale.ROOT)), parameters);
  }
}
