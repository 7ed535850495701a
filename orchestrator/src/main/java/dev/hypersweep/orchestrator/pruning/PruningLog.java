package dev.hypersweep.orchestrator.pruning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Json;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.orchestrator.run.SweepObjectives;
import dev.hypersweep.sweeps.Objective;
import dev.hypersweep.sweeps.PrunerChoice;
import dev.hypersweep.sweeps.pruning.Bound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stores and reads what pruners were told. The sweep's row must be locked to write. */
@ApplicationScoped
class PruningLog {

  private static final String RUN =
      """
      select r.id, r.sweep_id, r.trial_id, t.number, r.dataset, r.seed, r.state,
             case when s.definition -> 'variants' is not null then t.variant end as space,
             s.definition -> 'pruner' as pruner,
             array(select o.objective::text from jsonb_array_elements(
      """
          + SweepObjectives.ALL
          + """
                   ) with ordinality as o (objective, place) order by o.place) as objectives,
             coalesce((s.definition #>> '{sampler,seed}')::bigint, 0) as sweep_seed,
             (select d.place - 1 from jsonb_array_elements_text(s.definition -> 'datasets')
                with ordinality as d(name, place) where d.name = r.dataset)
             + jsonb_array_length(s.definition -> 'datasets')
             * (select e.place - 1 from jsonb_array_elements(s.definition -> 'seeds')
                with ordinality as e(seed, place) where e.seed = to_jsonb(r.seed)) as cell
      from run r join trial t on t.id = r.trial_id join sweep s on s.id = r.sweep_id
      where r.id = ? and coalesce(s.definition #>> '{pruner,name}', 'none') <> 'none'
      """;

  private static final String EVENTS =
      """
      select e.kind, t.number, e.step, e.value, e.further, r.dataset
      from pruning_event e join trial t on t.id = e.trial_id left join run r on r.id = e.run_id
      where e.sweep_id = ? and (?::text is null or t.variant = ?)
        and (? or r.dataset = ? and r.seed = ?)
      order by e.number
      """;

  /** Each evaluation that is not told yet, with what the other objectives were there. */
  private static final String POINTS =
      """
      select distinct on (p.step) p.step, p.value,
             array(
               select (select q.value from attempt b join metric_point q on q.attempt_id = b.id
                       where b.run_id = a.run_id and q.name = m.name and q.value <> 'NaN'
                         and (q.step = p.step or m.name like 'cost/%' and q.step < p.step)
                       order by q.step desc, b.id desc limit 1)
               from unnest(?::text[]) with ordinality as m (name, place)
               order by m.place) as further
      from run r
      join attempt a on a.run_id = coalesce(r.reused_from, r.id)
      join metric_point p on p.attempt_id = a.id and p.name = ?
      where r.id = ? and p.value <> 'NaN'
        and not exists (select from pruning_event e where e.run_id = r.id and e.step = p.step)
      order by p.step, a.id desc
      """;

  private static final String ADD =
      """
      insert into pruning_event (sweep_id, number, trial_id, run_id, kind, step, value, further,
                                 prune, bound, better, compared)
      select ?, coalesce(max(number) + 1, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
      from pruning_event where sweep_id = ?
      """;

  /** Trials that ended since, in that order. */
  private static final String ENDS =
      """
      select t.id, t.state, t.objective from trial t
      where t.sweep_id = ? and t.ended_as is not null and not exists (
        select from pruning_event e where e.trial_id = t.id and e.kind <> 'REPORT')
      order by t.ended_as
      """;

  @Inject Sql sql;
  @Inject ObjectMapper mapper;
  @Inject Json json;
  @Inject AnnouncedDatasets announced;

  /**
   * Something that was told.
   *
   * @param number of the trial
   * @param values one per objective; of an end, of the first one; empty if there is none
   * @param dataset of the run; null where a whole trial ended
   */
  record Told(String kind, int number, Long step, List<Double> values, String dataset) {}

  /** Values on the way, one per objective. */
  record Point(long step, List<Double> values) {}

  /** A trial that has ended. */
  record Ended(long trial, String kind, Double objective) {}

  /** The run; empty if its sweep has no pruner, or one that promotes. */
  Optional<JudgedRun> run(long id) {
    return sql.first(RUN, this::read, id).filter(run -> !run.pruner().promotes());
  }

  /** What was told of what the run is compared with, in order. */
  List<Told> comparable(JudgedRun run) {
    return sql.list(
        EVENTS,
        row ->
            new Told(
                row.getString("kind"),
                row.getInt("number"),
                row.getObject("step", Long.class),
                values(row),
                row.getString("dataset")),
        run.sweep(),
        run.space(),
        run.space(),
        run.pruner().races(),
        run.dataset(),
        run.runSeed());
  }

  /**
   * Values that the pruner has not been told, by step. Evaluations where an objective has no value
   * are left out: a run whose trainer does not say its costs on the way is not judged by them.
   *
   * @param names of the points of each objective
   */
  List<Point> news(JudgedRun run, List<String> names) {
    return sql
        .list(
            POINTS,
            row -> new Point(row.getLong("step"), values(row)),
            names.subList(1, names.size()).toArray(String[]::new),
            names.get(0),
            run.id())
        .stream()
        .filter(point -> !point.values().contains(null))
        .toList();
  }

  private static List<Double> values(ResultSet row) throws SQLException {
    List<Double> values = new ArrayList<>();
    Double first = Columns.doubleOrNull(row, "value");
    if (first != null) {
      values.add(first);
    }
    List<Double> further = Columns.doublesOrNull(row, "further");
    if (further != null) {
      values.addAll(further);
    }
    return values;
  }

  List<Ended> endedTrials(long sweep) {
    return sql.list(
        ENDS,
        row ->
            new Ended(
                row.getLong("id"),
                kind(row.getString("state"), Columns.doubleOrNull(row, "objective")),
                Columns.doubleOrNull(row, "objective")),
        sweep);
  }

  private static String kind(String state, Double objective) {
    if (state.equals("PRUNED")) {
      return "PRUNE";
    }
    return objective == null ? "FAIL" : "COMPLETE";
  }

  /**
   * A value on the way was told.
   *
   * @param bound against what the trial was found hopeless; empty if it goes on
   */
  void report(JudgedRun run, Point point, Optional<Bound> bound) {
    List<Double> further = point.values().subList(1, point.values().size());
    sql.update(
        ADD,
        run.sweep(),
        run.trial(),
        run.id(),
        "REPORT",
        point.step(),
        point.values().get(0),
        further.isEmpty() ? null : further.toArray(Double[]::new),
        bound.isPresent(),
        bound.map(Bound::loss).filter(Double::isFinite).map(run.goal()::loss).orElse(null),
        bound.map(Bound::better).orElse(null),
        bound.map(Bound::of).orElse(null),
        run.sweep());
  }

  void end(long sweep, long trial, Long run, String kind, Double value) {
    sql.update(ADD, sweep, trial, run, kind, null, value, null, null, null, null, null, sweep);
  }

  private JudgedRun read(ResultSet row) throws SQLException {
    List<Objective> objectives =
        Arrays.stream((String[]) row.getArray("objectives").getArray())
            .map(text -> Objective.ofCanonical(json.map(text)))
            .toList();
    String dataset = row.getString("dataset");
    return new JudgedRun(
        row.getLong("id"),
        row.getLong("sweep_id"),
        row.getLong("trial_id"),
        row.getInt("number"),
        row.getString("space"),
        dataset,
        row.getLong("seed"),
        row.getLong("cell"),
        RunState.valueOf(row.getString("state")),
        pruner(row.getString("pruner")),
        objectives,
        objectives.stream().map(one -> one.directionOn(dataset, announced.metrics())).toList(),
        row.getLong("sweep_seed"));
  }

  private PrunerChoice pruner(String text) {
    try {
      JsonNode stored = mapper.readTree(text);
      SortedMap<String, Double> settings = new TreeMap<>();
      stored.properties().stream()
          .filter(one -> one.getValue().isNumber())
          .forEach(one -> settings.put(one.getKey(), one.getValue().doubleValue()));
      return new PrunerChoice(stored.path("name").asText(), settings);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException("a stored pruner cannot be read", e);
    }
  }
}
