package dev.hypersweep.orchestrator.audit;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.run.AcceptedResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what runs left. */
@ApplicationScoped
class EvidenceRows {

  /** The accepted attempt, those that it resumed from, each cut where the next one resumed. */
  private static final String DIGESTS =
      """
      with recursive part (attempt_id, resumed_from, after, until) as (
        select a.id, a.resumed_from, a.resumed_step, 9223372036854775807
        from attempt a where a.run_id = ? and a.state = 'ACCEPTED'
        union all
        select a.id, a.resumed_from, a.resumed_step, p.after
        from part p join attempt a on a.id = p.resumed_from)
      select b.first_step, b.digests, p.after, p.until
      from part p join metric_batch b on b.attempt_id = p.attempt_id
      where b.digests is not null
      order by p.after, b.first_step
      """;

  @Inject Sql sql;

  /** The evidence of a run that has a result. */
  Optional<Evidence> of(long run) {
    return AcceptedResult.<AcceptedResult>findByIdOptional(run)
        .map(
            result ->
                new Evidence(
                    result.steps,
                    result.pruned,
                    chain(run),
                    result.chain,
                    new TreeMap<>(result.metrics),
                    new SealedManifest(result.manifest, result.seal).tree().path("environment")));
  }

  private StepChain chain(long run) {
    record Stretch(long firstStep, byte[] digests, long after, long until) {}
    StepChain.Builder chain = new StepChain.Builder();
    sql.list(
            DIGESTS,
            row -> new Stretch(row.getLong(1), row.getBytes(2), row.getLong(3), row.getLong(4)),
            run)
        .forEach(part -> chain.add(part.firstStep, part.digests, part.after, part.until));
    return chain.build();
  }
}
