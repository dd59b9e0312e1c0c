"""The parts of the page that say how much is found: headline, rivals, curves, types."""

from typing import Final

import numpy as np

from perdure.evaluation.answers import Run
from perdure.evaluation.asking import DEPTH
from perdure.evaluation.comparing import Difference, compare_runs
from perdure.evaluation.metrics import HEADLINE, SHORT_NAMES
from perdure.evaluation.report.markup import bar, between, code, figure_tabs, legend, points, section, signed, table, text, title_of
from perdure.evaluation.report.plots import Line, curves
from perdure.evaluation.runner import EvaluationReport, report_on
from perdure.evaluation.study import Study

__all__ = ["curves_section", "headline", "rivals_section", "summary", "types_section"]

_MARKED: Final = (1, 5, 10, 20, 50, 100)


def _against(study: Study, data: str, embedder: str, rival: str) -> Difference | None:
    """The first recipe minus a rival in R@10, paired."""
    first, other = study.run(data, embedder, study.recipes[0]), study.run(data, embedder, rival)
    return compare_runs(other, first, (rival, study.recipes[0])).by_type.get("all", {}).get(HEADLINE[0])


def summary(study: Study) -> str:
    """One sentence for the whole page, and chips that say where the first recipe stands against the second."""
    asked = {data: len(study.run(data, study.embedders[0], study.recipes[0]).answers) for data in study.data}
    files = f"{len(asked)} set{'s' if len(asked) != 1 else ''}"
    opening = f"{sum(asked.values()):,} labelled questions from {files} of conversations"
    if len(study.recipes) < 2:
        return f"<p>{opening}.</p>"
    rival = study.recipes[1]
    found = [_against(study, data, embedder, rival) for data in study.data for embedder in study.embedders]
    told = [one for one in found if one is not None]
    better, worse = sum(one.better > 0 for one in told), sum(one.better < 0 for one in told)
    places = "sets" if len(study.embedders) == 1 else "sets and embedders"
    verdict = f"The recipe <b>{code(study.recipes[0])}</b> finds more than {code(rival)} on <b>{better} of {len(told)}</b> {places}"
    unclear = len(told) - better - worse
    rest = [f"on {unclear} no difference can be told" if unclear else "", f"on {worse} it finds less" if worse else ""]
    return f"<p>{opening}. {'; '.join([verdict, *filter(None, rest)])}.</p>"


def headline(study: Study) -> str:
    """A card for each file: R@10 of the first recipe with its interval, and the gain over its rival."""
    cards: list[str] = []
    for data in study.data:
        reports = [report_on(study.run(data, embedder, study.recipes[0])) for embedder in study.embedders]
        blocks = "".join(_figure(study, report) for report in reports)
        cards.append(
            f'<article class="card"><h3>{title_of(data)}</h3><p class="quiet">{reports[0].questions} questions</p>{blocks}</article>'
        )
    return f'<div class="cards">{"".join(cards)}</div>'


def _figure(study: Study, report: EvaluationReport) -> str:
    if not report.overall:
        return '<p class="quiet">nothing to find</p>'
    main = f'{points(report.overall["recall_at_10"])}<span class="range">{between(report.intervals["recall_at_10"])}</span>'
    others = " · ".join(f"{SHORT_NAMES[name]} {points(report.overall[name])}" for name in HEADLINE[1:])
    gain = ""
    for rival in study.recipes[1:2]:
        found = _against(study, report.data, report.embedder, rival)
        if found is None:
            continue
        style = {1: "good", -1: "bad", 0: "even"}[found.better]
        note = f"paired 95 % interval {signed(found.interval.low)} to {signed(found.interval.high)}"
        gain = f'<p class="chip {style}" title="{note}">{signed(found.difference)} over {text(rival)}</p>'
    return (
        f'<div class="headline"><p class="quiet">{text(report.embedder)} · R@10</p><p class="big">{main}</p>'
        f'<p class="quiet">{others}</p>{gain}</div>'
    )


def rivals_section(study: Study) -> str:
    """Bars of every recipe and embedder, a panel for each file."""
    panels: list[str] = []
    for data in study.data:
        rows: list[str] = []
        for embedder in study.embedders:
            if len(study.embedders) > 1:
                rows.append(f'<p class="group">{text(embedder)}</p>')
            rows += [_rival(report_on(study.run(data, embedder, recipe)), number) for number, recipe in enumerate(study.recipes)]
        panels.append(f'<article class="panel"><h3>{title_of(data)}</h3>{"".join(rows)}</article>')
    lead = (
        "Share of the evidence found. Thin lines are 95 % intervals from resampled questions; the same questions were asked of every "
        "recipe, so the differences are surer than the overlap of two lines suggests."
    )
    return section("rivals", "Against plain recipes", lead, figure_tabs(f'<div class="panels">{"".join(panels)}</div>'))


def _rival(report: EvaluationReport, number: int) -> str:
    cells: list[str] = []
    for name in HEADLINE:
        if name not in report.overall:
            continue
        value, interval = report.overall[name], report.intervals[name]
        note = f"{report.recipe}, {report.embedder}: {SHORT_NAMES[name]} {points(value)} ({between(interval)})"
        cells.append(f'<span class="f f-{name}">{bar(value, interval, f"c{number}", note=note)}<b>{points(value)}</b></span>')
    return f'<div class="row"><span class="name">{text(report.recipe)}</span>{"".join(cells)}</div>'


def _curve(run: Run) -> list[tuple[float, float]]:
    """Mean share of the evidence among the first k hits, for every k."""
    shares = np.zeros(DEPTH)
    counted = list(run.counted())
    for answer in counted:
        for found in answer.evidence:
            if found.rank is not None:
                shares[found.rank - 1 :] += 1 / len(answer.evidence)
    means = shares / max(len(counted), 1)
    return [(depth, float(share)) for depth, share in enumerate(means, 1)]


def curves_section(study: Study) -> str:
    """Recall at every depth."""
    panels: list[str] = []
    for data in study.data:
        lines = [
            Line(f"{recipe}, {embedder}", f"c{number} e{shape}", _curve(study.run(data, embedder, recipe)))
            for number, recipe in enumerate(study.recipes)
            for shape, embedder in enumerate(study.embedders)
        ]
        label = f"Recall at k for {data}"
        panels.append(f'<article class="panel"><h3>{title_of(data)}</h3>{curves(label, lines, DEPTH, _MARKED)}</article>')
    lead = (
        "How much of the evidence is among the first k hits. A curve that goes on rising to the right holds evidence that is found but "
        "ranked too low: work for ranking. One that stays flat lacks evidence that no signal sees."
    )
    shown = f'{legend(study.recipes, study.embedders)}<div class="panels">{"".join(panels)}</div>'
    return section("curves", "Recall by depth", lead, shown)


def types_section(study: Study) -> str:
    """A sortable table of all types of all files."""
    rows: list[list[str]] = []
    for data in study.data:
        reports = [report_on(study.run(data, embedder, study.recipes[0])) for embedder in study.embedders]
        rivals = [report_on(study.run(data, embedder, rival)) for embedder in study.embedders for rival in study.recipes[1:2]]
        for kind, (count, _) in reports[0].by_type.items():
            cells = [title_of(data), text(kind), str(count)]
            for number, report in enumerate(reports):
                cells += _type_cells(kind, report, rivals[number] if rivals else None)
            rows.append(cells)
    heads = ["set", "type", "n"]
    for embedder in study.embedders:
        heads += [f"R@10, {text(embedder)}", "MRR", "T1000"]
    numbers = {2, *(column for column in range(3, len(heads)) if column % 3)}
    tick = "".join(f" The upright mark is what {code(rival)} finds." for rival in study.recipes[1:2])
    lead = f"Where {code(study.recipes[0])} is strong and where it is weak.{tick} A click on a heading sorts."
    return section("types", "By type of question", lead, f'<div class="scroll">{table(heads, rows, numbers, sortable=True)}</div>')


def _type_cells(kind: str, report: EvaluationReport, rival: EvaluationReport | None) -> list[str]:
    means, interval = report.by_type[kind][1], report.type_intervals[kind]["recall_at_10"]
    value, tick = means["recall_at_10"], rival.by_type[kind][1]["recall_at_10"] if rival else None
    note = f"{points(value)} ({between(interval)})"
    if rival is not None and tick is not None:
        note += f"; {rival.recipe} {points(tick)}"
    shown = f'<span class="cell" data-value="{value:.4f}">{bar(value, interval, "c0", tick, note)}<b>{points(value)}</b></span>'
    return [shown, *(points(means[name]) for name in HEADLINE[1:])]
