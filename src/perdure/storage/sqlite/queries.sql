-- Named queries of one user's file. Values are always bound.

-- name: state_get
select next_seq, packed_to, epoch from state

-- name: state_put
update state set next_seq = ?, packed_to = ?, epoch = ?

-- name: state_owner
select tenant, user from state

-- name: state_spec
select embedder, dimension, weight, analyzer from state

-- name: state_set_spec
update state set embedder = ?, dimension = ?, weight = ?, analyzer = ?

-- name: turn_columns
select t.seq, t.id, s.id, h.id, t.position, t.role, t.speaker, t.text, t.said_at, t.zone, t.metadata
from turns t join sessions s on s.number = t.session join threads h on h.number = s.thread

-- name: turns_by_ids
{turn_columns} where t.id in (select value from json_each(?))

-- name: turns_by_seqs
{turn_columns} where t.seq in (select value from json_each(?))

-- name: turns_of_session
{turn_columns} where t.session = (select number from sessions where id = ?) order by t.position desc limit ?

-- name: turns_of_thread
{turn_columns} where t.session in (
    select number from sessions where thread = (select number from threads where id = ?)
) order by t.seq desc limit ?

-- name: turns_scan
{turn_columns} where t.seq > ? order by t.seq limit ?

-- name: turns_last
{turn_columns} where t.session = (select number from sessions where turns > 0 order by last_active desc, number desc limit 1)
order by t.said_at desc, t.seq desc limit 1

-- name: turns_key
select 1 from turns where key = ?

-- name: turns_known
select key from turns where key in (select value from json_each(?))

-- name: turns_session
select s.number, s.turns, s.thread, h.id from sessions s join threads h on h.number = s.thread where s.id = ?

-- name: turns_add
insert into turns (seq, id, session, position, role, speaker, text, said_at, zone, metadata, key)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: turns_touch_session
update sessions set turns = turns + 1, last_active = max(last_active, ?1), ended = null where number = ?2

-- name: turns_touch_thread
update threads set turns = turns + 1, last_active = max(last_active, ?1) where number = ?2

-- name: session_columns
select s.id, h.id, s.started, s.last_active, s.ended, s.zone, s.turns from sessions s join threads h on h.number = s.thread

-- name: sessions_get
{session_columns} where s.id = ?

-- name: sessions_recent
{session_columns} order by s.last_active desc, s.number desc limit ?

-- name: sessions_numbers
select number from sessions where thread = (select number from threads where id = ?)

-- name: sessions_add
insert into sessions (id, thread, started, last_active, zone)
values (?1, (select number from threads where id = ?2), ?3, ?3, ?4)

-- name: sessions_reopen
update sessions set ended = null where id = ? and ended is not null

-- name: sessions_end
update sessions set ended = ? where id = ?

-- name: thread_columns
select id, title, summary, state, started, last_active, turns, summarised, zone from threads

-- name: threads_get
{thread_columns} where id = ?

-- name: threads_recent
{thread_columns} where turns > 0 or ?2 order by last_active desc, number desc limit ?1

-- name: threads_add
insert into threads (id, title, started, last_active, zone) values (?1, ?2, ?3, ?3, ?4)

-- name: threads_put
update threads set title = ?, summary = ?, state = ?, summarised = ? where id = ?

-- name: memory_columns
select m.seq, m.id, m.version, m.kind, m.text, m.said_at, m.zone, m.valid_from, m.valid_until, m.source, m.sources, h.id, m.pinned,
    m.metadata
from memories m left join threads h on h.number = m.thread

-- name: memories_get
{memory_columns} where m.id = ?1 and m.valid_until = 9223372036854775807

-- name: memories_by_seqs
{memory_columns} where m.seq in (select value from json_each(?))

-- name: memories_history
{memory_columns} where m.id = ? order by m.version

-- name: memories_list
{memory_columns} where m.kind in (select value from json_each(?)) and m.valid_until = 9223372036854775807
order by m.pinned desc, m.said_at desc, m.seq desc limit ?

-- name: memories_scan
{memory_columns} where m.seq > ? order by m.seq limit ?

-- name: memories_add
insert into memories (seq, id, version, kind, text, said_at, zone, valid_from, valid_until, source, sources, thread, pinned, metadata)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (select number from threads where id = ?), ?, ?)

-- name: memories_end
update memories set valid_until = ? where id = ? and valid_until = 9223372036854775807 returning seq

-- name: memories_remove
delete from memories where id = ?

-- name: memories_pin
update memories set pinned = ? where id = ? and valid_until = 9223372036854775807

-- name: task_columns
select t.id, t.title, t.status, t.priority, t.created, t.due, t.closed, t.zone, h.id
from tasks t left join threads h on h.number = t.thread

-- name: tasks_get
{task_columns} where t.id = ?

-- name: tasks_list
{task_columns} where ?1 is null or t.status = ?1
order by t.due is null, t.due, t.priority desc, t.created limit ?2

-- name: tasks_put
insert into tasks (id, title, status, priority, created, due, closed, zone, thread)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, (select number from threads where id = ?9))
on conflict (id) do update set title = ?2, status = ?3, priority = ?4, due = ?6, closed = ?7, zone = ?8, thread = excluded.thread

-- name: attributes_current
select name, value, valid_from, valid_until, zone, source from attributes where valid_until = 9223372036854775807 order by name

-- name: attributes_history
select name, value, valid_from, valid_until, zone, source from attributes where ?1 is null or name = ?1 order by name, valid_from, number

-- name: attributes_end
update attributes set valid_until = ? where name = ? and valid_until = 9223372036854775807

-- name: attributes_put
insert into attributes (name, value, valid_from, valid_until, zone, source) values (?, ?, ?, ?, ?, ?)

-- name: speakers_all
select code, name, role from speakers order by code

-- name: speakers_code
select code from speakers where name = ? and role = ?

-- name: speakers_add
insert into speakers (name, role) values (?, ?) returning code

-- name: entries_add
insert into entries (seq, kind, session, said_at, valid_from, valid_until, terms, length, role, speaker, flags, happened_from,
    happened_until, vector)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: entries_after
select seq, session, said_at, valid_from, valid_until, happened_from, happened_until, terms, length, speaker, kind, role, flags,
    vector
from entries where seq > ? order by seq limit ?

-- name: entries_range
select seq, session, said_at, valid_from, valid_until, happened_from, happened_until, terms, length, speaker, kind, role, flags,
    vector
from entries where seq between ? and ? order by seq

-- name: entries_vectors
select seq, vector from entries where seq in (select value from json_each(?)) and vector is not null

-- name: entries_end
update entries set valid_until = ? where seq = ?

-- name: entries_remove
delete from entries where seq = ?

-- name: entries_clear
delete from entries

-- name: words_add
insert into words (rowid, body) values (?, ?)

-- name: words_remove
insert into words (words, rowid, body) values ('delete', ?, ?)

-- name: words_clear
insert into words (words) values ('delete-all')

-- name: words_places
select group_concat(doc) from (select doc from places where term = ? limit ?)

-- name: blocks_all
select features, vectors from blocks order by number

-- name: blocks_add
insert into blocks (first_seq, last_seq, features, vectors) values (?, ?, ?, ?)

-- name: blocks_of
select number, first_seq, last_seq from blocks where ? between first_seq and last_seq

-- name: blocks_put
update blocks set features = ?, vectors = ? where number = ?

-- name: blocks_clear
delete from blocks

-- name: staging_get
select embedder, dimension from staging

-- name: staging_put
insert or replace into staging (one, embedder, dimension) values (1, ?, ?)

-- name: staging_clear
delete from staging

-- name: staged_missing
select e.seq from entries e left join staged s on s.seq = e.seq where s.seq is null order by e.seq limit ?

-- name: staged_missing_unembedded
select e.seq from entries e left join staged s on s.seq = e.seq
where s.seq is null and e.vector is null order by e.seq limit ?

-- name: staged_add
insert or replace into staged (seq, vector) values (?, ?)

-- name: staged_adopt
update entries set vector = (select vector from staged where staged.seq = entries.seq)
where seq in (select seq from staged)

-- name: staged_clear
delete from staged

-- name: figures
select (select count(*) from turns), (select count(*) from sessions), (select count(*) from threads where turns > 0),
    (select count(*) from memories where valid_until = 9223372036854775807), (select count(*) from tasks),
    (select count(*) from entries), (select count(*) from entries where vector is null),
    (select page_count * page_size from pragma_page_count, pragma_page_size)
