-- A sweep may learn from trials of stored sweeps before its own. What it learns from is copied when it
-- is submitted, so that it can be replayed whatever becomes of the others.

create table warm_trial (
  sweep_id bigint not null references sweep (id),
  number integer not null,
  trial_id bigint not null references trial (id),
  variant text not null,
  parameters jsonb not null,
  objective double precision not null,
  primary key (sweep_id, number)
);
create index warm_trial_by_trial on warm_trial (trial_id);
comment on table warm_trial is 'Trials of stored sweeps from which another sweep learns before its own. Never changed.';
comment on column warm_trial.sweep_id is 'The sweep that learns.';
comment on column warm_trial.number is 'From 0, in the order in which its sampler was told.';
comment on column warm_trial.trial_id is 'The stored trial.';
comment on column warm_trial.variant is 'Variant of the sweep that learns.';
comment on column warm_trial.parameters is 'The point of its space that was trained.';
comment on column warm_trial.objective is 'What it was worth by its objective at its submission, in its direction.';
