"""What tests of your own memory applications need: a language model that follows a script, and contracts in executable form.

Subclass a contract beside your engine, embedder or reranker, and pytest runs it.

```python
from perdure.testing import EngineConformance

class TestMyEngine(EngineConformance):
    def make_engine(self, folder):
        return MyEngine(folder, SPEC)
```
"""

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from perdure.testing.conformance import EmbedderConformance, EngineConformance
    from perdure.testing.material import SPEC
    from perdure.testing.reranker_contract import RerankerConformance
    from perdure.testing.scripted_llm import Hang, ScriptedLLM

__all__ = ["SPEC", "EmbedderConformance", "EngineConformance", "Hang", "RerankerConformance", "ScriptedLLM"]

# The contracts need pytest, which only those who run them have installed.
_LATER = {
    "EmbedderConformance": "perdure.testing.conformance",
    "EngineConformance": "perdure.testing.conformance",
    "Hang": "perdure.testing.scripted_llm",
    "RerankerConformance": "perdure.testing.reranker_contract",
    "SPEC": "perdure.testing.material",
    "ScriptedLLM": "perdure.testing.scripted_llm",
}

_PARTS = (
    "conformance",
    "turns_contract",
    "records_contract",
    "knowledge_contract",
    "threads_contract",
    "reflection_contract",
    "index_contract",
    "vectors_contract",
    "reranker_contract",
)


def _explain_asserts() -> None:
    """Have pytest show the values of a failed assert as it does in test modules, which must be asked for before the import."""
    import pytest

    names = [f"{__name__}.{part}" for part in _PARTS]
    pytest.register_assert_rewrite(*(name for name in names if name not in sys.modules))


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module 'perdure.testing' has no attribute {name!r}")
    from importlib import import_module

    if _LATER[name].rpartition(".")[2] in _PARTS:
        _explain_asserts()
    return getattr(import_module(_LATER[name]), name)
