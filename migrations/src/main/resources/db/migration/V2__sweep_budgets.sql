-- What a sweep may cost, and what it has cost: the claim looks at both.

alter table sweep
  add column budget_until timestamptz,
  add column budget_seconds double precision,
  add column device_seconds double precision not null default 0,
  add column ended_because text;
comment on column sweep.budget_until is 'budget.until of the definition: no run is claimed later; null for no limit.';
comment on column sweep.budget_seconds is 'budget.gpu_hours of the definition in seconds of device time; null for no limit.';
comment on column sweep.device_seconds is 'Seconds of its attempts that have ended, together; those of active ones come on top.';
comment on column sweep.ended_because is 'Why runs were ended before they began, in words; null if none was.';
comment on column run.failure_message is 'What the last attempt said, or why the run was cancelled.';

update sweep set
  -- A year beyond 9999 was let in before, and is no limit.
  budget_until = case when definition #>> '{budget,until}' ~ '^[0-9]{4}-'
                      then (definition #>> '{budget,until}')::timestamptz end,
  budget_seconds = (definition #>> '{budget,gpu_hours}')::float8 * 3600;

update sweep s set device_seconds = spent.seconds
from (select r.sweep_id, sum(extract(epoch from a.finished_at - a.started_at)) as seconds
      from attempt a join run r on r.id = a.run_id
      where a.finished_at is not null and r.sweep_id is not null
      group by r.sweep_id) spent
where spent.sweep_id = s.id;
