-- A worker that stops in order says so.

alter table worker
  add column registration bigint not null default 1,
  add column stopped_at timestamptz;
comment on column worker.registration is 'Number of its registrations so far: the fence that a sign-off must pass.';
comment on column worker.stopped_at is 'When it signed off; null while it is registered for work.';
