-- A sweep may have several objectives: a trial then has a value for each of them.

alter table trial add column objectives double precision[];
comment on column trial.objectives is 'Where the sweep has several objectives: the trial''s value for each, in the order of the definition, null for one that it lacks; objective is the first of them. Null while it is open or if it was pruned.';

create view run_measure (run_id, name, value) as
select run_id, name, value from result_metric
union all
select r.run_id, c.name, c.value
from result r
cross join lateral (values
  ('parameters', (r.cost ->> 'parameters')::double precision),
  ('parameters_active', (r.cost ->> 'activeParameters')::double precision),
  ('flops_per_token', (r.cost ->> 'flopsPerToken')::double precision),
  ('seconds', (r.cost ->> 'seconds')::double precision),
  ('seconds_per_step', (r.cost ->> 'trainSeconds')::double precision / nullif(r.steps, 0)),
  ('tokens_per_second',
    (r.cost ->> 'tokens')::double precision / nullif((r.cost ->> 'trainSeconds')::double precision, 0)),
  ('peak_memory', (r.cost ->> 'peakMemoryBytes')::double precision)) as c (name, value)
where c.value is not null;
comment on view run_measure is 'All that an objective can count of a run: its final metrics, and what it cost.';
comment on column run_measure.run_id is 'The run that computed it.';
comment on column run_measure.name is 'Catalogue metric or cost.';
comment on column run_measure.value is 'Final value on the evaluation split; of a cost, a count, seconds or bytes.';
