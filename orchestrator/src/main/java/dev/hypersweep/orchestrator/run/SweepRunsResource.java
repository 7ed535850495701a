package dev.hypersweep.orchestrator.run;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.page.Choice;
import dev.hypersweep.orchestrator.page.Filters;
import dev.hypersweep.orchestrator.page.Page;
import dev.hypersweep.orchestrator.page.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Runs of a sweep. */
@Path("/api/v1/sweeps/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
public class SweepRunsResource {

  @Inject AnnouncedDatasets announced;
  @Inject SweepObjectives objectives;
  @Inject RunRows rows;
  @Inject SweepCurves curves;

  @GET
  @Path("/runs")
  @Operation(operationId = "listRuns", summary = "Runs of a sweep, in the order of execution")
  public Page<RunSummary> runs(
      @RestPath long id,
      @RestQuery @Schema(implementation = RunState.class) String state,
      @RestQuery @Parameter(example = "wordnet/noun-supersense") String dataset,
      @RestQuery @Parameter(description = "Name of a variant in the sweep.", example = "hypermoe")
          String variant,
      @BeanParam PageParameters page) {
    String objective = objectives.metric(id);
    Filters filters =
        new Filters("r.sweep_id = ?", id)
            .and("r.state = ?", Choice.name("state", state, RunState.class))
            .and("r.dataset = ?", knownDataset(dataset))
            .and("exists (select from trial t where t.id = r.trial_id and t.variant = ?)", variant);
    return rows.page(filters, objective, page);
  }

  @GET
  @Path("/curves")
  @Operation(
      operationId = "getSweepCurves",
      summary = "Learning curves by trial and dataset, with the band of their seeds",
      description = "Of the 50 trials that lead by the objective.")
  public SweepCurves.Curves curves(
      @RestPath long id,
      @RestQuery
          @Parameter(
              description = "`evaluation/` and the sweep's objective if it is not named.",
              example = "evaluation/accuracy")
          String metric,
      @RestQuery @Parameter(example = "wordnet/noun-supersense") String dataset) {
    String objective = objectives.metric(id);
    String own = ShownMetric.of(dataset == null ? "" : dataset, objective);
    String shown = metric == null ? "evaluation/" + own : metric;
    return curves.of(id, shown, knownDataset(dataset));
  }

  private String knownDataset(String dataset) {
    List<String> known = new ArrayList<>(Datasets.all().stream().map(Dataset::name).toList());
    known.addAll(announced.metrics().keySet());
    return Choice.of("dataset", dataset, null, known);
  }
}
