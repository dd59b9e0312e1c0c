"""What a language model adds to the rules: statements they missed, and summaries in whole sentences. Nothing that it invents is kept.

The rules have served already, so a model that is out costs nothing. An answer that is not what was asked for is asked for again later,
with growing pauses; a model that is down, or too dear, is left alone until the next run.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from perdure.client.services import Services
from perdure.client.understanding import STEP as READ
from perdure.client.understanding import Reading, Settled, settle_statements, vectors_of
from perdure.errors import LLMAnswerInvalid, LLMCutOff, LLMError, LLMRefused
from perdure.memories.attributes import MULTIPLE, SINGLE
from perdure.model.scope import Scope
from perdure.model.statement import Statement
from perdure.model.thread import Thread
from perdure.model.turn import Role, Turn
from perdure.ports.engine import Reader, Writer
from perdure.ports.llm import Asking
from perdure.threads.notes import kept_decisions, kept_items

__all__ = ["ask_about_threads", "ask_about_turns"]

_STEP: Final = "model"
_KIND: Final = "extract"
_ATTRIBUTES: Final = (*sorted(SINGLE | MULTIPLE), "favourite ...", "setting ...")
_TRIES: Final = 5
_PAUSE: Final = timedelta(hours=1)
"""After the first bad answer; twice as long after each further one."""
_TAKEN: Final = timedelta(minutes=10)
_THREADS: Final = 20
_NEW: Final = 3
_ITS_OWN = (LLMAnswerInvalid, LLMCutOff, LLMRefused)
"""Failures of one request, which another one need not share."""
Numbered = list[tuple[int, Turn]]


def ask_about_turns(services: Services, scope: Scope) -> Counter[str] | None:
    """Have the model read the next turns that the rules have read; None if there is nothing left to do, or the model is out."""
    if services.ask is None:
        return None

    def look(reader: Reader) -> tuple[int, Numbered]:
        mark, read = reader.reflection.mark(_STEP), reader.reflection.mark(READ)
        after = 0 if mark is None else mark.done_seq
        known = 0 if read is None else read.done_seq
        return after, [item for item in _window(reader, after) if item[0] <= known]

    after, window = services.engine.read(scope, look)
    if window:
        return _read_window(services, scope, services.ask, window, after)
    return _try_again(services, scope, services.ask)


def _window(reader: Reader | Writer, after: int) -> Numbered:
    """The next turns, of one session."""
    from perdure.reflection.prompts.data import TURNS_A_CALL

    turns = reader.turns.scan(after, TURNS_A_CALL)
    return [item for item in turns if item[1].session_id == turns[0][1].session_id] if turns else []


def _read_window(services: Services, scope: Scope, ask: Asking, window: Numbered, after: int) -> Counter[str] | None:
    now = services.clock.now()
    try:
        statements, counts = _ask(ask, [turn for _, turn in window])
    except _ITS_OWN as error:
        services.degradations.note("model answer not usable", error)
        statements, counts = [], Counter[str](postponed=1)
    except LLMError as error:
        services.degradations.note("understood without the model", error)
        return None

    def work(writer: Writer) -> Counter[str]:
        mark = writer.reflection.mark(_STEP)
        if (0 if mark is None else mark.done_seq) != after:
            return Counter()
        if counts["postponed"]:
            writer.pending.put(_KIND, window[0][0], now + _PAUSE)
        else:
            _settle(services, writer, window, statements, counts)
        writer.reflection.set_mark(_STEP, window[-1][0], now)
        return counts

    return services.engine.write(scope, work)


def _try_again(services: Services, scope: Scope, ask: Asking) -> Counter[str] | None:
    """Ask once more about turns whose answer was of no use."""
    now = services.clock.now()
    taken = services.engine.write(scope, lambda writer: writer.pending.take(_KIND, now, now + _TAKEN, 1))
    if not taken:
        return None
    seq, attempts = taken[0].seq, taken[0].attempts
    window = services.engine.read(scope, lambda reader: _window(reader, seq - 1))
    try:
        statements, counts = _ask(ask, [turn for _, turn in window])
    except LLMError as error:
        services.degradations.note("model answer not usable", error)
        later = now + _PAUSE * 2**attempts
        # What no try made usable is given up: the rules have read it, and it must not be paid for again and again.
        services.engine.write(
            scope,
            lambda writer: writer.pending.put(_KIND, seq, later) if attempts < _TRIES else writer.pending.done(_KIND, seq),
        )
        return Counter(postponed=1) if isinstance(error, _ITS_OWN) else None

    def work(writer: Writer) -> Counter[str]:
        if writer.pending.done(_KIND, seq):
            _settle(services, writer, window, statements, counts)
        return counts

    return services.engine.write(scope, work)


def _ask(ask: Asking, turns: Sequence[Turn]) -> tuple[list[Statement], Counter[str]]:
    """What the model found and the turns bear out."""
    from perdure.reflection.acceptance import accepted_statements
    from perdure.reflection.prompts.data import numbered_turns
    from perdure.reflection.prompts.extract import EXTRACT

    if not any(turn.role is Role.USER for turn in turns):
        return [], Counter()
    answer = ask(EXTRACT, attributes=list(_ATTRIBUTES), turns=numbered_turns(turns))
    accepted = accepted_statements(answer, turns, _ATTRIBUTES)
    counts = Counter[str](asked=1, rejected=accepted.rejected.total())
    return list(accepted.items), counts


def _settle(services: Services, writer: Writer, window: Numbered, statements: Sequence[Statement], counts: Counter[str]) -> None:
    settled = Settled()
    readings = [Reading(seq, turn) for seq, turn in window]
    settle_statements(services, writer, statements, vectors_of(services, statements), settled, readings)
    for name, count in settled.counts.items():
        counts[f"model {name}"] += count


def ask_about_threads(services: Services, scope: Scope) -> Counter[str]:
    """Have the model sum up the latest threads that went on since it last did."""
    counts: Counter[str] = Counter()
    if services.ask is None:
        return counts

    def look(reader: Reader) -> list[tuple[Thread, list[Turn], int]]:
        found: list[tuple[Thread, list[Turn], int]] = []
        for thread in reader.threads.recent(_THREADS):
            mark = reader.reflection.mark(f"summary of {thread.id}")
            seen = 0 if mark is None else mark.done_seq
            if thread.turns - seen >= _NEW:
                found.append((thread, _newest(reader, thread, seen), seen))
        return found

    for thread, turns, seen in services.engine.read(scope, look):
        try:
            counts += _sum_up(services, scope, services.ask, thread, turns, seen)
        except _ITS_OWN as error:
            services.degradations.note("model answer not usable", error)
        except LLMError as error:
            services.degradations.note("understood without the model", error)
            break
    return counts


def _newest(reader: Reader, thread: Thread, seen: int) -> list[Turn]:
    from perdure.reflection.prompts.data import TURNS_A_CALL

    return reader.turns.of_thread(thread.id, min(thread.turns - seen, TURNS_A_CALL))


def _sum_up(services: Services, scope: Scope, ask: Asking, thread: Thread, turns: list[Turn], seen: int) -> Counter[str]:
    from perdure.reflection.acceptance import accepted_summary
    from perdure.reflection.prompts.data import numbered_turns
    from perdure.reflection.prompts.summarise import SUMMARISE

    answer = ask(SUMMARISE, summary_so_far=thread.summary, turns=numbered_turns(turns))
    accepted = accepted_summary(answer, turns, thread.summary)
    now = services.clock.now()

    def work(writer: Writer) -> Counter[str]:
        mark = writer.reflection.mark(f"summary of {thread.id}")
        current = writer.threads.get(thread.id)
        if current is None or (0 if mark is None else mark.done_seq) != seen:
            return Counter()
        decisions = kept_decisions(current.decisions, accepted.decisions)
        items = kept_items(current.action_items, accepted.action_items)
        told = replace(current, summary=accepted.summary or current.summary, decisions=decisions, action_items=items)
        writer.threads.put(told)
        writer.reflection.set_mark(f"summary of {thread.id}", thread.turns, now)
        return Counter(summarised=int(accepted.summary is not None), rejected=accepted.rejected.total())

    return services.engine.write(scope, work)
