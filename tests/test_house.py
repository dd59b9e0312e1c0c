"""The house itself: what is public, how large its parts are, and that what it says of itself is true."""

import ast
import inspect
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import apsw
import pytest

import perdure
from perdure import errors
from perdure.ports import engine, index, knowledge, reflection
from perdure.storage.sqlite.connection import run_script
from perdure.storage.sqlite.migrate import migrate
from perdure.storage.sqlite.sql import migrations

PACKAGE = Path(inspect.getfile(perdure)).parent
SCHEMA = PACKAGE / "storage" / "sqlite" / "schema.sql"
MODULES = sorted(PACKAGE.rglob("*.py"))


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _imported_names() -> set[str]:
    """Public names that `perdure/__init__.py` imports, also those for the type checker only."""
    found: set[str] = set()
    for node in ast.walk(_tree(PACKAGE / "__init__.py")):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "perdure":
            found |= {alias.asname or alias.name for alias in node.names}
    return found


def test_all_is_complete_sorted_and_importable() -> None:
    assert set(perdure.__all__) == _imported_names() == set(dir(perdure))
    assert len(perdure.__all__) == len(set(perdure.__all__))
    for name in perdure.__all__:
        assert getattr(perdure, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = perdure.nothing  # pyright: ignore[reportAttributeAccessIssue]


def test_importing_the_package_loads_neither_numpy_nor_sqlite() -> None:
    script = "import sys, perdure; print([name for name in ('numpy', 'apsw', 'tokenizers', 'sqlite3', 'anyio') if name in sys.modules])"

    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)

    assert run.stdout.strip() == "[]"


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _public_methods(node: ast.ClassDef) -> list[str]:
    """What a class offers; the tests of a published contract are not called by anyone."""
    methods = [item for item in node.body if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)]
    offered = [item for item in methods if not item.name.startswith(("_", "test_"))]
    return [item.name for item in offered if "property" not in map(ast.unparse, item.decorator_list)]


def test_parts_stay_small() -> None:
    too_large: list[str] = []
    for path in MODULES:
        place = path.relative_to(PACKAGE)
        lines = len(path.read_text("utf-8").splitlines())
        if lines >= 400:
            too_large.append(f"{place}: {lines} lines")
        tree = _tree(path)
        lengths = [(function.name, (function.end_lineno or 0) - function.lineno + 1) for function in _functions(tree)]
        too_large += [f"{place}: {name}() has {length} lines" for name, length in lengths if length >= 60]
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and len(methods := _public_methods(node)) > 12:
                too_large.append(f"{place}: {node.name} has {len(methods)} public methods")

    assert too_large == []


@pytest.mark.parametrize(
    "group",
    [
        pytest.param(kind, id=name)
        for module in (engine, index, knowledge, reflection)
        for name, kind in vars(module).items()
        if inspect.isclass(kind) and issubclass(kind, Protocol) and kind.__module__ == module.__name__
    ],
)
def test_an_engine_has_few_methods_a_group(group: type) -> None:
    own = [name for name, member in vars(group).items() if inspect.isfunction(member) and not name.startswith("_")]

    assert len(own) <= 5, own


def _drawn_tree() -> dict[str, tuple[str, str | None]]:
    """Each error's parent, and its builtin base where one is drawn, as the docstring shows them."""
    drawn: dict[str, tuple[str, str | None]] = {}
    parents: dict[int, str] = {-1: "Exception"}
    assert errors.__doc__ is not None
    for line in errors.__doc__.split("```")[1].strip().splitlines():
        name = line.lstrip("│├└─ ")
        depth = (len(line) - len(name)) // 4
        words = name.split()
        parents[depth] = words[0]
        base = words[1].strip("()") if len(words) > 1 and words[1].startswith("(") else None
        drawn[words[0]] = (parents[depth - 1], base)
    return drawn


def test_the_errors_are_as_drawn() -> None:
    real: dict[str, tuple[str, str | None]] = {}
    for name, kind in vars(errors).items():
        if inspect.isclass(kind) and issubclass(kind, Exception):
            others = [base.__name__ for base in kind.__bases__[1:]]
            real[name] = (kind.__bases__[0].__name__, others[0] if others else None)

    assert _drawn_tree() == real
    assert sorted(errors.__all__) == sorted(real)


@pytest.mark.parametrize("name", errors.__all__)
def test_every_error_explains_itself(name: str) -> None:
    kind = getattr(errors, name)

    assert kind.__doc__
    assert kind.__doc__ != kind.__bases__[0].__doc__
    assert str(kind()) == inspect.cleandoc(kind.__doc__)
    assert str(kind("Something else.")) == "Something else."


def _schema(connection: apsw.Connection) -> str:
    """What a file holds, in the order of its making, without the tables that FTS5 makes for itself."""
    found = connection.execute(
        "select sql from sqlite_schema where sql is not null and name not like 'words!_%' escape '!' order by rowid"
    ).fetchall()
    return "".join(f"{sql};\n\n" for (sql,) in found)


def test_the_migrations_in_sequence_make_the_schema() -> None:
    connection = apsw.Connection(":memory:")
    for last in range(1, len(migrations()) + 1):
        migrate(connection, migrations()[:last])
    fresh = apsw.Connection(":memory:")
    migrate(fresh, migrations())

    assert _schema(connection) == _schema(fresh)
    assert _schema(fresh) == SCHEMA.read_text("utf-8"), "a schema that changed is written to schema.sql, for readers and reviewers"


def test_the_schema_can_be_read_as_it_stands() -> None:
    connection = apsw.Connection(":memory:")
    run_script(connection, SCHEMA.read_text("utf-8"))

    assert _schema(connection) == SCHEMA.read_text("utf-8")
