-- Hopeless trials end early. What the pruner was told, in order: whoever tells it the same log has the
-- same pruner.

alter table trial
  add column partial_objective double precision,
  add column partial_steps bigint;
comment on column trial.partial_objective is 'PRUNED: the objective over those of its runs that have a result; null if none has.';
comment on column trial.partial_steps is 'PRUNED: steps of these runs together.';

create table pruning_event (
  sweep_id bigint not null references sweep (id),
  number integer not null,
  trial_id bigint not null references trial (id),
  run_id bigint references run (id),
  kind text not null check (kind in ('REPORT', 'COMPLETE', 'PRUNE', 'FAIL')),
  step bigint,
  value double precision,
  prune boolean,
  at timestamptz not null default now(),
  primary key (sweep_id, number)
);
create index pruning_event_by_run on pruning_event (run_id);
create index pruning_event_by_trial on pruning_event (trial_id);
comment on table pruning_event is 'What the pruner of a sweep was told. Append-only.';
comment on column pruning_event.sweep_id is 'Its sweep.';
comment on column pruning_event.number is 'From 0, in the order in which it was told.';
comment on column pruning_event.trial_id is 'The trial.';
comment on column pruning_event.run_id is 'The run; null where a whole trial ended.';
comment on column pruning_event.kind is 'REPORT: a value on the way. COMPLETE, PRUNE, FAIL: the end of a run, or of a trial where whole runs are compared.';
comment on column pruning_event.step is 'REPORT: step of the training; where whole runs are compared, number of dataset and seed.';
comment on column pruning_event.value is 'REPORT, COMPLETE: value of the objective, in its own direction.';
comment on column pruning_event.prune is 'REPORT: whether the pruner judged the trial hopeless.';
comment on column pruning_event.at is 'When it was told.';
