package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.worker.KnownPlaces;
import dev.hypersweep.protocol.Resources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds which planned runs have been computed before, as workers would compute them (see {@link
 * KnownPlaces}): the same that are answered at the submission.
 */
@ApplicationScoped
class ComputedRuns {

  /** A fingerprint is the hash of identity, content hash of the dataset and environment. */
  private static final String QUERY =
      """
      with planned as (
        select distinct identity, dataset from unnest(?::text[], ?::text[]) as p(identity, dataset)
      ),
      place as (
        select need.dataset, known.*
        from (select distinct dataset, ?::text as device, ?::int as threads,
                     ?::bigint as memory_bytes from planned) need
        cross join lateral
      """
          + KnownPlaces.FOR_NEED
          + """
            known
          )
          select distinct planned.identity
          from planned join place on place.dataset = planned.dataset
          where exists (
            select from run
            where state = 'SUCCEEDED' and reused_from is null and kind = 'TRIAL'
              and fingerprint = encode(sha256(convert_to(
                planned.identity || E'\\n' || place.content_hash || E'\\n'
                  || place.environment_fingerprint, 'UTF8')), 'hex'))
          """;

  @Inject Sql sql;

  /** Identities of the computed ones. */
  Set<String> among(PlannedRuns planned) {
    Resources resources = planned.definition().resources();
    String[] datasets =
        planned.runs().stream().map(run -> run.specification().dataset()).toArray(String[]::new);
    return new HashSet<>(
        sql.list(
            QUERY,
            row -> row.getString(1),
            planned.identities().toArray(String[]::new),
            datasets,
            resources.device(),
            resources.threads(),
            resources.memoryBytes()));
  }
}
