-- Searches of people whose objective is a program of their own: what was asked, told and reported,
-- in order. A study is what its events make of it, and goes on from them after a restart.

create table study (
  id bigint generated always as identity primary key,
  source text not null,
  sampler text not null,
  seed bigint not null,
  pruner text not null,
  idempotency_key text unique,
  created_at timestamptz not null default now()
);
comment on table study is 'A search space, and who searches it.';
comment on column study.id is 'Key.';
comment on column study.source is 'The space as it was sent.';
comment on column study.sampler is 'Name of the sampler.';
comment on column study.seed is 'Seed of the sampler.';
comment on column study.pruner is 'Who answers reports, with settings: median,warmup=5.';
comment on column study.idempotency_key is 'Idempotency-Key of the request that made it; the same key gets the same study.';
comment on column study.created_at is 'When it was made.';

create table study_event (
  study_id bigint not null references study (id),
  number integer not null,
  kind text not null check (kind in ('ASK', 'TELL', 'FAIL', 'PRUNE', 'REPORT')),
  trial integer not null,
  params text,
  step bigint,
  objectives double precision[],
  prune boolean,
  idempotency_key text,
  request text,
  at timestamptz not null default now(),
  primary key (study_id, number)
);
create index study_event_by_key on study_event (study_id, idempotency_key)
  where idempotency_key is not null;
comment on table study_event is 'What happened in a study. Append-only.';
comment on column study_event.study_id is 'Its study.';
comment on column study_event.number is 'From 0, in the order in which it happened.';
comment on column study_event.kind is 'ASK (a point was given), TELL, FAIL, PRUNE (a trial ended), REPORT.';
comment on column study_event.trial is 'Number of the trial, from 0.';
comment on column study_event.params is 'ASK: the point as JSON text; jsonb would not keep 1.0 and 1 apart.';
comment on column study_event.step is 'REPORT: of what was reported.';
comment on column study_event.objectives is 'TELL, REPORT: a value per objective.';
comment on column study_event.prune is 'REPORT: the answer.';
comment on column study_event.idempotency_key is 'Idempotency-Key of the request; the same key gets the same answer.';
comment on column study_event.request is 'What that request said, to know it again.';
comment on column study_event.at is 'When it happened.';
