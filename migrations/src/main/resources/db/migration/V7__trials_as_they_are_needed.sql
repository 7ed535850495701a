-- Trials that are chosen while results arrive. With the order of ends and of choices a stored sweep
-- can be replayed: a trial was chosen from those before it, of which as many had ended as it says.

alter table sweep
  add column trials_to_come bigint not null default 0 check (trials_to_come >= 0);
comment on column sweep.trials_to_come is 'How many trials are still to be chosen, at most; 0 once none follows.';

alter table trial
  add column chosen_after integer not null default 0,
  add column ended_as integer;
comment on column trial.chosen_after is 'How many trials of the sweep had ended when it was chosen.';
comment on column trial.ended_as is 'It was the n-th of the sweep''s trials to end, from 1; null while it is open, and if it was cancelled with all others.';
create index trial_by_end on trial (sweep_id, ended_as) where ended_as is not null;
