-- Who is in the store. A user without a row here cannot be opened: destroying the wrapped key makes every copy unreadable.
create table users (
    place text primary key,
    tenant text not null,
    user text not null,
    wrapped_key blob,
    created integer not null,
    -- Set once the file stands: from then on a missing file is a loss, not an unfinished beginning.
    filed integer not null default 0,
    unique (tenant, user)
) strict;
