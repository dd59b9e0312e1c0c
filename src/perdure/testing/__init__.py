"""Contracts in executable form: subclass one beside your engine or embedder, and pytest runs it.

```python
from perdure.testing import EngineConformance

class TestMyEngine(EngineConformance):
    def make_engine(self, folder):
        return MyEngine(folder, SPEC)
```
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from perdure.testing.conformance import EmbedderConformance, EngineConformance
    from perdure.testing.material import SPEC

__all__ = ["SPEC", "EmbedderConformance", "EngineConformance"]

# The contracts need pytest, which only those who run them have installed.
_LATER = {
    "EmbedderConformance": "perdure.testing.conformance",
    "EngineConformance": "perdure.testing.conformance",
    "SPEC": "perdure.testing.material",
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module 'perdure.testing' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LATER[name]), name)
