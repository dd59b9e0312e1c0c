"""`perdure eval` as a person uses it, and the page it writes."""

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from labelled import HOSTILE, write_labelled
from perdure.cli.common import console
from perdure.cli.laboratory import eval_
from perdure.cli.main import cli
from perdure.evaluation.report.markup import bar, signed, text
from perdure.evaluation.report.page import render
from perdure.evaluation.report.plots import histogram
from perdure.evaluation.runner import separations
from perdure.evaluation.statistics import Interval
from perdure.evaluation.study import study
from perdure.recall.recipes import RecallRecipe, Weights

VOID = {"meta", "img", "br", "hr", "input", "link", "wbr"}
DRAWN = {"circle", "path", "rect"}


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    return write_labelled(tmp_path)


def perdure_eval(*args: object) -> Result:
    # The console takes its width from the terminal of whoever imported it first.
    former, console.width = console._width, 200
    try:
        return CliRunner().invoke(cli, ["eval", *map(str, args)], catch_exceptions=False)
    finally:
        console._width = former


def printed(*args: object) -> Any:
    result = perdure_eval(*args, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


# The command line


@pytest.mark.parametrize("command", [(), ("run",), ("compare",), ("ablate",), ("report",)])
def test_every_part_has_help(command: tuple[str, ...]) -> None:
    result = perdure_eval(*command, "--help")

    assert result.exit_code == 0
    assert "Usage: " in result.output


def test_every_part_is_documented() -> None:
    for page in ("commands.md", "measuring.md"):
        said = (Path(__file__).parent.parent / "docs" / page).read_text()
        missing = [f"perdure eval {name}" for name in eval_.commands if f"perdure eval {name}" not in said]
        assert missing == [], page


def test_run_is_the_default(talk: Path) -> None:
    short, long = printed(talk, "--recipe", "keyword"), printed("run", talk, "--recipe", "keyword")
    first, option_first = short[0], printed("--recipe", "keyword", talk)[0]

    for one in (*short, *long, option_first):
        del one["milliseconds"]
    assert short == long
    assert option_first == first


def test_run_reports_intervals_the_floor_and_several_embedders(talk: Path) -> None:
    reports = printed(talk, "--recipe", "keyword", "--embedder", "static", "--embedder", "static")

    assert len(reports) == 1, "an embedder named twice is asked once"
    report = reports[0]
    low, high = report["intervals"]["recall_at_10"]
    assert low < report["overall"]["recall_at_10"] < high
    assert set(report["floor"]) == {"all", "adversarial", "abstention"}
    assert report["floor"] == report["floor_over_files"], "there is one file"
    shown = perdure_eval(talk, "--recipe", "conversation").output
    assert "95 % intervals" in shown
    assert "ROC-AUC" in shown


def test_explained_misses_name_the_question_the_rivals_and_the_signal(talk: Path) -> None:
    shown = perdure_eval("--explain-misses", talk, "--recipe", "keyword").output
    assert "hidden: Which bread number bakes an oven?" in shown
    assert "Oven number" in shown
    assert "above it on average by" in shown

    misses = printed(talk, "--recipe", "keyword", "--explain-misses=1")[0]["misses"]
    assert [miss["question_id"] for miss in misses["questions"]] == ["q5"]
    assert misses["signals"][0]["missed"] == 1
    assert printed(talk, "--explain-misses=0")[0]["misses"]["questions"] == []
    assert "misses" not in printed(talk, "--recipe", "conversation")[0]


def test_text_that_looks_like_terminal_markup_is_shown_as_it_is(tmp_path: Path) -> None:
    path = write_labelled(tmp_path)
    path.write_text(path.read_text().replace("Oven number 0", "[/red] Oven [bold]").replace('"hidden"', '"[/hidden]"'))

    shown = perdure_eval(path, "--explain-misses")

    compared = perdure_eval("compare", path, "--recipe", "keyword", "--recipe", "conversation")

    for result in (shown, compared):
        assert result.exit_code == 0
        assert "[/hidden]" in result.output


def test_compare_says_which_side_is_better(talk: Path) -> None:
    shown = perdure_eval("compare", talk, "--recipe", "keyword", "--recipe", "conversation").output
    assert "are too few to tell keyword from conversation" in shown, "there are five questions"

    (found,) = printed("compare", talk, "--recipe", "keyword", "--recipe", "conversation")
    assert (found["first"], found["second"]) == ("keyword", "conversation")
    everything = found["by_type"]["all"]["recall_at_10"]
    assert everything["questions"] == 5
    assert everything["wins"] + everything["losses"] + everything["ties"] == 5
    assert set(found["by_type"]) == {"all", "fact", "several", "hidden", "adversarial"}


@pytest.mark.parametrize(
    "sides",
    [
        (),
        ("--recipe", "keyword"),
        ("--recipe", "keyword", "--recipe", "keyword"),
        ("--recipe", "keyword", "--recipe", "semantic", "--recipe", "temporal"),
        ("--recipe", "keyword", "--recipe", "semantic", "--embedder", "static", "--embedder", "minilm"),
    ],
)
def test_compare_takes_exactly_two_sides(talk: Path, sides: tuple[str, ...]) -> None:
    result = perdure_eval("compare", talk, *sides)

    assert result.exit_code == 2
    assert "Exactly two sides" in result.output


def test_ablate_names_every_signal(talk: Path) -> None:
    (found,) = printed("ablate", talk)
    assert {"keyword", "semantic", "speaker"} <= set(found["without"])
    table = perdure_eval("ablate", talk, "--markdown").output
    assert "| `keyword` |" in table
    assert "semantic_neighbours" in perdure_eval("ablate", talk).output


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("nothing.jsonl",), "'nothing.jsonl' does not exist"),
        (("compare", "nothing.jsonl", "--recipe", "keyword"), "'nothing.jsonl' does not exist"),
        (("comapre", "talk.jsonl"), "Did you mean `perdure eval compare`?"),
        (("run",), "Missing argument 'FILES...'"),
    ],
)
def test_mistakes_are_explained(args: tuple[str, ...], said: str) -> None:
    result = perdure_eval(*args)

    assert result.exit_code == 2
    assert said in result.output


# The page


class Page(HTMLParser):
    """Parses strictly: every element must be closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.said = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID | DRAWN
        self.handle_starttag(tag, attrs)
        if tag in DRAWN:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("script", "style"):
            self.said += data


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = write_labelled(tmp_path_factory.mktemp("page"))
    return render(study([path], recipes=["keyword", "conversation"]))


def test_the_page_parses_and_has_every_part(html: str) -> None:
    page = Page(html)

    assert {value for name, value in page.attributes if name == "id"} == {
        "rivals",
        "curves",
        "types",
        "ablation",
        "floor",
        "misses",
        "latency",
    }
    assert page.tags.count("svg") >= 3
    assert "$" not in page.said


def test_signals_that_change_nothing_are_named_apart(tmp_path: Path) -> None:
    weights = Weights(keyword=1.0, said_then=1.0)
    page = Page(render(study([write_labelled(tmp_path)], recipes=[RecallRecipe("mine", weights, weights, read=False)])))

    assert "no answer changed without them: said_then." in page.said
    assert "without them: keyword" not in page.said


def test_the_page_asks_nothing_of_the_network(html: str) -> None:
    page = Page(html)

    assert not {"link", "iframe", "object", "embed", "img", "video", "audio", "base", "form"} & set(page.tags)
    assert [pair for pair in page.attributes if pair[0] in ("src", "srcset", "href", "action", "xlink:href", "data")] == []
    for word in ("http:", "https:", "url(", "@import", "fetch(", "XMLHttpRequest", "import("):
        assert word not in html


def test_hostile_text_stays_text(html: str) -> None:
    page = Page(html)

    assert page.tags.count("script") == 1, "only the page's own"
    assert "img" not in page.tags
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert " ".join(HOSTILE.split()) in " ".join(page.said.split()), "and it is quoted as it was said"


def test_hostile_names_of_files_and_types_stay_text(tmp_path: Path) -> None:
    path = write_labelled(tmp_path)
    hostile = tmp_path / "<b onclick=x>.jsonl"
    hostile.write_text(path.read_text().replace('"hidden"', '"\\"><i onclick=x>"').replace('"nora0"', '"<u>"'))

    page = Page(render(study([hostile], recipes=["conversation", "keyword"], ablation=False)))

    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert "u" not in page.tags
    assert "<b onclick=x>" in page.said


def test_the_page_shows_the_figures_of_the_run(tmp_path: Path) -> None:
    found = study([write_labelled(tmp_path)], recipes=["conversation", "keyword"], ablation=False)
    html = render(found, misses=0)
    figures = [answer.figures for answer in found.run("talk.jsonl", "static", "conversation").counted()]
    mean = 100 * sum(one.recall_at_10 for one in figures if one) / len(figures)
    assert f'<p class="big">{mean:.1f}<' in html
    floor = separations(found.run("talk.jsonl", "static", "conversation").answers)["all"]
    assert f"<b>{floor.auc:.3f}</b>" in html
    assert f'<td class="n">{floor.floor:.2f}</td><td class="n">{100 * floor.refused:.0f} %</td>' in html
    assert 'id="ablation"' not in html
    assert 'class="miss"' not in html


def test_report_writes_the_page(talk: Path, tmp_path: Path) -> None:
    result = perdure_eval("report", talk, "--out", tmp_path / "page.html", "--no-ablation")

    assert result.exit_code == 0, result.output
    Page((tmp_path / "page.html").read_text("utf-8"))


def test_a_file_without_questions_makes_a_page_all_the_same(talk: Path, tmp_path: Path) -> None:
    record = json.loads(talk.read_text())
    talk.write_text(json.dumps({**record, "questions": []}))

    assert perdure_eval("report", talk, "--out", tmp_path / "page.html").exit_code == 0
    Page((tmp_path / "page.html").read_text("utf-8"))
    for command in (("run",), ("compare", "--recipe", "keyword", "--recipe", "semantic"), ("ablate",), ("ablate", "--markdown")):
        result = perdure_eval(command[0], talk, *command[1:])
        assert result.exit_code == 0, result.output


def test_pieces_of_the_page() -> None:
    assert text("<a b='c'>&\x00") == "&lt;a b=&#x27;c&#x27;&gt;&amp; "
    assert [signed(value) for value in (0.0123, -0.0123, -0.0001)] == ["+1.2", "\u22121.2", "0.0"]
    assert "left:20.00%;width:30.00%" in bar(0.4, Interval(0.2, 0.5), "c0")
    Page(histogram("all scores equal", [1.0, 1.0], [1.0], 1.0))
