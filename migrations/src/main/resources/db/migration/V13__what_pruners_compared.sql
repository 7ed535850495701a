-- Pruners may compare several objectives, and say against what they found a trial hopeless.

alter table pruning_event
  add column further double precision[],
  add column bound double precision,
  add column better integer,
  add column compared integer;
comment on column pruning_event.further is 'REPORT where the sweep has several objectives: values of the second and later ones; null where it has one.';
comment on column pruning_event.bound is 'Where the trial was found hopeless: the value of the objective that it missed, in the objective''s own direction; null if no number says it, or it was decided before this was stored.';
comment on column pruning_event.better is 'The same: of those compared, how many stand before it.';
comment on column pruning_event.compared is 'The same: trials that it was compared with, or in a race runs that it has in common with the best; 0 if it was judged alone.';
