"""What most tests share: an empty store, a clock that stands still until told, and one user."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import perdure
from perdure import Store, UserMemory
from perdure.ports.clock import ManualClock


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 5, 15, 12, tzinfo=UTC))


@pytest.fixture
def store(tmp_path: Path, clock: ManualClock) -> Iterator[Store]:
    with perdure.open(tmp_path / "store", clock=clock) as opened:
        yield opened


@pytest.fixture
def alice(store: Store) -> UserMemory:
    return store.user("alice")
