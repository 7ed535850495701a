package dev.hypersweep.orchestrator.promotion;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Json;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The rungs of a sweep. */
@Path("/api/v1/sweeps/{id}/rungs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sweeps")
public class RungResource {

  private static final String RUNGS =
      """
      select e.space, e.step, s.definition -> 'pruner' as pruner, count(*) as reached,
             count(next.number) as promoted,
             case goal when 'minimize' then min(e.value) else max(e.value) end as best,
             case goal when 'minimize' then max(e.value) filter (where next.number is not null)
                       else min(e.value) filter (where next.number is not null) end as bound
      from sweep s
      cross join lateral (select s.definition #>> '{objective,goal}' as goal) objective
      join promotion_event e on e.sweep_id = s.id and e.kind = 'RUNG'
      left join lateral (
        select p.number from promotion_event p
        where p.trial_id = e.trial_id and p.number > e.number and p.kind = 'PROMOTE'
        limit 1) next on true
      where s.id = ?
      group by s.id, goal, e.space, e.step
      order by e.space, e.step
      """;

  @Inject Sql sql;
  @Inject Json json;

  /** Those that some trial has reached; none if the sweep promotes nobody. */
  @GET
  @Operation(
      operationId = "listRungs",
      summary = "How its trials stand at each rung, where the best are promoted")
  public List<RungView> rungs(@RestPath long id) {
    if (sql.number("select count(*) from sweep where id = ?", id) == 0) {
      throw ProblemException.notFound("sweep", id);
    }
    return sql.list(RUNGS, this::read, id);
  }

  private RungView read(ResultSet row) throws SQLException {
    long step = row.getLong("step");
    return new RungView(
        row.getString("space"),
        PausedTrials.pruner(json.map(row.getString("pruner"))).rungs().upTo(step).size(),
        step,
        row.getLong("reached"),
        row.getLong("promoted"),
        row.getDouble("best"),
        Columns.doubleOrNull(row, "bound"));
  }
}
