import re
from pathlib import Path

import pytest

import perdure
from perdure.cli.main import cli
from perdure.embedders.registry import embedder_names
from perdure.recall.recipes import RECIPES
from perdure.rerankers.registry import reranker_names

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def examples(path: Path) -> str:
    return "\n".join(re.findall(r"```python\n(.*?)```", path.read_text(), re.DOTALL))


@pytest.mark.parametrize("path", [path for path in PAGES if examples(path)], ids=lambda path: path.name)
def test_examples_run_as_printed(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    exec(compile(examples(path), path.name, "exec"), {"__name__": "example"})
    assert (tmp_path / "memory" / "store.json").exists()


def test_readme_example_shows_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    exec(compile(examples(ROOT / "README.md"), "README.md", "exec"), {"__name__": "example"})
    shown = capsys.readouterr().out
    assert shown.startswith("fresh_start")
    assert "allergic to peanuts" in shown.splitlines()[2]


def test_every_command_is_documented() -> None:
    page = (ROOT / "docs" / "commands.md").read_text()
    assert [name for name in cli.list_commands(None) if f"perdure {name}" not in page] == []  # type: ignore[arg-type]


def test_every_recipe_embedder_and_reranker_is_documented() -> None:
    pages = "\n".join(path.read_text() for path in PAGES)
    assert [name for name in (*RECIPES, *embedder_names(), *reranker_names()) if name not in pages] == []


def test_every_public_name_has_a_docstring() -> None:
    missing = [name for name in perdure.__all__ if name != "RECIPES" and not (getattr(perdure, name).__doc__ or "").strip()]
    assert missing == []


def test_links_between_pages_resolve() -> None:
    broken = [
        (path.name, target)
        for path in PAGES
        for target in re.findall(r"\]\(((?!http)[^)#]+)", path.read_text())
        if not (path.parent / target).exists()
    ]
    assert broken == []


def test_no_machine_paths_or_registry_hosts_in_what_we_publish() -> None:
    pages = [*PAGES, ROOT / "CHANGELOG.md", ROOT / "Makefile", ROOT / "pyproject.toml"]
    assert [path.name for path in pages if re.search(r"/(?:work|root|home)/|https?://(?!127)", path.read_text())] == []
