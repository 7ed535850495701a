package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads learning curves of a sweep: one per trial and dataset, a band over its seeds. */
@ApplicationScoped
public class SweepCurves {

  /** So many trials have curves at most, those that lead by the objective first. */
  private static final int TRIALS = 50;

  private static final int POINTS = 400;

  private static final String BAND =
      """
      with recursive shown as (
        select t.id, t.number, t.variant
        from trial t join sweep s on s.id = t.sweep_id
        where t.sweep_id = ?
        order by t.objective * case
      """
          + SweepObjectives.FIRST
          + """
           ->> 'goal'
          when 'minimize' then 1 else -1 end nulls last, t.number
        limit ?),
      member as (
        select r.trial_id, r.dataset, coalesce(r.reused_from, r.id) as run_id
        from run r join shown on shown.id = r.trial_id
        where r.dataset = coalesce(?, r.dataset)),
      computed as (select distinct run_id from member),
      """
          + Lineage.LINEAGE
          + """
          select shown.id, shown.number, shown.variant, member.dataset, p.step,
                 count(*) as n, avg(p.value) as mean, min(p.value) as low, max(p.value) as high
          from member
          join shown on shown.id = member.trial_id
          join lineage l on l.run_id = member.run_id
          join metric_point p on p.attempt_id = l.attempt_id
           and p.name = ? and p.step > l.after and p.step <= l.until
          group by shown.id, shown.number, shown.variant, member.dataset, p.step
          order by shown.number, member.dataset, p.step
          """;

  private static final String NAMES =
      """
      select distinct n.name
      from run r
      join attempt a on a.run_id = coalesce(r.reused_from, r.id)
      cross join lateral (select distinct name from metric_point where attempt_id = a.id) n
      where r.sweep_id = ?
      order by n.name
      """;

  @Inject Sql sql;

  /** Curves of a sweep, and the metrics that it has points of. */
  @Schema(name = "SweepCurves")
  public record Curves(
      @Schema(examples = "evaluation/accuracy") String metric,
      List<Curve> curves,
      @Schema(examples = "[\"evaluation/accuracy\", \"train/loss\"]") List<String> metrics) {}

  /** A trial on a dataset. */
  public record Curve(
      @Schema(examples = "hypermoe") String variant,
      long trialId,
      int trialNumber,
      @Schema(examples = "wordnet/noun-supersense") String dataset,
      List<BandPoint> points) {}

  /** The seeds at one step: how many have a value there, their mean, least and greatest value. */
  public record BandPoint(long step, long n, double mean, double low, double high) {}

  /** The curves of one metric; on one dataset, or all if that is null. */
  Curves of(long sweep, String metric, String dataset) {
    List<Curve> curves = new ArrayList<>();
    sql.list(
        BAND,
        row -> {
          add(curves, row);
          return null;
        },
        sweep,
        TRIALS,
        dataset,
        metric);
    return new Curves(
        metric,
        curves.stream().map(SweepCurves::sampled).toList(),
        sql.list(NAMES, row -> row.getString(1), sweep));
  }

  private static void add(List<Curve> curves, ResultSet row) throws SQLException {
    Curve last = curves.isEmpty() ? null : curves.get(curves.size() - 1);
    long trial = row.getLong("id");
    String dataset = row.getString("dataset");
    if (last == null || last.trialId() != trial || !last.dataset().equals(dataset)) {
      last =
          new Curve(
              row.getString("variant"), trial, row.getInt("number"), dataset, new ArrayList<>());
      curves.add(last);
    }
    last.points()
        .add(
            new BandPoint(
                row.getLong("step"),
                row.getLong("n"),
                row.getDouble("mean"),
                row.getDouble("low"),
                row.getDouble("high")));
  }

  private static Curve sampled(Curve curve) {
    return new Curve(
        curve.variant(),
        curve.trialId(),
        curve.trialNumber(),
        curve.dataset(),
        MinMaxSampling.of(curve.points(), POINTS, BandPoint::mean));
  }
}
