-- A dataset may have no classes, and may be one that only its worker knows.
alter table worker_dataset alter column majority drop not null;
alter table worker_dataset add column kind text;
alter table worker_dataset add column metric text;
comment on column worker_dataset.dataset is 'Catalogue name, or the folder of a card that the worker has.';
comment on column worker_dataset.train_examples is 'Rows trained on; 0 where the dataset can only be evaluated.';
comment on column worker_dataset.classes is 'Number of classes; 0 where the task has none.';
comment on column worker_dataset.majority is 'Share of the most frequent class in the evaluation split; null where the task has no classes.';
comment on column worker_dataset.kind is 'Kind of task, for example classification; null from a worker of an earlier version.';
comment on column worker_dataset.metric is 'Headline metric; null from a worker of an earlier version.';
