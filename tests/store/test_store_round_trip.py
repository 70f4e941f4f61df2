"""What comes out of the store is what went in."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from parcli.errors import StoreError
from parcli.messages.bases import basis_text
from parcli.model.finding import Bounds, Finding, Param, Percent
from parcli.model.number import exact_text
from parcli.model.period import Period
from parcli.model.register import Placement, RunFile, RunSummary, Selection, StoredNode, StoredResult
from parcli.model.rules import Bound, Interval
from parcli.model.score import AdjustmentScore, NodeScore, ScoreStage
from parcli.model.text import Text
from parcli.scoring.engine import score
from parcli.store.params import params, params_json
from parcli.store.values import fraction, period_order, scaled
from scoring.rule_strategies import PROPERTY
from scoring.test_engine_trees import World, trees
from store.register_values import (
    NOW,
    PERIOD,
    new_result,
    new_run,
    opened,
    placed,
    printed,
    sha256,
    simple_run,
    small_set,
    unit_score,
)
from support.scoring_sets import answer, assessment

NUMBERS = st.fractions(min_value=-(10**6), max_value=10**6)
TEXTS = st.text(max_size=12)
BOUNDS = st.none() | st.builds(Bound, NUMBERS, st.booleans())
SIMPLE: st.SearchStrategy[Param] = st.one_of(
    TEXTS,
    st.integers(),
    NUMBERS,
    st.builds(Percent, NUMBERS),
    st.tuples(st.builds(Interval, BOUNDS, BOUNDS), st.booleans()).map(lambda made: Bounds(*made)),
    st.builds(Text, TEXTS, st.none() | TEXTS),
)
PARAMS = st.recursive(SIMPLE, lambda below: st.lists(below, max_size=3).map(tuple), max_leaves=5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "parindex.db"


@PROPERTY
@given(given_params=st.dictionaries(TEXTS, PARAMS, max_size=4))
def test_every_type_of_param_comes_back_as_it_was(given_params: dict[str, Param]) -> None:
    back = params(params_json(given_params))

    assert repr(given_params) == repr(dict(back))


@PROPERTY
@given(value=NUMBERS | st.integers(-(10**40), 10**40).map(lambda number: Fraction(number, 8)))
def test_an_exact_number_comes_back_as_it_was(value: Fraction) -> None:
    assert value == fraction(exact_text(value))


@PROPERTY
@given(one=NUMBERS, other=NUMBERS)
def test_scaled_integers_never_turn_an_order_round(one: Fraction, other: Fraction) -> None:
    assert (one <= other) <= (scaled(one) <= scaled(other))


def test_a_number_too_large_for_a_column_is_scaled_to_the_largest() -> None:
    assert (2**63 - 1, 1 - 2**63) == (scaled(Fraction(10**30)), scaled(Fraction(-(10**30))))


def test_periods_are_ordered_by_their_ends() -> None:
    written = ["2023-Q1", "2023-Q2", "2023-H1", "2023-Q3", "2023-Q4", "2023-H2", "2023", "2024-Q1"]

    assert written == sorted(set(written), key=lambda text: period_order(Period.parse(text)))


def test_a_result_has_the_figures_of_its_score(path: Path) -> None:
    made = unit_score("16/3", source="bảng/so-noi-vu.xlsx")
    with opened(path) as store:
        run = store.save_run(new_run(new_result(made)))
        results = store.results(Selection())

    assert results == (
        StoredResult(
            number=1,
            run=run,
            placement=placed(),
            period=PERIOD,
            index="PAR",
            criteria_set="thu-2025",
            meaning_hash="1f2e",
            set_status="illustrative",
            stage="final",
            provisional=True,
            incomplete=False,
            points=Fraction(28, 3),
            max_points=Fraction(20),
            applicable_max=Fraction(20),
            percent=Fraction(140, 3),
            published_points=Decimal("9.33"),
            published_percent=Decimal("46.67"),
            grade="weak",
            grade_name=Text("Yếu"),
            ranking=small_set().policy.ranking,
            rounding=small_set().policy.rounding,
            grades=small_set().grades,
            file="bảng/so-noi-vu.xlsx",
        ),
    )


def test_published_decimals_keep_their_zeros(path: Path) -> None:
    with opened(path) as store:
        store.save_run(simple_run(5))
        (result,) = store.results(Selection())

    assert ("9.00", "45.00") == (str(result.published_points), str(result.published_percent))


def test_a_unit_to_which_nothing_applies_has_no_percentage_and_no_grade(path: Path) -> None:
    nothing = replace(
        unit_score(), percent=None, grade=None, published=replace(unit_score().published, percent=None)
    )
    with opened(path) as store:
        store.save_run(new_run(new_result(nothing)))
        (result,) = store.results(Selection())

    assert (None, None, "", None) == (
        result.percent, result.published_percent, result.grade, result.grade_name,
    )  # fmt: skip


@pytest.mark.parametrize("stage", ["self", "final"])
def test_random_scores_come_back_whole(path: Path, stage: ScoreStage) -> None:
    with opened(path) as store:

        @settings(PROPERTY, max_examples=40)
        @given(world=trees())
        def holds(world: World) -> None:
            made = score(world.made, world.filled, stage=stage)
            run = store.save_run(new_run(new_result(made)))
            (result,) = store.results_of_run(run)
            kept = store.nodes([result.number])[result.number]
            assert (made.points, made.max_points, made.applicable_max, made.percent) == (
                result.points, result.max_points, result.applicable_max, result.percent,
            )  # fmt: skip
            assert _expected_nodes(made.roots, made.adjustments) == [_kept(node) for node in kept]
            assert list(map(_typed, made.findings)) == list(map(_typed, store.findings(result.number)))

        holds()


def _typed(finding: Finding) -> tuple[str, str, str]:
    """Return a finding with the types of its params, which "==" does not tell apart (1 and Fraction(1))."""
    return finding.code, finding.place, repr(dict(finding.params))


def _kept(node: StoredNode) -> object:
    figures = (node.points, node.max_points, node.applicable_max, node.state, node.place)
    return (node.code, node.title, *figures)


def _expected_nodes(roots: tuple[NodeScore, ...], blocks: tuple[AdjustmentScore, ...]) -> list[object]:
    def figures(node: NodeScore) -> object:
        return (
            node.code, node.title, node.points, node.max_points, node.applicable_max, node.state.value,
            node.place,
        )  # fmt: skip

    found = [figures(node) for root in roots for node in root.walk()]
    for block in blocks:
        most = block.cap if block.cap is not None else sum(item.max_points for item in block.items)
        found.append((block.code, block.title, block.points, most, most, "scored", ""))
        found += [figures(node) for item in block.items for node in item.walk()]
    return found


def test_a_leaf_keeps_its_explanation_in_both_languages(path: Path) -> None:
    made = unit_score("13/4")
    basis = next(node for node in made.walk() if node.code == "2.1").basis
    with opened(path) as store:
        store.save_run(new_run(new_result(made)))
        nodes = {node.code: node for node in store.nodes([1])[1]}

    assert nodes["2.1"].explanation == Text(
        "; ".join(basis_text(step, "vi") for step in basis),
        "; ".join(basis_text(step, "en") for step in basis),
    )
    assert "3,25" in nodes["2.1"].explanation.vi


def test_a_node_above_leaves_has_no_explanation(path: Path) -> None:
    with opened(path) as store:
        store.save_run(simple_run())
        nodes = store.nodes([1], roles=frozenset({"area"}))[1]

    assert [None, None] == [node.explanation for node in nodes]


def test_nodes_of_chosen_roles_only(path: Path) -> None:
    with opened(path) as store:
        store.save_run(simple_run(7))
        nodes = store.nodes([1], roles=frozenset({"area"}))[1]

    assert [("1", 1, Fraction(4)), ("2", 1, Fraction(7))] == [(n.code, n.depth, n.points) for n in nodes]


def test_nodes_of_a_role_that_no_node_has(path: Path) -> None:
    with opened(path) as store:
        store.save_run(simple_run())

        assert {1: ()} == store.nodes([1], roles=frozenset({"part"}))


def test_nodes_of_results_that_are_not_stored(path: Path) -> None:
    with opened(path) as store:
        assert {} == store.nodes([7])


def test_findings_come_back_with_their_places(path: Path) -> None:
    findings = (
        Finding("points-above-max", "CCHC!E7", {"points": Fraction(1, 3), "codes": ("1.1", "1.2")}),
        Finding("sheet-not-read", "", {"rows": 3, "sheet": "Bảng điểm"}),
    )
    with opened(path) as store:
        store.save_run(new_run(new_result(replace(unit_score(), findings=findings))))

        assert findings == store.findings(1)


def test_a_run_comes_back_with_its_manifest(path: Path) -> None:
    files = (
        RunFile("a.xlsx", sha256("a"), "scored"),
        RunFile("b.xlsx", sha256("b"), "failed", "Tệp b.xlsx bị hỏng."),
        RunFile("c.xlsx", sha256("c"), "unchanged"),
        RunFile("d.xlsx", sha256("d"), "unchanged"),
    )
    options = MappingProxyType({"with": "khảo sát.csv", "stage": "final"})
    with opened(path) as store:
        number = store.save_run(new_run(files=files, options=options, reason="Sửa điểm 2.1"))
        summary, kept = store.run(number), store.files(number)

    assert files == kept
    assert summary == RunSummary(
        number=1,
        created_at=NOW,
        tool_version="0.1.0",
        options=options,
        outcomes={"scored": 1, "failed": 1, "unchanged": 2},
        reason="Sửa điểm 2.1",
    )


def test_runs_are_listed_newest_last(path: Path) -> None:
    with opened(path) as store:
        numbers = [store.save_run(simple_run(points)) for points in (3, 4, 5)]

        assert numbers == [run.number for run in store.runs()] == [1, 2, 3]


@pytest.mark.parametrize("question", ["run", "files", "results_of_run"])
def test_a_run_that_is_not_there(path: Path, question: str) -> None:
    with opened(path) as store, pytest.raises(StoreError) as raised:
        getattr(store, question)(9)

    assert ("run-unknown", {"number": 9}) == (raised.value.code, raised.value.params)


def test_a_path_that_is_no_utf8_is_stored_readably(path: Path) -> None:
    with opened(path) as store:
        store.save_run(new_run(files=(RunFile("b\udce1ng.xlsx", sha256("x"), "failed"),)))

        assert [r"b\udce1ng.xlsx"] == [file.path for file in store.files(1)]


def test_everything_is_still_there_when_the_file_is_opened_again(path: Path) -> None:
    with opened(path) as store:
        store.save_run(simple_run())
        before = store.results(Selection())
    with opened(path) as store:
        assert before == store.results(Selection())


def test_a_folder_with_spaces_and_diacritics_and_units_in_vietnamese(tmp_path: Path) -> None:
    folder = tmp_path / "Sở Nội vụ – Chấm điểm 100% #1?"
    folder.mkdir()
    name = "Ủy ban nhân dân thị xã Hoà Thành"
    placement = Placement("HT", name, "district", "huyện", "Đông Nam Bộ", "Tây Ninh")
    with opened(folder / "kết quả.db") as store:
        store.save_run(new_run(new_result(unit_score(), placement)))
        (result,) = store.results(Selection(level="district"))
        backup = store.backup()

    assert placement == result.placement
    assert (folder / "kết quả.db").is_file()
    assert folder / "backups" == backup.parent


def test_a_published_result_comes_back_as_printed(path: Path) -> None:
    full = printed(
        points=Fraction(872, 10), max_points=Fraction(100), grade="B", change_as_printed="+0,22",
        rank_change_as_printed="+14", note="ước", rank_of=63, area_ranks=MappingProxyType({"1": 6, "2": 55}),
    )  # fmt: skip
    bare = printed("Cà Mau", score_as_printed="", percent=None, rank=None, areas=MappingProxyType({}))
    with opened(path) as store:
        new = store.save_published((full, bare), file="panel.csv", sha256=sha256("panel"))

        assert ((full, bare), 2) == (store.published(Selection()), new)


def test_a_set_read_twice_shares_its_outline(path: Path) -> None:
    rows = (answer("1.1.1", self=1), answer("1.1.2", self=1), answer("2.1", self=1))
    first, second = (
        score(small_set(), assessment(*rows, period=year), stage="final") for year in ("2024", "2025")
    )
    with opened(path) as store:
        store.save_run(new_run(new_result(first), new_result(second)))
        nodes = store.nodes([1, 2])

    assert nodes[1] == nodes[2]


def test_a_result_brings_the_grades_of_its_set(path: Path) -> None:
    with opened(path) as store:
        store.save_run(new_run(new_result(unit_score())))

        assert [small_set().grades] == [each.grades for each in store.results(Selection())]
