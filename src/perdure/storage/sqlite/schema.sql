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
) strict;

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
    metadata text,
    unique (id, version)
) strict;

CREATE INDEX memories_by_kind on memories (kind, valid_until);

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
) strict;

CREATE TABLE attributes (
    number integer primary key,
    name text not null,
    value text not null,
    valid_from integer not null,
    valid_until integer not null,
    zone text not null,
    source text not null
) strict;

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
, happened_from integer not null default 0, happened_until integer not null default 0) strict;

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

