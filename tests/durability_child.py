"""What runs in processes that get killed, starved or locked out. Not a test module; see the tests that start it."""

import os
import re
import resource
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

import perdure
from perdure.errors import PerdureError
from perdure.ports.embedder import EmbedderSpec, Vectors
from perdure.timex.expressions import time_expressions

KEY = b"k" * 32


class SpelledEmbedder:
    """Vectors from letters: quick to load, so that a process can be killed soon after its start."""

    def __init__(self, name: str = "spelled", pause: float = 0) -> None:
        self.spec = EmbedderSpec(name, 32, 0.3)
        self.embedded = 0
        self._pause = pause

    def embed(self, texts: Sequence[str]) -> Vectors:
        time.sleep(self._pause)
        self.embedded += len(texts)
        counts = np.zeros((len(texts), 32), np.float32)
        for row, text in zip(counts, texts, strict=True):
            for letter in text[:1000]:
                row[ord(letter) % 32] += 1
        norms = np.linalg.norm(counts, axis=1, keepdims=True)
        return counts / np.where(norms > 0, norms, 1)


def open_store(folder: str | Path, **options: Any) -> perdure.Store:
    return perdure.open(folder, embedder=options.pop("embedder", None) or SpelledEmbedder(), **({"key": KEY} | options))


def text_of(life: int, thread: int, number: int) -> str:
    """A turn's whole text, known from its beginning."""
    return f"{life}-{thread}-{number} " + "word " * (number * 37 % 500)


def is_whole(text: str) -> bool:
    numbers = re.match(r"(\d+)-(\d+)-(\d+) ", text)
    return numbers is not None and text == text_of(*map(int, numbers.groups()))


def say(*words: object) -> None:
    """One line, in one system call: a kill cannot tear it."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def add_until_killed(folder: str, life: str) -> None:
    """Three threads write to one user, and each tenth time to a user never seen before."""
    store = open_store(folder)
    time_expressions(text_of(0, 0, 1), datetime.now(UTC))  # its tables load on first use, and kills come soon
    say("ready")

    def run(thread: int) -> None:
        session = store.user("steady").session("steady", thread="steady")
        for number in range(100_000):
            say("steady", session.add("user", text_of(int(life), thread, number)).id)
            if number % 10 == thread:
                name = f"fresh-{life}-{thread}-{number}"
                say(name, store.user(name).session("first").add("user", text_of(int(life), thread, number)).id)

    for thread in range(3):
        threading.Thread(target=run, args=(thread,)).start()


def add_and_recall(folder: str, name: str, count: str) -> None:
    with open_store(folder) as store:
        user = store.user("shared")
        session = user.session("both", thread="both")
        for number in range(int(count)):
            session.add("user", f"{name} {number}")
            if number % 20 == 0:
                assert user.recall(f"{name} {number}")
                assert len(session.turns()) > number


def reembed_slowly(folder: str) -> None:
    with open_store(folder) as store:
        store.reembed(SpelledEmbedder("second", pause=0.05), "static", progress=say)


def _attempt(work: Callable[[], Any]) -> str:
    try:
        work()
    except PerdureError as error:
        return f"{type(error).__name__}: {error}"
    return "done"


def add_beyond_file_size(folder: str) -> None:
    """Fill files up to a limit with several threads, then go on without it."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with open_store(folder) as store:
        session = store.user("alice").session("s", thread="t")
        acknowledged = [session.add("user", "before").id]
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, hard))

        def run() -> None:
            while True:
                try:
                    acknowledged.append(session.add("user", "x " * 5000).id)
                except Exception as error:  # noqa: BLE001  # the test wants to see whatever comes
                    say(f"{type(error).__name__}: {error}")
                    return

        threads = [threading.Thread(target=run) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        acknowledged.append(session.add("user", "after").id)
        kept = [turn.id for turn in session.turns()]
        same = sorted(kept) == sorted(acknowledged)
        say("kept" if same else f"{len(kept)} kept, {len(acknowledged)} acknowledged")
        say(store.inspect("alice").problems)


def open_as_nobody(folder: str) -> None:
    """Open and write without the right to, after dropping root's."""
    with tempfile.TemporaryDirectory() as warm:
        open_store(warm).close()  # loads what that someone may not be allowed to read
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)

    def work() -> None:
        with open_store(folder) as store:
            store.user("alice").remember("should not be kept")

    say(_attempt(work))


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
