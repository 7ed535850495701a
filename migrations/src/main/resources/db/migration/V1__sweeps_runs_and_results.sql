-- A run's way through these tables: sweep -> trial -> run -> attempt -> metric points, digests, logs,
-- artifacts -> result. The run row alone says what is queued. All times are the database's.

create table team (
  id bigint generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 200),
  turn bigint not null default 0
);
comment on table team is 'Owner of sweeps; the claim takes turns between teams.';
comment on column team.id is 'Key.';
comment on column team.name is 'Name that people use.';
comment on column team.turn is 'Number of the claim that served this team last; the smallest is served next.';

create sequence claim_turn;
comment on sequence claim_turn is 'Counts claims; see team.turn.';

insert into team (name) values ('default');

create table sweep (
  id bigint generated always as identity primary key,
  team_id bigint not null references team (id),
  name text not null check (length(name) between 1 and 200),
  description text not null default '',
  source text not null,
  media_type text not null,
  definition jsonb not null,
  definition_hash text not null,
  priority integer not null default 0,
  state text not null check (state in ('WAITING', 'RUNNING', 'PAUSED', 'FINISHED', 'FAILED', 'CANCELLED')),
  idempotency_key text unique,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create index sweep_by_state on sweep (state, id);
comment on table sweep is 'A sweep definition and its execution.';
comment on column sweep.id is 'Key; grows with time, so newest first is by id.';
comment on column sweep.team_id is 'The team it belongs to.';
comment on column sweep.name is 'From the definition.';
comment on column sweep.description is 'From the definition.';
comment on column sweep.source is 'The definition as it was sent, comments and all.';
comment on column sweep.media_type is 'application/yaml or application/json.';
comment on column sweep.definition is 'The canonical definition.';
comment on column sweep.definition_hash is 'SHA-256 of the canonical definition.';
comment on column sweep.priority is 'Higher is claimed first.';
comment on column sweep.state is 'WAITING, RUNNING, PAUSED, FINISHED, FAILED (no run succeeded), CANCELLED; moves by the table in SweepState.';
comment on column sweep.idempotency_key is 'Idempotency-Key of the request that made it; the same key gets the same sweep.';
comment on column sweep.created_at is 'When it was stored.';
comment on column sweep.started_at is 'When its first run was claimed.';
comment on column sweep.finished_at is 'When its last run ended.';

create table trial (
  id bigint generated always as identity primary key,
  sweep_id bigint not null references sweep (id),
  number integer not null,
  variant text not null,
  parameters jsonb not null,
  configuration jsonb not null,
  configuration_hash text not null,
  state text not null check (state in ('WAITING', 'RUNNING', 'COMPLETED', 'PRUNED', 'FAILED', 'CANCELLED')),
  objective double precision,
  unique (sweep_id, number)
);
comment on table trial is 'One point of a sweep''s search space.';
comment on column trial.id is 'Key.';
comment on column trial.sweep_id is 'Its sweep.';
comment on column trial.number is 'From 0, in the order in which the sampler gave them.';
comment on column trial.variant is 'Architecture under test.';
comment on column trial.parameters is 'What the sampler chose: parameter name to value.';
comment on column trial.configuration is 'Every setting of the variant, defaults filled in.';
comment on column trial.configuration_hash is 'SHA-256 of variant and canonical configuration: equal hashes are the same row of a leaderboard.';
comment on column trial.state is 'WAITING, RUNNING, COMPLETED, PRUNED, FAILED, CANCELLED; moves by the table in TrialState.';
comment on column trial.objective is 'Aggregate of its cells by the sweep''s objective; null until all of its runs ended well.';

create table environment (
  fingerprint text primary key,
  trainer_digest text not null,
  device_class text not null,
  threads integer not null,
  determinism text not null,
  description jsonb not null,
  first_seen_at timestamptz not null default now()
);
comment on table environment is 'What numbers depend on beside the specification: a trainer on a class of device.';
comment on column environment.fingerprint is 'SHA-256 of trainer digest, device class and threads.';
comment on column environment.trainer_digest is 'SHA-256 over the trainer''s jars.';
comment on column environment.device_class is 'Vendor, instruction set or model, and PyTorch build.';
comment on column environment.threads is 'Intra-op threads.';
comment on column environment.determinism is 'bit-identical or statistical.';
comment on column environment.description is 'Libraries, versions and flags.';
comment on column environment.first_seen_at is 'When a worker first registered with it.';

create table worker (
  id bigint generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 200),
  environment_fingerprint text not null references environment (fingerprint),
  device text not null check (device in ('cpu', 'gpu')),
  threads integer not null,
  memory_bytes bigint not null,
  registered_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now()
);
comment on table worker is 'A GPU worker service (or a CPU one).';
comment on column worker.id is 'Key.';
comment on column worker.name is 'Chosen by the worker, stable across restarts.';
comment on column worker.environment_fingerprint is 'What its numbers depend on.';
comment on column worker.device is 'cpu or gpu.';
comment on column worker.threads is 'Threads that it gives to a run.';
comment on column worker.memory_bytes is 'Memory that it gives to a run.';
comment on column worker.registered_at is 'When it last started.';
comment on column worker.last_seen_at is 'Last request of any kind.';

create table worker_dataset (
  worker_id bigint not null references worker (id),
  dataset text not null,
  content_hash text not null,
  split text not null,
  train_examples integer not null,
  evaluation_examples integer not null,
  classes integer not null,
  majority double precision not null,
  primary key (worker_id, dataset)
);
comment on table worker_dataset is 'Which datasets a worker has; a run is only claimed by a worker that has its dataset.';
comment on column worker_dataset.worker_id is 'The worker.';
comment on column worker_dataset.dataset is 'Catalogue name.';
comment on column worker_dataset.content_hash is 'SHA-256 over examples and labels, in order.';
comment on column worker_dataset.split is 'Training and evaluation split as read.';
comment on column worker_dataset.train_examples is 'Rows trained on.';
comment on column worker_dataset.evaluation_examples is 'Rows scored.';
comment on column worker_dataset.classes is 'Number of classes.';
comment on column worker_dataset.majority is 'Share of the most frequent class in the evaluation split.';

create table run (
  id bigint generated always as identity primary key,
  kind text not null default 'TRIAL' check (kind in ('TRIAL', 'AUDIT')),
  trial_id bigint references trial (id),
  sweep_id bigint references sweep (id),
  team_id bigint not null references team (id),
  dataset text not null,
  seed bigint not null,
  specification jsonb not null,
  identity text not null,
  fingerprint text,
  state text not null check (state in ('WAITING', 'HELD', 'LEASED', 'SUCCEEDED', 'PRUNED', 'FAILED', 'CANCELLED')),
  priority integer not null default 0,
  device text not null,
  threads integer not null,
  memory_bytes bigint not null,
  generation bigint not null default 0,
  attempts integer not null default 0,
  signal text not null default 'CONTINUE' check (signal in ('CONTINUE', 'STOP', 'PRUNE', 'CANCEL')),
  worker_id bigint references worker (id),
  claim_request text,
  lease_expires_at timestamptz,
  reused_from bigint references run (id),
  failure_class text,
  failure_message text,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  check (kind = 'AUDIT' or (trial_id is not null and sweep_id is not null)),
  check ((state = 'LEASED') = (lease_expires_at is not null)),
  unique (trial_id, dataset, seed)
);
create index run_waiting on run (team_id, priority desc, id) where state = 'WAITING';
create index run_leased on run (lease_expires_at) where state = 'LEASED';
create unique index run_leased_identity on run (identity) where state = 'LEASED' and kind = 'TRIAL';
create unique index run_claim_request on run (worker_id, claim_request) where state = 'LEASED';
create index run_computed on run (fingerprint) where state = 'SUCCEEDED' and reused_from is null;
create index run_by_sweep on run (sweep_id, id);
comment on table run is 'One trial on one dataset with one seed: the unit that a worker executes, and the queue.';
comment on column run.id is 'Key.';
comment on column run.kind is 'TRIAL: of a sweep. AUDIT: a stored run executed again; never on a leaderboard.';
comment on column run.trial_id is 'Its trial; null for an audit.';
comment on column run.sweep_id is 'Its sweep; null for an audit.';
comment on column run.team_id is 'Team of its sweep, for the claim.';
comment on column run.dataset is 'Catalogue name.';
comment on column run.seed is 'Decides initialisation, order, dropout and noise.';
comment on column run.specification is 'What the worker is told to execute.';
comment on column run.identity is 'SHA-256 of the canonical specification: what it is, apart from data and environment.';
comment on column run.fingerprint is 'SHA-256 of identity, dataset hash and environment, known at the claim: equal ones are the same run.';
comment on column run.state is 'WAITING, HELD (sweep paused), LEASED, SUCCEEDED, PRUNED, FAILED, CANCELLED; moves by the table in RunState.';
comment on column run.priority is 'Higher is claimed first.';
comment on column run.device is 'cpu or gpu.';
comment on column run.threads is 'Threads that it must be given exactly.';
comment on column run.memory_bytes is 'Memory that it must be given at least.';
comment on column run.generation is 'Number of leases given out so far: the fence that every write of a worker must pass.';
comment on column run.attempts is 'Attempts that count against the retry budget.';
comment on column run.signal is 'What the next heartbeat answer says to the worker.';
comment on column run.worker_id is 'Who holds or held the last lease.';
comment on column run.claim_request is 'Request id of the last claim: the same request gets the same lease.';
comment on column run.lease_expires_at is 'When the lease ends without a heartbeat; null unless LEASED.';
comment on column run.reused_from is 'The run that had computed the same fingerprint before; its numbers are this run''s.';
comment on column run.failure_class is 'Why the last attempt failed.';
comment on column run.failure_message is 'What it said.';
comment on column run.created_at is 'When it was queued.';
comment on column run.started_at is 'When it was first claimed.';
comment on column run.finished_at is 'When it ended.';

create table attempt (
  id bigint generated always as identity primary key,
  run_id bigint not null references run (id),
  generation bigint not null,
  worker_id bigint not null references worker (id),
  environment_fingerprint text not null references environment (fingerprint),
  fingerprint text,
  resumed_from bigint references attempt (id),
  resumed_step bigint not null default 0,
  state text not null check (state in ('ACTIVE', 'ACCEPTED', 'FAILED', 'EXPIRED', 'CANCELLED')),
  step bigint not null default 0,
  failure_class text,
  failure_message text,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (run_id, generation)
);
create unique index attempt_accepted on attempt (run_id) where state = 'ACCEPTED';
create unique index attempt_active on attempt (run_id) where state = 'ACTIVE';
comment on table attempt is 'One execution of a run under one lease.';
comment on column attempt.id is 'Key.';
comment on column attempt.run_id is 'Its run.';
comment on column attempt.generation is 'The lease''s generation.';
comment on column attempt.worker_id is 'Who executes it.';
comment on column attempt.environment_fingerprint is 'Where it executes.';
comment on column attempt.fingerprint is 'The run''s fingerprint as this attempt computes it: only attempts with equal ones go on from each other''s checkpoints.';
comment on column attempt.resumed_from is 'The attempt whose checkpoint it goes on from.';
comment on column attempt.resumed_step is 'Steps done in that checkpoint; later rows of resumed_from are kept but not counted.';
comment on column attempt.state is 'ACTIVE, ACCEPTED (the one that counts), FAILED, EXPIRED, CANCELLED.';
comment on column attempt.step is 'Steps done at the last heartbeat.';
comment on column attempt.failure_class is 'Why it failed.';
comment on column attempt.failure_message is 'What it said.';
comment on column attempt.started_at is 'When its lease was given out.';
comment on column attempt.finished_at is 'When it ended.';

create table metric_batch (
  attempt_id bigint not null references attempt (id),
  sequence bigint not null,
  first_step bigint,
  digests bytea,
  received_at timestamptz not null default now(),
  primary key (attempt_id, sequence)
);
comment on table metric_batch is 'One row per stored batch: what makes sending it twice harmless. Append-only.';
comment on column metric_batch.attempt_id is 'The attempt that sent it.';
comment on column metric_batch.sequence is 'Number within the attempt, from 0.';
comment on column metric_batch.first_step is 'Step of the first digest, or null without digests.';
comment on column metric_batch.digests is 'Digests of consecutive steps, 32 bytes each.';
comment on column metric_batch.received_at is 'When it was stored.';

create table metric_point (
  attempt_id bigint not null,
  name text not null,
  step bigint not null,
  value double precision not null,
  primary key (attempt_id, name, step)
);
comment on table metric_point is 'Values of metrics. Append-only.';
comment on column metric_point.attempt_id is 'The attempt that measured it.';
comment on column metric_point.name is 'Metric, for example train/loss.';
comment on column metric_point.step is 'Optimiser steps done.';
comment on column metric_point.value is 'Finite value.';

create table log_chunk (
  attempt_id bigint not null references attempt (id),
  sequence bigint not null,
  content text not null,
  received_at timestamptz not null default now(),
  primary key (attempt_id, sequence)
);
comment on table log_chunk is 'What attempts wrote. Append-only.';
comment on column log_chunk.attempt_id is 'The attempt that wrote it.';
comment on column log_chunk.sequence is 'Number within the attempt, from 0.';
comment on column log_chunk.content is 'Lines.';
comment on column log_chunk.received_at is 'When it was stored.';

create table artifact (
  id bigint generated always as identity primary key,
  attempt_id bigint not null references attempt (id),
  name text not null,
  step bigint,
  sha256 text not null,
  bytes bigint not null,
  created_at timestamptz not null default now(),
  unique (attempt_id, name)
);
create index artifact_checkpoints on artifact (attempt_id, step desc) where step is not null;
comment on table artifact is 'Files that attempts left; the content lies in the artifact store under its hash.';
comment on column artifact.id is 'Key.';
comment on column artifact.attempt_id is 'The attempt that wrote it.';
comment on column artifact.name is 'Name within the attempt: letters, digits, dot, dash, underscore.';
comment on column artifact.step is 'Steps done, for a checkpoint; else null.';
comment on column artifact.sha256 is 'Content hash.';
comment on column artifact.bytes is 'Size.';
comment on column artifact.created_at is 'When it was stored.';

create table result (
  run_id bigint primary key references run (id),
  attempt_id bigint not null unique references attempt (id),
  steps bigint not null,
  chain text not null,
  pruned boolean not null,
  cost jsonb not null,
  manifest text not null,
  seal text not null,
  dataset_hash text not null,
  comparability_class text not null,
  evaluation_protocol text not null,
  created_at timestamptz not null default now()
);
comment on table result is 'The accepted attempt''s end: one row per computed run.';
comment on column result.run_id is 'The run.';
comment on column result.attempt_id is 'The accepted attempt.';
comment on column result.steps is 'Optimiser steps done.';
comment on column result.chain is 'Digest of the last step.';
comment on column result.pruned is 'Ended early because it was told to.';
comment on column result.cost is 'Seconds, tokens, memory, parameters.';
comment on column result.manifest is 'Canonical text of the manifest: all that is needed to execute the run again.';
comment on column result.seal is 'SHA-256 of the manifest when it was stored.';
comment on column result.dataset_hash is 'Content hash of the dataset, from the manifest.';
comment on column result.comparability_class is 'Results are ranked together only within one class.';
comment on column result.evaluation_protocol is 'The part of the class that does not depend on the dataset.';
comment on column result.created_at is 'When it was stored.';

create table result_metric (
  run_id bigint not null references result (run_id),
  name text not null,
  value double precision not null,
  primary key (run_id, name)
);
comment on table result_metric is 'Final values on the evaluation split.';
comment on column result_metric.run_id is 'The run.';
comment on column result_metric.name is 'Catalogue metric.';
comment on column result_metric.value is 'Finite value.';

create table audit (
  id bigint generated always as identity primary key,
  run_id bigint not null references run (id),
  execution_run_id bigint references run (id),
  state text not null check (state in ('WAITING', 'RUNNING', 'JUDGED')),
  verdict text check (verdict in ('BIT_IDENTICAL', 'DIFFERENT', 'SEAL_BROKEN', 'NOT_REPRODUCIBLE')),
  first_difference bigint,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now(),
  judged_at timestamptz,
  check ((state = 'JUDGED') = (verdict is not null))
);
create index audit_by_run on audit (run_id, id);
create index audit_by_execution on audit (execution_run_id);
comment on table audit is 'A stored run executed again from its manifest, and the verdict.';
comment on column audit.id is 'Key.';
comment on column audit.run_id is 'The run under audit.';
comment on column audit.execution_run_id is 'The AUDIT run that executes it; null if nothing was executed.';
comment on column audit.state is 'WAITING, RUNNING, JUDGED.';
comment on column audit.verdict is 'BIT_IDENTICAL, DIFFERENT, SEAL_BROKEN or NOT_REPRODUCIBLE.';
comment on column audit.first_difference is 'First step whose digests differ; null if none does.';
comment on column audit.detail is 'Reason in words, metrics of both sides, environment differences.';
comment on column audit.created_at is 'When it was asked for.';
comment on column audit.judged_at is 'When the verdict was stored.';

create table access_token (
  id bigint generated always as identity primary key,
  name text not null unique,
  role text not null check (role in ('client', 'worker')),
  sha256 text not null unique,
  created_at timestamptz not null default now()
);
comment on table access_token is 'Who may call; the tokens themselves are never stored here.';
comment on column access_token.id is 'Key.';
comment on column access_token.name is 'For people.';
comment on column access_token.role is 'client: /api/v1. worker: /api/v1/worker.';
comment on column access_token.sha256 is 'SHA-256 of the token.';
comment on column access_token.created_at is 'When it was made.';
