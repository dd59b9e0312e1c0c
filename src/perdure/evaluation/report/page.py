"""The page as a whole."""

from importlib.resources import files
from pathlib import Path
from string import Template

from perdure.evaluation.report.findings import curves_section, headline, rivals_section, summary, types_section
from perdure.evaluation.report.markup import text
from perdure.evaluation.report.reasons import ablation_section, floor_section, latency_section, misses_section
from perdure.evaluation.study import Study

__all__ = ["render", "write_report"]


def render(study: Study, *, misses: int = 12) -> str:
    """The page as HTML: no script, style, font or picture from elsewhere. `misses` are shown for each file and embedder."""
    template = Template(files("perdure.evaluation.report").joinpath("template.html").read_text("utf-8"))
    sections = [
        rivals_section(study),
        curves_section(study),
        types_section(study),
        ablation_section(study),
        floor_section(study),
        misses_section(study, misses),
        latency_section(study),
    ]
    return template.substitute(
        made=f"{study.made:%d %B %Y}",
        recipe=text(study.recipes[0]),
        embedders=text(", ".join(study.embedders)),
        summary=summary(study),
        headline=headline(study),
        sections="\n".join(filter(None, sections)),
    )


def write_report(study: Study, path: Path, *, misses: int = 12) -> None:
    """Write the page to a file."""
    path.write_text(render(study, misses=misses), "utf-8")
