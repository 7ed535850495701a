-- Runs that pause at rungs of steps, and go on from their checkpoints if their trial is promoted. What
-- the promotion was told and what it decided, in order: whoever tells it the same facts has the same
-- promotion.

alter table run
  drop constraint run_state_check,
  add constraint run_state_check check (state in
    ('WAITING', 'HELD', 'LEASED', 'PAUSED', 'SUCCEEDED', 'PRUNED', 'FAILED', 'CANCELLED')),
  add column until bigint check (until > 0),
  add column rung integer check (rung > 0),
  add column paused_step bigint,
  add column paused_value double precision,
  add check (state <> 'PAUSED' or paused_step is not null);
comment on column run.state is 'WAITING, HELD (sweep paused), LEASED, PAUSED (at a rung), SUCCEEDED, PRUNED, FAILED, CANCELLED; moves by the table in RunState.';
comment on column run.until is 'Step at or after which its next attempt pauses; null: it goes to its end.';
comment on column run.rung is 'Number of the rung that it is trained to, from 1; null where nobody is promoted.';
comment on column run.paused_step is 'Step at which it paused last; null before.';
comment on column run.paused_value is 'The objective of the run there; null if it was not measured.';

alter table attempt
  drop constraint attempt_state_check,
  add constraint attempt_state_check check (state in
    ('ACTIVE', 'ACCEPTED', 'PAUSED', 'FAILED', 'EXPIRED', 'CANCELLED'));

comment on column trial.partial_objective is 'PRUNED: the objective over those of its runs that have a result; where runs pause, the objective at the last rung that it reached, while it is open too. Null if there is none.';
comment on column trial.partial_steps is 'Steps of these runs together.';

create table promotion_event (
  sweep_id bigint not null references sweep (id),
  number integer not null,
  space text,
  trial_id bigint references trial (id),
  kind text not null check (kind in ('BEGIN', 'RUNG', 'DROP', 'PROMOTE', 'CLOSE')),
  step bigint,
  value double precision,
  at timestamptz not null default now(),
  primary key (sweep_id, number),
  check ((kind = 'CLOSE') = (trial_id is null))
);
create index promotion_event_by_trial on promotion_event (trial_id);
comment on table promotion_event is 'What the promotion of a sweep was told, and whom it promoted. Append-only.';
comment on column promotion_event.sweep_id is 'Its sweep.';
comment on column promotion_event.number is 'From 0, in order.';
comment on column promotion_event.space is 'The variant whose trials are compared; null if one search spans all variants.';
comment on column promotion_event.trial_id is 'The trial; null for CLOSE.';
comment on column promotion_event.kind is 'BEGIN: a new trial is trained to its first rung. RUNG: all of its runs have reached it. DROP: it has ended before. PROMOTE: it goes on to the next rung. CLOSE: no new trial comes.';
comment on column promotion_event.step is 'BEGIN, PROMOTE: step of the rung that it goes to. RUNG: step of the rung that it has reached.';
comment on column promotion_event.value is 'RUNG: its objective there, in its own direction; null if it has none.';
comment on column promotion_event.at is 'When it was noted.';
