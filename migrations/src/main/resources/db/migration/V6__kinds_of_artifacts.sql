alter table artifact add column kind text;
alter table artifact add column made_step bigint;
alter table artifact add check (kind is null or step is null);
comment on column artifact.kind is 'What a file is that is no checkpoint, for example predictions; null for a checkpoint.';
comment on column artifact.made_step is 'Steps done when a file with a kind was announced; what was made after the step at which a later attempt resumed is not the run''s. Null without a kind.';
