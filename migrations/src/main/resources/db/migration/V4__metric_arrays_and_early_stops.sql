create table metric_array (
  attempt_id bigint not null,
  name text not null,
  step bigint not null,
  values double precision[] not null check (cardinality(values) between 1 and 4096),
  primary key (attempt_id, name, step)
);
comment on table metric_array is 'Metrics with several values at a step, for example the load of each expert. Append-only.';
comment on column metric_array.attempt_id is 'The attempt that measured it.';
comment on column metric_array.name is 'Metric, for example routing/load/1.';
comment on column metric_array.step is 'Optimiser steps done.';
comment on column metric_array.values is 'Finite values; as many at every step.';

alter table result add column early_stop jsonb;
comment on column result.early_stop is 'What early stopping did: metric, best step, whether it ended the run. Null for runs without the rule.';
