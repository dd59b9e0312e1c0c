create table state (
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

create table threads (
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

create table sessions (
    number integer primary key,
    id text not null unique,
    thread integer not null references threads (number),
    started integer not null,
    last_active integer not null,
    ended integer,
    zone text not null,
    turns integer not null default 0
) strict;

create index sessions_by_thread on sessions (thread);

create table turns (
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

create unique index turns_by_session on turns (session, position);

create table memories (
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

create index memories_by_kind on memories (kind, valid_until);

create table tasks (
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

create table attributes (
    number integer primary key,
    name text not null,
    value text not null,
    valid_from integer not null,
    valid_until integer not null,
    zone text not null,
    source text not null
) strict;

create index attributes_by_name on attributes (name, valid_until);

create table speakers (
    code integer primary key,
    name text not null,
    role text not null,
    unique (name, role)
) strict;

-- What is searched of each turn and memory version. The vector is the embedder's, in float16.
create table entries (
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
) strict;

-- Entries packed for fast loading: features as a structured array, vectors as int8 rows. Derived from entries.
create table blocks (
    number integer primary key,
    first_seq integer not null,
    last_seq integer not null,
    features blob not null,
    vectors blob not null
) strict;

-- Vectors of the embedder that a user is moving to.
create table staging (
    one integer primary key check (one = 1),
    embedder text not null,
    dimension integer not null
) strict;

create table staged (
    seq integer primary key,
    vector blob not null
) strict;

-- Contentless: the text stands in turns and memories; deleting passes the same words again.
create virtual table words using fts5 (
    body,
    content = '',
    columnsize = 0,
    tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);

insert into words (words, rank) values ('secure-delete', 1);

create virtual table places using fts5vocab (words, instance);
