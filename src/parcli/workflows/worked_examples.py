"""Runs worked examples of criteria sets: what they write into a form goes through reader and engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from parcli.criteria.cases import cases_beside, read_cases
from parcli.criteria.library import CASES_SUFFIX, SUFFIX, Library
from parcli.criteria.schema_cases import cases_schema
from parcli.errors import UnusableSet
from parcli.messages.findings import FINDINGS
from parcli.model.criteria_set import CriteriaSet, Grade
from parcli.model.finding import Finding, Severity
from parcli.model.score import Basis, CapApplied, NodeScore, UnitScore
from parcli.model.worked_example import LeafCase, UnitCase, WorkedExamples
from parcli.scoring.chosen import context_of
from parcli.scoring.engine import awaiting, score
from parcli.scoring.leaf import leaf_score
from parcli.workflows.worked_form import leaf_assessment, unit_assessment

Wrong = Literal["points", "of", "percent", "grade", "finding", "refused", "not-refused"]


class Got(Struct, frozen=True):
    """What came out; ``published`` are the points as published (a unit's), ``percent`` is in per cent.

    ``refused`` tells that an answer could not be used, or is waited for; ``caps`` are the clauses that held.
    """

    points: Fraction
    of: Fraction
    refused: bool
    published: Fraction | None = None
    percent: Fraction | None = None
    exact_percent: Fraction | None = None
    grade: Grade | None = None
    caps: tuple[CapApplied, ...] = ()


class Step(Struct, frozen=True):
    """How one criterion got its points, in the engine's own words."""

    code: str
    basis: tuple[Basis, ...]


class Outcome(Struct, frozen=True):
    """One example with what came of it; ``wrong`` names what differs, nothing where it passed.

    ``findings`` are those about the example's own cells.
    """

    case: LeafCase | UnitCase
    got: Got
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]
    wrong: tuple[Wrong, ...]

    @property
    def passed(self) -> bool:
        """Tell whether everything came out as the example says."""
        return not self.wrong


class SetRun(Struct, frozen=True):
    """One set's examples run; ``findings`` are about the two files, and with errors nothing is run.

    ``criteria_set`` is None where the set cannot be used. ``file`` is where its examples stand or would.
    """

    set_id: str
    file: str
    criteria_set: CriteriaSet | None
    has_cases: bool
    outcomes: tuple[Outcome, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """Return the examples that did not come out as they say."""
        return tuple(each for each in self.outcomes if not each.passed)

    def untested(self) -> tuple[str, ...]:
        """Return the codes of the criteria without an example of their own, in the set's order."""
        if self.criteria_set is None:
            return ()
        shown = {each.case.criterion for each in self.outcomes if isinstance(each.case, LeafCase)}
        leaves = (*self.criteria_set.leaves(), *self.criteria_set.adjustment_items())
        return tuple(node.code for node in leaves if node.is_leaf and node.code not in shown)


def run_sets(names: Sequence[str], folders: Sequence[Path]) -> tuple[SetRun, ...]:
    """Run the worked examples of sets named by id or file, of all that score where none is named.

    Raises:
        WrongUsage: no set has this id.
        UnusableSet: a file is missing or cannot be opened.
    """
    library = Library(folders)
    runs = (_tested(library, *_files_of(name, library)) for name in names or library.ids())
    return tuple(run for run in runs if names or run.criteria_set is None or not run.criteria_set.frame)


def run_cases(criteria_set: CriteriaSet, examples: WorkedExamples) -> Iterator[Outcome]:
    """Yield what comes of each example, in their order."""
    for case in examples.cases:
        yield _run_leaf(case, criteria_set)
    for unit in examples.units:
        yield _run_unit(unit, criteria_set)


def cases_editor_schema() -> dict[str, Any]:
    """Return the JSON Schema of a file of worked examples."""
    return cases_schema()


def _files_of(name: str, library: Library) -> tuple[Path, Path]:
    """Return the files of a set and of its examples; either of them may be named."""
    if not name.endswith(CASES_SUFFIX):
        path = library.path(name)
        return path, cases_beside(path)
    cases = Path(name)
    beside = cases.with_name(cases.name.removesuffix(CASES_SUFFIX) + SUFFIX)
    return (beside if beside.is_file() else library.path(beside.stem)), cases


def _tested(library: Library, set_path: Path, cases_path: Path) -> SetRun:
    run = SetRun(set_path.stem, str(cases_path), None, has_cases=cases_path.is_file())
    try:
        criteria_set = library.get(str(set_path), frames=True).criteria_set
    except UnusableSet as error:
        if not error.findings:
            raise
        return replace(run, findings=error.findings)
    run = replace(run, criteria_set=criteria_set)
    if not run.has_cases or criteria_set.frame:
        return run
    examples, findings = read_cases(cases_path, criteria_set)
    outcomes = () if examples is None else tuple(run_cases(criteria_set, examples))
    return replace(run, outcomes=outcomes, findings=findings)


def _run_leaf(case: LeafCase, criteria_set: CriteriaSet) -> Outcome:
    node = criteria_set.find(case.criterion)
    assert node is not None, case.criterion
    assessment = leaf_assessment(case, node, criteria_set)
    context = context_of(assessment, criteria_set.policy, "final")
    adjusts = any(item.code == node.code for item in criteria_set.adjustment_items())
    leaf = leaf_score(node, assessment, context, adjusts=adjusts)
    waiting = (replace(each, place=case.place) for each in awaiting((node,), {node.code: leaf}))
    findings = _distinct((*assessment.findings, *leaf.findings, *waiting))
    got = Got(leaf.score.points, leaf.score.applicable_max, refused=leaf.incomplete)
    wrong = tuple(_wrong_leaf(case, got, findings, node.max_points))
    return Outcome(case, got, (_step(leaf.score),), findings, wrong)


def _run_unit(case: UnitCase, criteria_set: CriteriaSet) -> Outcome:
    if not case.awarded:  # without a council at work, no blank cell of its column says anything
        policy = replace(criteria_set.policy, appraised_blank="confirmed")
        criteria_set = replace(criteria_set, policy=policy)
    result = score(criteria_set, unit_assessment(case, criteria_set), stage="final")
    places = set(case.places())
    about = (each for each in result.findings if each.place in places or each.code in case.expected.findings)
    findings = _distinct(about)
    got = _got_unit(result, refused=any(map(_is_error, findings)))
    nodes = map(result.find, dict.fromkeys((*case.given, *case.awarded)))
    steps = tuple(_step(node) for node in nodes if node is not None)
    return Outcome(case, got, steps, findings, tuple(_wrong_unit(case, got, findings)))


def _got_unit(result: UnitScore, *, refused: bool) -> Got:
    return Got(
        points=result.points,
        of=result.applicable_max,
        refused=refused,
        published=Fraction(result.published.points),
        percent=_exact(result.published.percent),
        exact_percent=result.percent,
        grade=result.grade,
        caps=result.caps,
    )


def _wrong_leaf(
    case: LeafCase, got: Got, findings: Sequence[Finding], max_points: Fraction
) -> Iterator[Wrong]:
    expected = case.expected
    states_points = expected.points is not None or expected.of is not None
    if expected.points is not None and expected.points != got.points:
        yield "points"
    # an answer that leaves the maximum gives 0 points too: that has to be said
    if states_points and got.of != (max_points if expected.of is None else expected.of):
        yield "of"
    yield from _wrong_findings(expected.findings, findings)
    if not states_points and not got.refused:
        yield "not-refused"


def _wrong_unit(case: UnitCase, got: Got, findings: Sequence[Finding]) -> Iterator[Wrong]:
    expected = case.expected
    if expected.points is not None and expected.points not in (got.points, got.published):
        yield "points"
    if expected.of is not None and expected.of != got.of:
        yield "of"
    if expected.percent is not None and expected.percent not in (got.percent, got.exact_percent):
        yield "percent"
    if expected.grade and (got.grade is None or expected.grade != got.grade.id):
        yield "grade"
    yield from _wrong_findings(expected.findings, findings)


def _wrong_findings(expected: Sequence[str], findings: Sequence[Finding]) -> Iterator[Wrong]:
    codes = {finding.code for finding in findings}
    if not codes.issuperset(expected):
        yield "finding"
    if not expected and any(map(_is_error, findings)):
        yield "refused"


def _is_error(finding: Finding) -> bool:
    return FINDINGS[finding.code].severity is Severity.ERROR


def _step(node: NodeScore) -> Step:
    return Step(node.code, node.basis)


def _distinct(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    kept: list[Finding] = []
    for finding in findings:
        if finding not in kept:
            kept.append(finding)
    return tuple(kept)


def _exact(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)
