-- The turn that a statement was read out of and speaks for, by its seq (0: it stands for itself). Blocks hold this column too, so the
-- old ones go; entries are packed anew as they are needed.
alter table entries add column credit integer not null default 0;

delete from blocks;

update state set packed_to = 0;
