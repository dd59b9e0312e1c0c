"""What background workers do in processes that race or get killed. Not a test module; see the test that starts it."""

import sys
from datetime import timedelta
from pathlib import Path

from perdure.ports.engine import Writer
from perdure.storage.sqlite.engine import SQLiteEngine
from perdure.testing.material import ALICE, NOON, SPEC, add_memory, memory

KEY = b"k" * 32


def open_engine(folder: str | Path) -> SQLiteEngine:
    return SQLiteEngine(Path(folder), SPEC, key=KEY)


def say(word: str) -> None:
    print(word, flush=True)


def want_leases(folder: str, holder: str) -> None:
    """Try to get each lease whose name comes in, and tell whether it was got."""
    engine = open_engine(folder)
    say("ready")
    for line in sys.stdin:

        def work(writer: Writer, name: str = line.strip()) -> bool:
            return writer.reflection.lease(name, holder, NOON, NOON + timedelta(hours=1))

        say("got" if engine.write(ALICE, work) else "refused")
    engine.close()


def reflect_until_killed(folder: str) -> None:
    """Each transaction deals with one more turn: its result, and the mark that says so."""
    engine = open_engine(folder)
    say("ready")

    def work(writer: Writer) -> None:
        mark = writer.reflection.mark("extract")
        seq = 1 if mark is None else mark.done_seq + 1
        add_memory(writer, memory(f"result {seq}", f"m{seq}"))
        writer.reflection.set_mark("extract", seq, NOON)

    while True:
        engine.write(ALICE, work)


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
