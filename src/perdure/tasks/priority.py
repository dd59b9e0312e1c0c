"""How much a task matters to its user, learnt from what they do first."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import fmean, median
from typing import Final

from perdure.model.task import Priority, Task, TaskStatus
from perdure.tasks.matching import Words, same_deed, shared, words_of_title

__all__ = ["learnt_priority"]

_EXAMPLES: Final = 3
"""Fewer closed tasks that resemble it tell nothing; as many tasks of average eagerness are added to those that do."""
_MARGIN: Final = 0.25
"""How far above or below the average, between -1 and 1, its like must be done."""
_SOON: Final = timedelta(hours=24)
_WORST, _BEST = -1.0, 1.0


def learnt_priority(task_title: str, due: datetime | None, closed: Sequence[Task], now: datetime) -> Priority:
    """The priority of a task for which none was stated.

    Each closed task counts from 1 (done at once) to -1 (done too late, or cancelled): one with a due time by how much of its time was
    left when it was done, another by how fast it was done beside the median. The mean of those that share a word with the title, with
    three average ones added (additive smoothing), is compared with the mean of all. What is due within 24 hours ranks one higher.

    Args:
        task_title: what is to be done.
        due: until when.
        closed: the user's tasks that are done or cancelled; open ones are passed over.
        now: the present moment.
    """
    learnt = _learnt(
        words_of_title(task_title), [task for task in closed if task.status is not TaskStatus.OPEN and task.closed is not None]
    )
    if due is not None and due - now <= _SOON:
        return Priority(min(learnt + 1, Priority.HIGH))
    return learnt


def _learnt(words: Words, closed: Sequence[Task]) -> Priority:
    undated = [_took(task).total_seconds() for task in closed if task.status is TaskStatus.DONE and task.due is None]
    usual = median(undated) if undated else 0.0
    eager = [(_eagerness(task, usual), _alike(words, words_of_title(task.title))) for task in closed]
    like = [eagerness for eagerness, alike in eager if alike]
    if len(like) < _EXAMPLES:
        return Priority.NORMAL
    average = fmean(eagerness for eagerness, _ in eager)
    above = (sum(like) + _EXAMPLES * average) / (len(like) + _EXAMPLES) - average
    if len(like) == len(eager):
        above = average / 2  # nothing else to compare with: half of what they show, as if the rest were done neither early nor late
    return Priority.HIGH if above > _MARGIN else Priority.LOW if above < -_MARGIN else Priority.NORMAL


def _took(task: Task) -> timedelta:
    return (task.closed or task.created) - task.created


def _eagerness(task: Task, usual: float) -> float:
    if task.status is TaskStatus.CANCELLED or task.closed is None:
        return _WORST
    took = max(_took(task).total_seconds(), 0.0)
    if task.due is None:
        return 2 * usual / (usual + took) - 1 if usual + took > 0 else 0.0
    given = (task.due - task.created).total_seconds()
    if task.closed > task.due or given <= 0:
        return _WORST if task.closed > task.due else 0.0
    return _BEST - 2 * took / given


def _alike(one: Words, two: Words) -> bool:
    """Whether two titles share a thing, or where one names none the deed."""
    if one.things and two.things:
        return shared(one.things, two.things) > 0 or (same_deed(one.deeds, two.deeds) and one.deeds == two.deeds)
    return bool(one.deeds) and one.deeds == two.deeds
