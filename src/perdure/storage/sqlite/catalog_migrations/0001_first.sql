-- Who is in the store. A user without a row here cannot be opened: destroying the wrapped key makes every copy unreadable.
create table users (
    place text primary key,
    tenant text not null,
    user text not null,
    wrapped_key blob,
    created integer not null,
    unique (tenant, user)
) strict;
