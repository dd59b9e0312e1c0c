"""The parts of the page that say why: signals, floor, speed, misses."""

from collections.abc import Mapping, Sequence

import numpy as np

from perdure.evaluation.ablation import Ablation
from perdure.evaluation.answers import Answer, Candidate, Miss, Run
from perdure.evaluation.comparing import Difference
from perdure.evaluation.metrics import HEADLINE, SHORT_NAMES
from perdure.evaluation.misses import MissTable, instructive, miss_table
from perdure.evaluation.report.markup import clipped, code, figure_tabs, legend, points, section, signed, table, text, title_of
from perdure.evaluation.report.plots import Line, histogram, roc
from perdure.evaluation.runner import separations
from perdure.evaluation.statistics import Interval, roc_curve
from perdure.evaluation.study import Study, answers_of

__all__ = ["ablation_section", "floor_section", "latency_section", "misses_section"]

_EXCERPT = 240
_ABOVE = 3
_TELLING = 0.005


def ablation_section(study: Study) -> str:
    """A dot and an interval for each signal, a panel for each file."""
    if not study.ablations:
        return ""
    signals = _by_worth(study.ablations)
    idle = [signal for signal in signals if not any(_acts(one.signals.get(signal, {})) for one in study.ablations)]
    signals = [signal for signal in signals if signal not in idle]
    panels: list[str] = []
    for data in study.data:
        found = {one.embedder: one for one in study.ablations if one.data == data}
        reach = {name: _reach(list(found.values()), name) for name in HEADLINE}
        rows = "".join(_signal(study, found, signal, reach) for signal in signals)
        scale = "".join(
            f'<span class="f f-{name} scale"><i>{signed(-reach[name])}</i><i>0</i><i>{signed(reach[name])}</i></span>' for name in HEADLINE
        )
        scale = f'<div class="row"><span class="name wide"></span>{scale}</div>'
        panels.append(f'<article class="panel"><h3>{title_of(data)}</h3>{rows}{scale}</article>')
    lead = (
        f"The recipe {code(study.recipes[0])} asked again without each of its signals. Left of the middle, recall is worse without it: "
        "the signal earns its place. Grey: the interval includes no change. Right of the middle in red: it does harm on this set."
    )
    shapes = legend([], study.embedders)
    if idle:
        lead += f" Not shown, because no answer changed without them: {', '.join(map(code, idle))}."
    return section("ablation", "What each signal is worth", lead, shapes + figure_tabs(f'<div class="panels wide">{"".join(panels)}</div>'))


def _by_worth(ablations: Sequence[Ablation]) -> list[str]:
    worth: dict[str, float] = {}
    for one in ablations:
        for signal, figures in one.signals.items():
            worth[signal] = worth.get(signal, 0.0) + (figures[HEADLINE[0]].difference if figures else 0.0)
    return sorted(worth, key=lambda signal: worth[signal])


def _acts(figures: Mapping[str, Difference]) -> bool:
    """Some question was answered otherwise without the signal."""
    return any(found.wins or found.losses for found in figures.values())


def _reach(ablations: Sequence[Ablation], name: str) -> float:
    ends = [abs(end) for one in ablations for figures in one.signals.values() if figures for end in figures[name].interval]
    return max([*ends, 0.01]) * 1.05


def _signal(study: Study, found: Mapping[str, Ablation], signal: str, reach: Mapping[str, float]) -> str:
    cells: list[str] = []
    for name in HEADLINE:
        marks: list[str] = []
        values: list[str] = []
        for shape, embedder in enumerate(study.embedders):
            change = found[embedder].signals.get(signal, {}).get(name) if embedder in found else None
            if change is not None:
                marks.append(_mark(change, reach[name], shape, f"{embedder}: {SHORT_NAMES[name]}"))
                values.append(signed(change.difference))
        track = f'<span class="track" style="--lanes:{max(len(marks), 1)}">{"".join(marks)}</span>'
        cells.append(f'<span class="f f-{name}">{track}<b>{" / ".join(values)}</b></span>')
    return f'<div class="row"><span class="name wide">{code(signal)}</span>{"".join(cells)}</div>'


def _mark(change: Difference, reach: float, lane: int, what: str) -> str:
    low, high, at = (50 + 50 * value / reach for value in (*change.interval, change.difference))
    style = {-1: "helps", 1: "harms", 0: "even"}[change.better]
    note = f"{what} {signed(change.difference)} ({signed(change.interval.low)} to {signed(change.interval.high)})"
    whisker = f'<i class="whisker" style="left:{low:.2f}%;width:{high - low:.2f}%"></i>'
    dot = f'<i class="dot" style="left:{at:.2f}%"></i>'
    return f'<i class="mark {style} e{lane}" style="--lane:{lane}" title="{text(note)}">{whisker}{dot}</i>'


def floor_section(study: Study) -> str:
    """Scores of the best hits of answerable and unanswerable questions, file by file and over all."""
    groups = {data: [run for run in study.runs if run.data == data] for data in study.data}
    if len(groups) > 1:
        groups["all sets together"] = list(study.runs)
    panels = [_floor(name, {one: answers_of(runs, study.recipes[0], one) for one in study.embedders}) for name, runs in groups.items()]
    if not any(panels):
        return ""
    lead = (
        "Does the best hit's score tell a question that has an answer from one that has none? The area under the ROC curve is the chance "
        "that a question with an answer scores higher than one without: .5 is a coin, 1 is perfect. The upright line is the floor that "
        "keeps 95 % of the questions with an answer."
    )
    names = '<ul class="legend"><li><i class="dot c0"></i>with an answer</li><li><i class="dot c1"></i>without an answer</li></ul>'
    return section("floor", "A floor that means something", lead, f'{names}<div class="panels one">{"".join(panels)}</div>')


def _floor(name: str, answers: Mapping[str, Sequence[Answer]]) -> str:
    """One file: score histograms of each embedder, their ROC curves in one plot, and the figures."""
    plots: list[str] = []
    rows: list[list[str]] = []
    lines: list[Line] = []
    for shape, (embedder, listed) in enumerate(answers.items()):
        found = separations(listed)
        if not found:
            continue
        sides = [[answer.top_score for answer in listed if answer.answerable is wanted] for wanted in (True, False)]
        caption = f"{text(embedder)}: share of questions by score"
        plots.append(_figure(histogram(f"Best scores, {name}, {embedder}", sides[0], sides[1], found["all"].floor), caption))
        lines.append(Line(f"{embedder}: area {found['all'].auc:.3f}", f"c0 e{shape}", roc_curve(sides[0], sides[1])))
        for kind, one in found.items():
            if kind != "all" or len(found) > 2:  # a single type is "all" over again
                area = f"<b>{one.auc:.3f}</b> <small>{_span(one.interval)}</small>"
                rows.append([text(embedder), text(kind), str(one.unanswerable), area, f"{one.floor:.2f}", f"{100 * one.refused:.0f} %"])
    if not rows:
        return ""
    plots.append(_figure(roc(f"ROC curves, {name}", lines), "% of questions with an answer that pass"))
    told = table(("embedder", "against", "n", "area under the curve", "floor", "turned away"), rows, (2, 3, 4, 5))
    grid = f'<div class="plots">{"".join(plots)}</div>'
    return f'<article class="panel"><h3>{title_of(name)}</h3>{grid}<div class="scroll bare">{told}</div></article>'


def _figure(plot: str, caption: str) -> str:
    return f"<figure><figcaption>{caption}</figcaption>{plot}</figure>"


def _span(interval: Interval) -> str:
    return f"{interval.low:.3f} – {interval.high:.3f}"


def latency_section(study: Study) -> str:
    """Milliseconds of a recall of 100 hits."""
    spent = {
        (run.data, run.embedder, run.recipe): np.percentile([answer.milliseconds for answer in run.answers], (50, 95)).tolist()
        for run in study.runs
        if run.answers
    }
    most = max((both[1] for both in spent.values()), default=1.0)
    rows: list[list[str]] = []
    for data in study.data:
        for embedder in study.embedders:
            for number, recipe in enumerate(study.recipes):
                middle, slow = spent.get((data, embedder, recipe), (0.0, 0.0))
                line = (
                    f'<span class="bar thin c{number}" data-value="{middle:.4f}"><i class="fill" style="width:{100 * middle / most:.2f}%">'
                    f'</i><i class="whisker" style="left:{100 * middle / most:.2f}%;width:{100 * (slow - middle) / most:.2f}%"></i></span>'
                )
                rows.append([title_of(data), text(embedder), text(recipe), f"{middle:.2f}", f"{slow:.2f}", line])
    shown = table(("set", "embedder", "recipe", "p50 ms", "p95 ms", ""), rows, (3, 4), sortable=True)
    lead = "One recall of 100 hits, the question's embedding included, on the machine that made this page. Bars end at p50, lines at p95."
    return section("latency", "How long it takes", lead, f'<div class="scroll">{shown}</div>')


def misses_section(study: Study, count: int) -> str:
    """Which signals decide against evidence, and missed questions to learn from."""
    blocks: list[str] = []
    for data in study.data:
        for embedder in study.embedders:
            run = study.run(data, embedder, study.recipes[0])
            found = miss_table(run.answers)
            if found and found[0].missed:
                blocks.append(_misses(run, found, count, opened=not blocks))
    if not blocks:
        return ""
    lead = (
        f"Questions of {code(study.recipes[0])} with no evidence among the first ten hits, and the signal that spoke most against the "
        "evidence. <em>Brought up without</em>: leaving that signal out would put the evidence among the first ten (and might cost other "
        "questions: the ablation weighs that)."
    )
    return section("misses", "What was missed, and why", lead, "".join(blocks))


def _misses(run: Run, found: Sequence[MissTable], count: int, *, opened: bool) -> str:
    rows = [
        [
            text(row.type),
            f"{row.missed} of {row.questions}",
            str(row.near),
            str(row.no_common_word),
            ", ".join(f"{code(one.signal)} {one.decided}" for one in row.signals if one.decided),
            ", ".join(f"{code(one.signal)} {one.rescues}" for one in row.signals if one.rescues),
        ]
        for row in found
        if row.missed
    ]
    shown = table(("type", "missed", "at 11–20", "no common word", "decided by", "brought up without"), rows, (1, 2, 3))
    cards = "".join(_card(answer) for answer in instructive(run.answers, count))
    whole = found[0]
    told = f"{whole.missed} of {whole.questions} missed ({points(whole.missed / whole.questions)} %)"
    return (
        f'<details class="block"{" open" if opened else ""}><summary><b>{title_of(run.data)}</b> {text(run.embedder)} · {told}</summary>'
        f'<div class="scroll">{shown}</div><div class="misses">{cards}</div></details>'
    )


def _card(answer: Answer) -> str:
    miss = answer.miss
    assert miss is not None
    above = [candidate for candidate in miss.above if not candidate.evidence][:_ABOVE]
    turns = [_turn(candidate, "above") for candidate in above] + [_turn(candidate, "evidence") for candidate in miss.evidence[:_ABOVE]]
    gap = ""
    if miss.against:
        gap = f"The first ten score {sum(miss.against.values()):.2f} more than the best evidence on average."
    if miss.rescuers:
        gap += f" Without {', '.join(map(code, miss.rescuers))} it would be among them."
    return (
        f'<article class="miss"><p class="quiet">{text(answer.type)} · {text(answer.conversation)}</p><h4>{clipped(answer.text, 400)}</h4>'
        f'<ol>{"".join(turns)}</ol><p class="quiet">{gap}</p>{_against(miss)}</article>'
    )


def _turn(candidate: Candidate, style: str) -> str:
    place = f"{candidate.rank}" if candidate.rank is not None else "–"
    score = f"{candidate.score:.2f}" if candidate.rank is not None else "not returned"
    source = f"{text(candidate.said)} {text(candidate.speaker)} · {score}"
    return (
        f'<li class="{style}"><span class="rank">{place}</span><div><p class="quiet">{source}</p>'
        f"<p>{clipped(candidate.text, _EXCERPT)}</p></div></li>"
    )


def _against(miss: Miss) -> str:
    """Bars to the right speak for what outranked the evidence, to the left for the evidence."""
    told = sorted(((name, value) for name, value in miss.against.items() if abs(value) >= _TELLING), key=lambda item: -item[1])
    most = max((abs(value) for _, value in told), default=1.0)
    rows: list[str] = []
    for name, value in told:
        style, side = ("harms", "left") if value > 0 else ("helps", "right")
        push = f'<i class="push {style}" style="{side}:50%;width:{50 * abs(value) / most:.2f}%"></i>'
        rows.append(
            f'<div class="row"><span class="name wide">{code(name)}</span><span class="track">{push}</span><b>{value:+.2f}</b></div>'
        )
    return f'<div class="pushes">{"".join(rows)}</div>'
