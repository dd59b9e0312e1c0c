from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from labelled import write_labelled
from perdure.errors import InvalidImport, InvalidInput, UnknownRecipe
from perdure.evaluation.ablation import ablate, ablated, markdown
from perdure.evaluation.answers import Answer, Run
from perdure.evaluation.asking import ask_file
from perdure.evaluation.comparing import compare_runs, differences, verdict
from perdure.evaluation.metrics import HEADLINE, SHORT_NAMES, measure
from perdure.evaluation.misses import explain_miss, instructive, miss_as_json, miss_table
from perdure.evaluation.packing import packed, rendered_tokens
from perdure.evaluation.runner import evaluate, report_on, separations
from perdure.evaluation.statistics import bootstrap_interval, bootstrap_intervals, roc_auc, roc_curve, separation
from perdure.evaluation.study import floors_over_files
from perdure.model.hit import Hit, Why
from perdure.model.memory import Kind
from perdure.recall.recipes import DEFAULT_RECIPE, RECIPES, SIGNALS, RecallRecipe, Weights

WORDS = Weights(keyword=1.0)


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    return write_labelled(tmp_path)


# Statistics, by hand


def test_an_interval_of_equal_values_is_that_value() -> None:
    assert bootstrap_interval([0.25] * 40) == pytest.approx((0.25, 0.25))


def test_one_question_has_no_spread_and_no_questions_no_interval() -> None:
    assert bootstrap_interval([0.7]) == pytest.approx((0.7, 0.7))
    assert bootstrap_interval([]) is None
    assert bootstrap_intervals(np.empty((0, 3))) == []


def test_an_interval_of_coin_throws_has_the_binomial_width() -> None:
    # 400 throws, half of them heads: standard error .5 / 20 = .025, so 95 % is .5 +- 1.96 * .025.
    interval = bootstrap_interval([0.0, 1.0] * 200)

    assert interval == pytest.approx((0.451, 0.549), abs=0.004)


def test_columns_are_resampled_together_and_the_seed_is_fixed() -> None:
    rows = np.array([[0.0, 1.0], [1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.5, 0.5]])

    first, second = bootstrap_intervals(rows)

    assert bootstrap_intervals(rows) == [first, second]
    # The columns sum to 1 on every question, so on every resample: their intervals mirror each other.
    assert (first.low, first.high) == pytest.approx((1 - second.high, 1 - second.low))


@pytest.mark.parametrize(
    ("answerable", "unanswerable", "area"),
    [
        ([3, 4], [1, 2], 1.0),
        ([1, 2], [3, 4], 0.0),
        ([1, 1], [1, 1], 0.5),
        ([2, 3], [1, 2], 0.875),  # of four pairs three are won and one is tied: 3.5 / 4
        ([1, 3], [2], 0.5),
        ([], [1], None),
        ([1], [], None),
    ],
)
def test_area_under_the_curve_by_hand(answerable: list[float], unanswerable: list[float], area: float | None) -> None:
    assert roc_auc(answerable, unanswerable) == area


def test_the_curve_encloses_the_area_it_is_said_to() -> None:
    answerable, unanswerable = [0.9, 0.8, 0.8, 0.3, 0.5], [0.8, 0.2, 0.3, 0.1]
    curve = roc_curve(answerable, unanswerable)

    x, y = np.array(curve).T
    trapezoids = float(((x[1:] - x[:-1]) * (y[1:] + y[:-1]) / 2).sum())

    assert curve[0] == (0, 0)
    assert curve[-1] == (1, 1)
    assert trapezoids == pytest.approx(roc_auc(answerable, unanswerable))
    assert roc_curve([], [1.0]) == []


def test_a_floor_keeps_95_of_100_answerable_questions() -> None:
    found = separation([float(score) for score in range(1, 101)], [0.5, 5.0, 6.0, 7.0])

    assert found is not None
    assert found.floor == 6.0  # the scores 1 to 5 are the five that may be lost
    assert found.refused == 0.5  # .5 and 5 are below it, 6 and 7 are not
    assert found.interval.low <= found.auc <= found.interval.high
    assert separation([1.0], []) is None


# Metrics, by hand


def test_figures_of_one_ranking_by_hand() -> None:
    ranked = ["a", "b", "c", "d"]
    found = measure(ranked, ["s1", "s1", "s2", "s3"], lambda budget: ranked[: budget // 500], frozenset({"b", "d", "z"}), frozenset({"s3"}))

    assert (found.recall_at_1, found.recall_at_5, found.mrr) == (0, pytest.approx(2 / 3), 0.5)
    assert (found.within_500, found.within_1000, found.within_2000) == pytest.approx((0, 1 / 3, 2 / 3))
    assert found.session_recall_at_5 == 1
    # Gains at ranks 2 and 4 over the ideal of ranks 1, 2, 3.
    ideal = 1 + 1 / np.log2(3) + 1 / np.log2(4)
    assert found.ndcg_at_10 == pytest.approx((1 / np.log2(3) + 1 / np.log2(5)) / ideal)


def test_every_figure_has_a_short_name() -> None:
    assert [field.name for field in fields(measure(["a"], ["s"], lambda _: ["a"], frozenset("a"), frozenset("s")))] == list(SHORT_NAMES)


# Asking


def answers(run: Run, *kinds: str) -> list[Answer]:
    return [answer for answer in run.answers if answer.type in kinds]


def test_each_question_counts_for_what_it_is(talk: Path) -> None:
    (run,) = ask_file(talk, ["conversation"])
    report = report_on(run)

    assert [answer.question for answer in run.counted()] == ["q1", "q2", "q3", "q4", "q5"]
    assert report.questions == 5
    assert report.skipped == 4, "two without an answer, one whose evidence is not visible, one without evidence"
    assert report.by_type["adversarial"][0] == 1
    assert "abstention" not in report.by_type
    assert {answer.question for answer in run.answers if not answer.answerable} == {"q6", "q7", "q8"}
    assert set(report.floor) == {"all", "adversarial", "abstention"}
    assert (report.floor["all"].answerable, report.floor["all"].unanswerable) == (5, 3)


def test_the_mean_is_over_what_counts_and_lies_in_its_interval(talk: Path) -> None:
    report = evaluate(talk, recipes=["keyword"])[0]
    counts = {kind: count for kind, (count, _) in report.by_type.items() if kind != "adversarial"}

    by_hand = sum(count * report.by_type[kind][1]["recall_at_10"] for kind, count in counts.items()) / sum(counts.values())

    assert report.overall["recall_at_10"] == pytest.approx(by_hand)
    for name in HEADLINE:
        assert report.intervals[name].low <= report.overall[name] <= report.intervals[name].high
    assert report.intervals["recall_at_10"].low < report.intervals["recall_at_10"].high


def test_ranks_scores_and_figures_of_an_answer_agree(talk: Path) -> None:
    (run,) = ask_file(talk, ["conversation"])
    found = next(answer for answer in run.answers if answer.question == "q1")

    assert [one.rank for one in found.evidence] == [1]
    assert found.top_score > 0
    assert found.top_score == pytest.approx(found.evidence[0].score, abs=1e-4)
    assert found.figures is not None
    assert found.figures.mrr == 1
    assert found.tokens > 0


def test_recipes_may_be_names_or_recipes_and_share_the_questions(talk: Path) -> None:
    mine = RecallRecipe("mine", WORDS)
    runs = ask_file(talk, ["conversation", mine, "keyword"], limit=1)

    assert [run.recipe for run in runs] == ["conversation", "mine", "keyword"]
    assert len({tuple(answer.question for answer in run.answers) for run in runs}) == 1
    assert [report.recipe for report in evaluate(talk, recipes=[mine])] == ["mine"]


def test_limit_takes_the_first_conversations(tmp_path: Path) -> None:
    path = write_labelled(tmp_path, conversations=3)

    assert {answer.conversation for answer in ask_file(path, ["keyword"], limit=2)[0].answers} == {"nora0", "nora1"}


def test_mistakes_are_said_before_anything_is_asked(talk: Path, tmp_path: Path) -> None:
    with pytest.raises(UnknownRecipe):
        ask_file(talk, ["nothing"])
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{not json")
    with pytest.raises(InvalidImport):
        ask_file(broken, ["keyword"])


def test_what_is_packed_fits_and_skips_what_is_too_long(talk: Path, tmp_path: Path) -> None:
    import perdure
    from perdure.importers.jsonl import read_conversations

    with perdure.open(tmp_path / "store") as store:
        user = store.user("nora")
        user.ingest(next(iter(read_conversations(talk))).turns())
        hits = user.recall("Who is allergic to sesame?", recipe="keyword", limit=5)
    question = "Who is allergic to sesame?"
    one = [rendered_tokens([hit], question) for hit in hits]
    assert one[0] > max(one[1:]), "the first hit is the longest"
    everything = rendered_tokens(hits, question)

    assert packed(hits, question, everything) == [hit.metadata["turn_id"] for hit in hits]
    assert packed(hits, question, rendered_tokens(hits[:2], question)) == [hit.metadata["turn_id"] for hit in hits[:2]]
    assert packed(hits, question, one[0] - 1)[0] == hits[1].metadata["turn_id"]
    assert packed(hits, question, 3) == []


# Comparing


def test_comparison_counts_wins_losses_and_ties_by_hand(talk: Path) -> None:
    first, second = ask_file(talk, ["keyword", "conversation"])
    pairs = [(one.figures.mrr, other.figures.mrr) for one, other in zip(first.counted(), second.counted(), strict=True)]  # type: ignore[union-attr]

    found = compare_runs(first, second, ("keyword", "conversation")).by_type["all"]["mrr"]

    assert (found.wins, found.losses) == (sum(b > a for a, b in pairs), sum(b < a for a, b in pairs))
    assert found.wins + found.losses + found.ties == found.questions == 5
    assert found.difference == pytest.approx(found.second - found.first) == pytest.approx(np.mean([b - a for a, b in pairs]))
    assert found.interval.low <= found.difference <= found.interval.high


def _answers(*scores: float) -> list[Answer]:
    """Answers whose every figure is the score."""
    found: list[Answer] = []
    for number, score in enumerate(scores):
        figures = measure(["a"], ["s"], lambda _: ["a"], frozenset("a"), frozenset("s"))
        figures = replace(figures, **{field.name: score for field in fields(figures)})
        found.append(
            Answer("c", f"q{number}", "fact", "?", answerable=True, figures=figures, evidence=(), top_score=0.0, tokens=0, milliseconds=0.0)
        )
    return found


def test_a_comparison_is_paired() -> None:
    # The questions differ widely, the sides by .02 on each: unpaired intervals would overlap, the paired one has no width at all.
    hard_and_easy = np.linspace(0, 0.9, 40).tolist()
    found = differences(_answers(*hard_and_easy), _answers(*(score + 0.02 for score in hard_and_easy)))["recall_at_10"]

    assert found.interval == pytest.approx((0.02, 0.02))
    assert found.better == 1
    assert verdict(found, "A", "B") == "B is better by 2.0 points [2.0, 2.0]."
    back = differences(_answers(*(score + 0.02 for score in hard_and_easy)), _answers(*hard_and_easy))["recall_at_10"]
    assert verdict(back, "A", "B") == "A is better by 2.0 points [2.0, 2.0]."


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ([0.5] * 20, [0.5] * 20, "equal on every question"),
        ([0.0, 1.0] * 20, [1.0, 0.0] * 20, "No difference between A and B can be told: +0.0 points"),
        ([0.0] * 3, [1.0] * 3, "3 questions are too few"),
    ],
)
def test_a_verdict_claims_no_more_than_it_knows(first: list[float], second: list[float], said: str) -> None:
    found = differences(_answers(*first), _answers(*second))["mrr"]

    assert said in verdict(found, "A", "B")
    assert found.better == 0


def test_runs_of_other_questions_are_not_compared(talk: Path) -> None:
    (run,) = ask_file(talk, ["keyword"])

    with pytest.raises(InvalidInput, match="same questions"):
        compare_runs(run, replace(run, answers=run.answers[1:]), ("A", "B"))
    assert differences([], []) == {}


# Ablation


def test_ablation_takes_out_each_signal_and_nothing_else() -> None:
    without = ablated(DEFAULT_RECIPE)

    used = {name for name in SIGNALS if getattr(DEFAULT_RECIPE.asking, name) or getattr(DEFAULT_RECIPE.continuing, name)}
    assert set(without) == used | {"read"}
    for signal in used:
        for aim in ("asking", "continuing"):
            assert getattr(without[signal], aim) == replace(getattr(DEFAULT_RECIPE, aim), **{signal: 0.0})
        assert without[signal].read
    assert without["read"] == replace(DEFAULT_RECIPE, name=without["read"].name, read=False)
    assert list(ablated(RecallRecipe("words", WORDS, WORDS, read=False))) == ["keyword"]
    assert list(ablated(RecallRecipe("dates", WORDS, Weights(said_then=1.0), read=False))) == ["keyword", "said_then"]


def test_an_ablation_is_the_recipe_asked_without_the_signal(talk: Path) -> None:
    words = RecallRecipe("words", replace(WORDS, said_then=1.0), replace(WORDS, said_then=1.0))
    full, without = evaluate(talk, recipes=[words, words.without("keyword")])

    found = ablate(talk, recipe=words)

    change = found.signals["keyword"]["mrr"]
    assert (change.first, change.second) == pytest.approx((full.overall["mrr"], without.overall["mrr"]))
    assert change.difference < 0
    assert next(iter(found.signals)) == "keyword", "what costs most comes first"
    assert found.signals["said_then"]["mrr"].difference == 0, "no question names a date"


def test_markdown_has_a_row_a_signal_and_a_column_a_figure(talk: Path) -> None:
    found = ablate(talk)
    lines = markdown([found, found]).splitlines()

    assert len(lines) == 3 + len(found.signals)
    assert {line.count("|") for line in lines} == {2 + 2 * len(HEADLINE)}
    assert f"{100 * next(iter(found.signals.values()))['mrr'].first:.1f}" in lines[2]


# Misses


def test_a_miss_says_what_outranked_the_evidence_and_by_which_signal(talk: Path) -> None:
    (run,) = ask_file(talk, ["keyword"], explain=True)
    (missed,) = [answer for answer in run.counted() if answer.missed]
    miss = missed.miss

    assert missed.question == "q5"
    assert miss is not None
    assert miss.evidence[0].turn == "3.1"
    assert miss.evidence[0].rank is not None
    assert miss.evidence[0].rank > 10
    assert len(miss.above) == 10
    assert sum("Oven number" in candidate.text for candidate in miss.above) >= 8
    assert miss.decided_by == "keyword"
    assert miss.no_common_word
    gap = np.mean([candidate.score for candidate in miss.above]) - miss.evidence[0].score
    assert sum(miss.against.values()) == pytest.approx(gap, abs=1e-4)
    assert miss_as_json(missed)["decided_by"] == "keyword"


def _hit(turn: str, **signals: float) -> Hit:
    said_at = datetime(2024, 5, 3, tzinfo=UTC)
    score = sum(signals.values())
    return Hit(turn, Kind.TURN, f"text of {turn}", score, said_at, "Nora", None, None, (turn,), Why(signals), {"turn_id": turn})


def test_a_miss_by_hand() -> None:
    rivals = [_hit(f"r{number}", keyword=0.5, date=0.3) for number in range(10)]
    hits = [*rivals, _hit("e1", keyword=0.6, semantic=0.1), _hit("x", keyword=0.1), _hit("e2", date=0.05)]

    miss = explain_miss(hits, frozenset({"e1", "e2", "gone"}), {"gone": "never indexed"})

    assert [(one.turn, one.rank) for one in miss.evidence] == [("e1", 11), ("e2", 13), ("gone", None)]
    assert miss.evidence[2].text == "never indexed"
    assert miss.against == pytest.approx({"keyword": -0.1, "date": 0.3, "semantic": -0.1})
    assert miss.decided_by == "date"
    assert miss.rescuers == ("date",), "without dates the rivals have .5 and the evidence .7"
    assert not miss.no_common_word
    assert explain_miss(hits, frozenset({"gone"}), {}).decided_by is None


def test_a_signal_rescues_if_the_evidence_ranks_high_without_it(talk: Path) -> None:
    words = RECIPES["keyword"]
    (run,) = ask_file(talk, [words], explain=True)
    (missed,) = [answer for answer in run.counted() if answer.missed]
    (alone,) = ask_file(talk, [words.without("keyword")])

    assert missed.miss is not None
    assert missed.miss.rescuers == ("keyword",), "without words all turns tie, and the last session comes first"
    assert not next(answer for answer in alone.answers if answer.question == missed.question).missed


def test_the_table_of_misses_counts_by_type(talk: Path) -> None:
    (run,) = ask_file(talk, ["keyword"], explain=True)
    rows = {row.type: row for row in miss_table(run.answers)}

    assert (rows["all"].questions, rows["all"].missed) == (5, 1)
    assert (rows["hidden"].missed, rows["fact"].missed) == (1, 0)
    assert rows["hidden"].signals[0].signal == "keyword"
    assert rows["hidden"].signals[0].decided == 1
    assert "adversarial" not in rows
    assert [answer.question for answer in instructive(run.answers, 5)] == ["q5"]
    assert instructive(run.answers, 0) == []
    assert miss_table([]) == []


def test_misses_are_explained_only_on_demand_and_for_the_first_recipe(talk: Path) -> None:
    first, second = ask_file(talk, ["keyword", "rank-fusion"], explain=True)

    assert any(answer.miss for answer in first.answers)
    assert not any(answer.miss for answer in second.answers)
    assert not any(answer.miss for answer in ask_file(talk, ["keyword"])[0].answers)


def test_a_floor_needs_both_sorts_of_question(talk: Path) -> None:
    (run,) = ask_file(talk, ["keyword"])

    assert separations(answers(run, "fact")) == {}
    assert separations(answers(run, "abstention")) == {}
    # Keyword search finds nothing for a question that shares no word with anything said.
    assert separations(answers(run, "fact", "abstention"))["all"].auc == 1.0


def test_the_floor_over_files_pools_one_recipe_and_embedder(talk: Path) -> None:
    (run,) = ask_file(talk, ["keyword"])
    answered = Run("a.jsonl", "keyword", "static", tuple(answers(run, "fact")), 0)
    unanswered = replace(answered, data="b.jsonl", answers=tuple(answers(run, "abstention")))
    other = replace(unanswered, embedder="minilm")

    floors = floors_over_files([answered, unanswered, other])

    assert list(floors) == [("keyword", "static"), ("keyword", "minilm")]
    assert (floors["keyword", "static"]["all"].answerable, floors["keyword", "static"]["all"].unanswerable) == (3, 2)
    assert floors["keyword", "minilm"] == {}, "no question with an answer was asked of it"
