CREATE TABLE migrations (number integer primary key, name text not null, checksum text not null, applied integer not null) strict;

CREATE TABLE state (
    one integer primary key check (one = 1),
    tenant text not null,
    user text not null,
    next_seq integer not null default 1,
    packed_to integer not null default 0,
    epoch integer not null default 0,
    analyzer integer not null,
    embedder text not null,
    dimension integer not null,
    weight real not null
) strict;

CREATE TABLE threads (
    number integer primary key,
    id text not null unique,
    title text not null,
    summary text not null default '',
    state text not null default 'open',
    started integer not null,
    last_active integer not null,
    zone text not null,
    turns integer not null default 0,
    summarised integer not null default 0
, decisions text not null default '[]', action_items text not null default '[]', explicit integer not null default 0) strict;

CREATE TABLE sessions (
    number integer primary key,
    id text not null unique,
    thread integer not null references threads (number),
    started integer not null,
    last_active integer not null,
    ended integer,
    zone text not null,
    turns integer not null default 0
) strict;

CREATE INDEX sessions_by_thread on sessions (thread);

CREATE TABLE turns (
    seq integer primary key,
    id text not null unique,
    session integer not null references sessions (number),
    position integer not null,
    role text not null,
    speaker text,
    text text not null,
    said_at integer not null,
    zone text not null,
    metadata text,
    key text unique
) strict;

CREATE UNIQUE INDEX turns_by_session on turns (session, position);

CREATE TABLE memories (
    seq integer primary key,
    id text not null,
    version integer not null,
    kind text not null,
    text text not null,
    said_at integer not null,
    zone text not null,
    valid_from integer not null,
    valid_until integer not null,
    source text not null,
    sources text not null,
    thread integer references threads (number),
    pinned integer not null default 0,
    metadata text, subject text, attribute text, value text, confidence real not null default 1.0, reason text, ended_at integer not null default 9223372036854775807, ended_because text, superseded_by text, stated_until integer not null default 9223372036854775807,
    unique (id, version)
) strict;

CREATE TABLE tasks (
    id text primary key,
    title text not null,
    status text not null,
    priority integer not null,
    created integer not null,
    due integer,
    closed integer,
    zone text not null,
    thread integer references threads (number)
, reminders text not null default '[]', next_reminder integer, sources text not null default '[]', stated integer not null default 0) strict;

CREATE TABLE attributes (
    number integer primary key,
    name text not null,
    value text not null,
    valid_from integer not null,
    valid_until integer not null,
    zone text not null,
    source text not null
, sources text not null default '[]', confidence real not null default 1.0) strict;

CREATE INDEX attributes_by_name on attributes (name, valid_until);

CREATE TABLE speakers (
    code integer primary key,
    name text not null,
    role text not null,
    unique (name, role)
) strict;

CREATE TABLE entries (
    seq integer primary key,
    kind integer not null,
    session integer not null,
    said_at integer not null,
    valid_from integer not null,
    valid_until integer not null,
    terms integer not null,
    length integer not null,
    role integer not null,
    speaker integer not null,
    flags integer not null,
    vector blob
, happened_from integer not null default 0, happened_until integer not null default 0, credit integer not null default 0) strict;

CREATE TABLE blocks (
    number integer primary key,
    first_seq integer not null,
    last_seq integer not null,
    features blob not null,
    vectors blob not null
) strict;

CREATE TABLE staging (
    one integer primary key check (one = 1),
    embedder text not null,
    dimension integer not null
) strict;

CREATE TABLE staged (
    seq integer primary key,
    vector blob not null
) strict;

CREATE VIRTUAL TABLE words using fts5 (
    body,
    content = '',
    columnsize = 0,
    tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);

CREATE VIRTUAL TABLE places using fts5vocab (words, instance);

CREATE INDEX memories_by_kind on memories (kind, ended_at);

CREATE INDEX memories_by_attribute on memories (attribute, subject) where attribute is not null;

CREATE INDEX memories_by_subject on memories (subject) where subject is not null;

CREATE INDEX memories_by_successor on memories (superseded_by) where superseded_by is not null;

CREATE INDEX memories_by_thread on memories (thread) where thread is not null;

CREATE INDEX threads_by_activity on threads (last_active);

CREATE TABLE topics (
    thread integer primary key references threads (number),
    vector blob,
    keywords text not null
) strict;

CREATE TABLE thread_aliases (
    id text not null primary key,
    thread integer not null references threads (number)
) strict;

CREATE INDEX thread_aliases_by_thread on thread_aliases (thread);

CREATE VIEW thread_ids as select id, number from threads union all select id, thread from thread_aliases;

CREATE INDEX tasks_by_reminder on tasks (next_reminder) where next_reminder is not null;

CREATE INDEX tasks_by_thread on tasks (thread) where thread is not null;

CREATE TABLE reflection (
    step text not null primary key,
    done_seq integer not null,
    ran integer not null,
    detail text
) strict;

CREATE TABLE leases (
    name text not null primary key,
    holder text not null,
    until integer not null
) strict;

CREATE TABLE pending (
    kind text not null,
    seq integer not null,
    attempts integer not null default 0,
    not_before integer not null,
    primary key (kind, seq)
) strict, without rowid;

CREATE INDEX pending_by_time on pending (kind, not_before);

CREATE TABLE usage (
    id text not null primary key,
    recalled integer not null default 0,
    used integer not null default 0,
    useful integer not null default 0,
    not_useful integer not null default 0,
    last_used integer not null
) strict;

CREATE INDEX usage_rated on usage (last_used) where used > 0 or useful > 0 or not_useful > 0;

