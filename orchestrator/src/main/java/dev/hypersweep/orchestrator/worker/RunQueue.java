package dev.hypersweep.orchestrator.worker;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.sweep.SweepBudget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The run table as the queue that it is: gives waiting runs out, each to one worker. */
@ApplicationScoped
public class RunQueue {

  /**
   * What the claim found.
   *
   * @param runId null if there was nothing for this worker
   * @param leased true if the worker holds a lease on it now; false if an equal run was computed
   *     before, by {@code computedBy}, or another claim served the run's team in the meantime, and
   *     nothing has been changed yet
   * @param first true if its trial and its sweep do not know yet that they run
   */
  record Found(Long runId, boolean leased, Long computedBy, String fingerprint, boolean first) {

    /** The turn has passed on: the claim must look again. */
    boolean overtaken() {
      return runId != null && !leased && computedBy == null;
    }
  }

  /**
   * One statement. Order: priority, then the team whose turn is longest ago, then age. {@code
   * level} finds the priorities that wait in each team by skipping through an index, so that the
   * first suitable row is the only one that is looked at and locked.
   *
   * <p>Guarantee: as long as several teams have runs of one priority that suit the asking workers,
   * none of them is served twice before each was served once, however many claims come at once.
   * {@code turned} holds it: it takes the team's turn only if that is still the turn by which the
   * team was picked; a concurrent claim that came first has changed it, and then nothing is leased
   * and the caller looks again. Each such defeat is another claim's success. While one team alone
   * waits at a priority, its turn is not asked for. Not guaranteed: equal shares of device time
   * (turns count runs, not seconds), or of workers that not all teams can use.
   *
   * <p>A run suits a worker that has its device, exactly its threads, at least its memory, and its
   * dataset. It is passed over while an equal one is being computed: its answer will be reused; so
   * is every run of a sweep whose budget is spent. An audit goes to a worker with the audited run's
   * environment and data as long as such a worker lives; when there is none any suitable one takes
   * it, and the verdict says what differs.
   */
  private static final String CLAIM =
      """
      with recursive me as (
        update worker set last_seen_at = now() where id = ? and stopped_at is null
        returning id, environment_fingerprint, device, threads, memory_bytes
      ),
      same_request as (
        select r.id from run r join me on r.worker_id = me.id
        where r.claim_request = ? and r.state = 'LEASED'
      ),
      spent as materialized (
        select s.id from sweep s where s.state in ('WAITING', 'RUNNING') and %3$s
      ),
      level as (
        select t.id as team_id, t.turn,
               (select max(r.priority) from run r
                where r.team_id = t.id and r.state = 'WAITING') as priority
        from team t
        union all
        select l.team_id, l.turn,
               (select max(r.priority) from run r
                where r.team_id = l.team_id and r.state = 'WAITING' and r.priority < l.priority)
        from level l where l.priority is not null
      ),
      picked as (
        select candidate.*, l.turn, l.alone, me.id as worker_id, me.environment_fingerprint,
               encode(sha256(convert_to(candidate.identity || E'\\n' || candidate.content_hash
                 || E'\\n' || me.environment_fingerprint, 'UTF8')), 'hex') as new_fingerprint
        from me
        cross join (select *, count(*) over (partition by priority) = 1 as alone
                    from level where priority is not null
                    order by priority desc, turn, team_id) l
        cross join lateral (
          select r.id, r.kind, r.team_id, r.identity, d.content_hash
          from run r
          join worker_dataset d on d.worker_id = me.id and d.dataset = r.dataset
          where r.state = 'WAITING' and r.team_id = l.team_id and r.priority = l.priority
            and r.device = me.device and r.threads = me.threads
            and r.memory_bytes <= me.memory_bytes
            and (r.sweep_id is null or r.sweep_id not in (select id from spent))
            and (r.kind = 'AUDIT' or not exists (
              select from run equal
              where equal.identity = r.identity and equal.state = 'LEASED'
                and equal.kind = 'TRIAL'))
            and (r.kind = 'TRIAL' or %1$s or not exists (
              select from worker w
              join worker_dataset wd on wd.worker_id = w.id and wd.dataset = r.dataset
              where w.stopped_at is null and w.last_seen_at > now() - make_interval(secs => ?)
                and w.device = r.device and w.threads = r.threads
                and w.memory_bytes >= r.memory_bytes and %2$s))
          order by r.id limit 1
          for no key update of r skip locked
        ) candidate
        where not exists (select from same_request)
        order by l.priority desc, l.turn, l.team_id
        limit 1
      ),
      computed as (
        select done.id from picked p join run done on done.fingerprint = p.new_fingerprint
        where p.kind = 'TRIAL' and done.kind = 'TRIAL' and done.state = 'SUCCEEDED'
          and done.reused_from is null
        order by done.id limit 1
      ),
      turned as (
        update team t set turn = nextval('claim_turn') from picked p
        where t.id = p.team_id and (t.turn = p.turn or p.alone)
          and not exists (select from computed)
        returning t.id
      ),
      leased as (
        update run r set state = 'LEASED', generation = r.generation + 1,
          worker_id = p.worker_id, claim_request = ?, fingerprint = p.new_fingerprint,
          lease_expires_at = now() + make_interval(secs => ?), signal = 'CONTINUE',
          started_at = coalesce(r.started_at, now())
        from picked p join turned on turned.id = p.team_id
        where r.id = p.id
        returning r.id, r.generation, r.worker_id, r.fingerprint, r.trial_id, r.sweep_id,
          p.environment_fingerprint
      ),
      checkpoint as (
        select a.id as attempt_id, f.step
        from leased l
        join attempt a on a.run_id = l.id and a.fingerprint = l.fingerprint
        join artifact f on f.attempt_id = a.id and f.step is not null
        order by f.step desc, f.id desc limit 1
      ),
      new_attempt as (
        insert into attempt (run_id, generation, worker_id, environment_fingerprint, fingerprint,
                             resumed_from, resumed_step, state, step)
        select l.id, l.generation, l.worker_id, l.environment_fingerprint, l.fingerprint,
               c.attempt_id, coalesce(c.step, 0), 'ACTIVE', coalesce(c.step, 0)
        from leased l left join checkpoint c on true
      )
      select coalesce((select id from same_request), p.id) as run_id,
             exists (select from same_request) or l.id is not null as leased,
             (select id from computed) as computed_by, p.new_fingerprint as fingerprint,
             coalesce((select state = 'WAITING' from trial where id = l.trial_id), false)
               or coalesce((select state = 'WAITING' from sweep where id = l.sweep_id), false)
               or exists (select from same_request) as first
      from me left join picked p on true left join leased l on true
      """
          .formatted(
              pinned("me.environment_fingerprint", "d.content_hash"),
              pinned("w.environment_fingerprint", "wd.content_hash"),
              SweepBudget.SPENT);

  @Inject Sql sql;

  /**
   * Claims a run for a worker, or finds the lease that the same request was given before.
   *
   * @return empty if there is no such worker, or it has signed off
   */
  Optional<Found> claim(long workerId, String requestId, int leaseSeconds) {
    return sql.first(
        CLAIM,
        RunQueue::read,
        workerId,
        requestId,
        (double) leaseSeconds,
        requestId,
        (double) leaseSeconds);
  }

  /** True for the environment and the data that an audit wants to find again. */
  private static String pinned(String environment, String contentHash) {
    return """
        (exists (
           select from audit au
           join run audited on audited.id = au.run_id
           join result re on re.run_id = coalesce(audited.reused_from, audited.id)
           join attempt original on original.id = re.attempt_id
           where au.execution_run_id = r.id and original.environment_fingerprint = %s)
         and coalesce(r.specification ->> 'datasetHash', %2$s) = %2$s)
        """
        .formatted(environment, contentHash);
  }

  private static Found read(ResultSet row) throws SQLException {
    return new Found(
        row.getObject("run_id", Long.class),
        row.getBoolean("leased"),
        row.getObject("computed_by", Long.class),
        row.getString("fingerprint"),
        row.getBoolean("first"));
  }
}
