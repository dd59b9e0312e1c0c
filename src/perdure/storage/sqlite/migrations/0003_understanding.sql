-- What is understood of the turns: both times of a memory, matched threads, reminders, how far the background work came.

-- A memory is current until it is known to hold no longer, whatever end its truth has; so far the two were one.
alter table memories add column subject text;

alter table memories add column attribute text;

alter table memories add column value text;

alter table memories add column confidence real not null default 1.0;

alter table memories add column reason text;

alter table memories add column ended_at integer not null default 9223372036854775807;

alter table memories add column ended_because text;

alter table memories add column superseded_by text;

-- The end that the statement itself named, for taking an end back.
alter table memories add column stated_until integer not null default 9223372036854775807;

update memories set ended_at = valid_until;

drop index memories_by_kind;

create index memories_by_kind on memories (kind, ended_at);

create index memories_by_attribute on memories (attribute, subject) where attribute is not null;

create index memories_by_subject on memories (subject) where subject is not null;

create index memories_by_successor on memories (superseded_by) where superseded_by is not null;

create index memories_by_thread on memories (thread) where thread is not null;

alter table threads add column decisions text not null default '[]';

alter table threads add column action_items text not null default '[]';

alter table threads add column explicit integer not null default 0;

-- Ids that Perdure did not make were named by the caller.
update threads set explicit = 1 where id not glob 'thr_*';

create index threads_by_activity on threads (last_active);

-- Beside the threads, whose rows change with every turn.
create table topics (
    thread integer primary key references threads (number),
    vector blob,
    keywords text not null
) strict;

-- Ids of threads that were merged into others.
create table thread_aliases (
    id text not null primary key,
    thread integer not null references threads (number)
) strict;

create index thread_aliases_by_thread on thread_aliases (thread);

create view thread_ids as select id, number from threads union all select id, thread from thread_aliases;

alter table tasks add column reminders text not null default '[]';

alter table tasks add column next_reminder integer;

alter table tasks add column sources text not null default '[]';

alter table tasks add column stated integer not null default 0;

create index tasks_by_reminder on tasks (next_reminder) where next_reminder is not null;

create index tasks_by_thread on tasks (thread) where thread is not null;

alter table attributes add column sources text not null default '[]';

alter table attributes add column confidence real not null default 1.0;

create table reflection (
    step text not null primary key,
    done_seq integer not null,
    ran integer not null,
    detail text
) strict;

create table leases (
    name text not null primary key,
    holder text not null,
    until integer not null
) strict;

create table pending (
    kind text not null,
    seq integer not null,
    attempts integer not null default 0,
    not_before integer not null,
    primary key (kind, seq)
) strict, without rowid;

create index pending_by_time on pending (kind, not_before);

create table usage (
    id text not null primary key,
    recalled integer not null default 0,
    used integer not null default 0,
    useful integer not null default 0,
    not_useful integer not null default 0,
    last_used integer not null
) strict;

create index usage_rated on usage (last_used) where used > 0 or useful > 0 or not_useful > 0;
