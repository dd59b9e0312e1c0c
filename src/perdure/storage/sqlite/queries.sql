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
    select number from sessions where thread = (select number from thread_ids where id = ?)
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
select number from sessions where thread = (select number from thread_ids where id = ?)

-- name: sessions_add
insert into sessions (id, thread, started, last_active, zone)
values (?1, (select number from thread_ids where id = ?2), ?3, ?3, ?4)

-- name: sessions_reopen
update sessions set ended = null where id = ? and ended is not null

-- name: sessions_end
update sessions set ended = ? where id = ?

-- name: thread_columns
select h.id, h.title, h.summary, h.state, h.started, h.last_active, h.turns, h.summarised, h.zone, h.decisions, h.action_items,
    h.explicit
from threads h

-- name: threads_get
{thread_columns} where h.number = (select number from thread_ids where id = ?)

-- name: threads_number
select number from thread_ids where id = ?

-- name: threads_recent
{thread_columns} where h.turns > 0 or ?2 order by h.last_active desc, h.number desc limit ?1

-- name: threads_add
insert into threads (id, title, started, last_active, zone, explicit) values (?1, ?2, ?3, ?3, ?4, ?5)

-- name: threads_explicit
update threads set explicit = 1 where id = ?

-- name: threads_put
update threads set title = ?, summary = ?, state = ?, summarised = ?, decisions = ?, action_items = ?, explicit = ? where id = ?

-- name: threads_running
select h.id, h.title, h.summary, h.state, h.started, h.last_active, h.turns, h.summarised, h.zone, h.decisions, h.action_items,
    h.explicit, p.vector, p.keywords
from threads h left join topics p on p.thread = h.number
where h.last_active >= ? and h.started <= ? and h.state = 'open' and h.turns > 0 order by h.last_active desc, h.number desc limit ?

-- name: threads_aliases
select a.id, h.id from thread_aliases a join threads h on h.number = a.thread order by a.id

-- name: topics_put
insert or replace into topics (thread, vector, keywords) values (?, ?, ?)

-- name: topics_remove
delete from topics where thread = ?

-- name: topics_forget_vectors
update topics set vector = null where vector is not null

-- name: merge_sessions
update sessions set thread = ? where thread = ?

-- name: merge_tasks
update tasks set thread = ? where thread = ?

-- name: merge_memories
update memories set thread = ? where thread = ?

-- name: merge_aliases
update thread_aliases set thread = ? where thread = ?

-- name: merge_add_alias
insert into thread_aliases (id, thread) values (?, ?)

-- name: merge_remove
delete from threads where number = ?

-- name: merge_counts
update threads set started = ?1, last_active = ?2, turns = (select coalesce(sum(turns), 0) from sessions where thread = ?3)
where number = ?3

-- name: memory_columns
select m.seq, m.id, m.version, m.kind, m.text, m.said_at, m.zone, m.valid_from, m.valid_until, m.source, m.sources, h.id, m.pinned,
    m.metadata, m.subject, m.attribute, m.value, m.confidence, m.reason, m.ended_at, m.ended_because, m.superseded_by
from memories m left join threads h on h.number = m.thread

-- name: memories_get
{memory_columns} where m.id = ?1 and m.ended_at = 9223372036854775807

-- name: memories_by_seqs
{memory_columns} where m.seq in (select value from json_each(?))

-- name: memories_history
{memory_columns} where m.id = ? order by m.version

-- name: memory_order
order by m.pinned desc, m.said_at desc, m.seq desc limit ?3

-- name: memories_list
{memory_columns} where m.kind in (select value from json_each(?1)) and m.ended_at >= ?2
{memory_order}

-- name: memory_filters
+m.kind in (select value from json_each(?1)) and +m.ended_at >= ?2 and (?4 is null or +m.subject = ?4)
    and (?5 is null or +m.attribute = ?5) and (?6 is null or +m.superseded_by = ?6)

-- name: memories_of_subject
{memory_columns} where m.subject = ?4 and {memory_filters}
{memory_order}

-- name: memories_of_attribute
{memory_columns} where m.attribute = ?5 and {memory_filters}
{memory_order}

-- name: memories_of_attribute_and_subject
{memory_columns} where m.attribute = ?5 and m.subject = ?4 and {memory_filters}
{memory_order}

-- name: memories_of_successor
{memory_columns} where m.superseded_by = ?6 and {memory_filters}
{memory_order}

-- name: memories_scan
{memory_columns} where m.seq > ? order by m.seq limit ?

-- name: memories_add
insert into memories (seq, id, version, kind, text, said_at, zone, valid_from, valid_until, stated_until, source, sources, thread,
    pinned, metadata, subject, attribute, value, confidence, reason, ended_at, ended_because, superseded_by)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10, ?11, (select number from thread_ids where id = ?12), ?13, ?14, ?15, ?16, ?17, ?18,
    ?19, ?20, ?21, ?22)

-- name: memories_end
update memories
set valid_until = max(valid_from, min(valid_until, ?2)), ended_at = ?3, ended_because = ?4, superseded_by = ?5
where id = ?1 and ended_at = 9223372036854775807 returning seq

-- name: memories_revive
update memories set valid_until = stated_until, ended_at = 9223372036854775807, ended_because = null, superseded_by = null
where id = ?1 and version = (select max(version) from memories where id = ?1) and ended_at < 9223372036854775807 returning seq

-- name: memories_remove
delete from memories where id = ?

-- name: memories_forget_successor
update memories set superseded_by = null where superseded_by = ?

-- name: memories_sources
select sources from memories where id = ? and ended_at = 9223372036854775807

-- name: memories_cite
update memories set sources = ?2, confidence = max(confidence, ?3) where id = ?1 and ended_at = 9223372036854775807

-- name: memories_pin
update memories set pinned = ? where id = ? and ended_at = 9223372036854775807

-- name: task_columns
select t.id, t.title, t.status, t.priority, t.created, t.due, t.closed, t.zone, h.id, t.reminders, t.sources, t.stated
from tasks t left join threads h on h.number = t.thread

-- name: tasks_get
{task_columns} where t.id = ?

-- name: tasks_list
{task_columns} where ?1 is null or t.status = ?1
order by t.due is null, t.due, t.priority desc, t.created limit ?2

-- name: tasks_put
insert into tasks (id, title, status, priority, created, due, closed, zone, thread, reminders, next_reminder, sources, stated)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, (select number from thread_ids where id = ?9), ?10, ?11, ?12, ?13)
on conflict (id) do update set title = ?2, status = ?3, priority = ?4, due = ?6, closed = ?7, zone = ?8, thread = excluded.thread,
    reminders = ?10, next_reminder = ?11, sources = ?12, stated = ?13

-- name: tasks_due_reminders
{task_columns} where t.next_reminder <= ? order by t.next_reminder, t.priority desc, t.created limit ?

-- name: attribute_columns
select name, value, valid_from, valid_until, zone, source, sources, confidence from attributes

-- name: attributes_current
{attribute_columns} where valid_until = 9223372036854775807 order by name

-- name: attributes_history
{attribute_columns} where ?1 is null or name = ?1 order by name, valid_from, number

-- name: attributes_end
update attributes set valid_until = ? where name = ? and valid_until = 9223372036854775807

-- name: attributes_put
insert into attributes (name, value, valid_from, valid_until, zone, source, sources, confidence) values (?, ?, ?, ?, ?, ?, ?, ?)

-- name: speakers_all
select code, name, role from speakers order by code

-- name: speakers_code
select code from speakers where name = ? and role = ?

-- name: speakers_add
insert into speakers (name, role) values (?, ?) returning code

-- name: entries_add
insert into entries (seq, kind, session, said_at, valid_from, valid_until, terms, length, role, speaker, flags, happened_from,
    happened_until, credit, vector)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: entries_after
select seq, session, said_at, valid_from, valid_until, happened_from, happened_until, credit, terms, length, speaker, kind, role, flags,
    vector
from entries where seq > ? order by seq limit ?

-- name: entries_range
select seq, session, said_at, valid_from, valid_until, happened_from, happened_until, credit, terms, length, speaker, kind, role, flags,
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

-- name: blocks_features
select features from blocks where number = ?

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

-- name: reflection_mark
select done_seq, ran, detail from reflection where step = ?

-- name: reflection_set_mark
insert or replace into reflection (step, done_seq, ran, detail) values (?, ?, ?, ?)

-- name: leases_take
insert into leases (name, holder, until) values (?1, ?2, ?4)
on conflict (name) do update set holder = ?2, until = ?4 where until <= ?3 or holder = ?2 returning 1

-- name: leases_release
delete from leases where name = ? and holder = ?

-- name: pending_waiting
select kind, count(*) from pending group by kind

-- name: pending_put
insert into pending (kind, seq, not_before) values (?1, ?2, ?3) on conflict (kind, seq) do update set not_before = ?3

-- name: pending_take
select seq, attempts + 1 from pending where kind = ? and not_before <= ? order by seq limit ?

-- name: pending_taken
update pending set attempts = attempts + 1, not_before = ? where kind = ? and seq in (select value from json_each(?))

-- name: pending_done
delete from pending where kind = ? and seq = ? returning 1

-- name: pending_remove
delete from pending where seq in (select value from json_each(?))

-- name: usage_get
select id, recalled, used, useful, not_useful, last_used from usage where id in (select value from json_each(?))

-- name: usage_scan
select id, recalled, used, useful, not_useful, last_used from usage where id > ? order by id limit ?

-- name: usage_rated
select coalesce(t.seq, m.seq), u.recalled, u.used, u.useful, u.not_useful, u.last_used
from (
    select id, recalled, used, useful, not_useful, last_used from usage where used > 0 or useful > 0 or not_useful > 0
    order by last_used desc limit ?
) u
left join turns t on t.id = u.id left join memories m on m.id = u.id and t.seq is null

-- name: usage_add
insert into usage (id, recalled, used, useful, not_useful, last_used)
select ?1, ?2, ?3, ?4, ?5, ?6 where exists (select 1 from turns where id = ?1) or exists (select 1 from memories where id = ?1)
on conflict (id) do update set recalled = recalled + ?2, used = used + ?3, useful = useful + ?4, not_useful = not_useful + ?5,
    last_used = max(last_used, ?6)
returning 1

-- name: usage_remove
delete from usage where id = ?

-- name: figures
select (select count(*) from turns), (select count(*) from sessions), (select count(*) from threads where turns > 0),
    (select count(*) from memories where ended_at = 9223372036854775807), (select count(*) from tasks),
    (select count(*) from entries), (select count(*) from entries where vector is null),
    (select page_count * page_size from pragma_page_count, pragma_page_size)
