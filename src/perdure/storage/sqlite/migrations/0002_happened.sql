-- When what a text speaks of happened (0 and 0: it names no time). Blocks hold these columns too, so the old ones go;
-- `perdure migrate --rebuild` fills both from the texts.
alter table entries add column happened_from integer not null default 0;

alter table entries add column happened_until integer not null default 0;

delete from blocks;
