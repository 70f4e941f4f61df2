"""What one unit's workbook says, leaf by leaf, before any rule is applied."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Literal, get_args

from msgspec import Struct, field
from msgspec.structs import replace

from parcli.model.finding import Finding, Param, Percent
from parcli.model.period import Period
from parcli.model.unit import Unit

Stage = Literal["self", "appraised_1", "appraised_2", "survey", "imported", "leaders"]
STAGES: tuple[Stage, ...] = get_args(Stage)


class DatumState(StrEnum):
    """Five different things that a cell can say; none of them is another one in disguise.

    ``refused``: something stands there that must not be used (two readings, error value, no cached value);
    a finding already names it.
    """

    GIVEN = "given"
    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"
    DID_NOT_ARISE = "did_not_arise"
    REFUSED = "refused"


# Python looks a member up through the class of the enumeration, five times as slowly as a name of a module;
# every cell of every form is asked for its state several times.
GIVEN, REFUSED, NO_ANSWER = DatumState.GIVEN, DatumState.REFUSED, DatumState.BLANK


class Datum(Struct, frozen=True, omit_defaults=True):
    """One cell (or pair of cells) as understood.

    ``number`` is set where the cell holds one: as shown, so a percent cell showing 85 % and the text "85 %"
    are 17/20 with ``percent``. ``pair`` is set where numerator and denominator (this and the last period)
    were given, ``pair_places`` where they stand in cells of their own. ``text`` is the cell's cleaned text,
    for options and for messages. ``place`` is ``Sheet!B7``.
    ``numeric``: the cell holds a number itself, not a text that reads as one. ``shows_nothing``: the cell is
    blank because its formula gives no value. The last two say how a cell is made, not what it says: data
    that differ in them alone are equal.
    """

    state: DatumState = NO_ANSWER
    number: Fraction | None = None
    percent: bool = False
    pair: tuple[Fraction, Fraction] | None = None
    text: str = ""
    place: str = ""
    numeric: bool = False
    shows_nothing: bool = False
    pair_places: tuple[str, str] | None = None

    def __eq__(self, other: object) -> bool:
        return self._said == other._said if isinstance(other, Datum) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._said)

    @property
    def _said(self) -> tuple[object, ...]:
        return self.state, self.number, self.percent, self.pair, self.text, self.place, self.pair_places

    @property
    def quoted(self) -> Param:
        """Return what a message quotes: a number in the reader's notation, a text as it was typed."""
        if not self.numeric or self.number is None or self.pair is not None:
            return self.text
        return Percent(self.number) if self.percent else self.number

    def at_part(self, index: Literal[0, 1]) -> Datum:
        """Return the same datum at the place of one number of its pair."""
        return self if self.pair_places is None else replace(self, place=self.pair_places[index])

    @property
    def given(self) -> bool:
        """Tell whether the cell holds a usable answer."""
        return self.state is GIVEN


BLANK = Datum()


class Detail(Struct, frozen=True, omit_defaults=True):
    """An unnumbered row below a leaf: one requirement, count, sub-case or respondent group.

    ``declared`` comes from the declared columns, else from the self column; ``survey`` from the survey
    column.
    """

    label: str
    declared: Datum = BLANK
    survey: Datum = BLANK
    row: int = 0


class LeafAnswer(Struct, frozen=True, omit_defaults=True):
    """All that a workbook says about one leaf; ``place`` is the cell of its code or title."""

    code: str
    place: str = ""
    declared: Datum = BLANK
    details: tuple[Detail, ...] = ()
    points: Mapping[Stage, Datum] = field(default_factory=dict)
    explanation: str = ""
    evidence: str = ""
    evidence_place: str = ""
    note: str = ""

    @property
    def filled(self) -> bool:
        """Tell whether anything stands where values and points belong, usable or not; texts do not count."""
        details = (datum for each in self.details for datum in (each.declared, each.survey))
        cells = (self.declared, *self.points.values(), *details)
        return any(cell.state is not NO_ANSWER for cell in cells)

    def at(self, stage: Stage) -> Datum:
        """Return the points cell of a stage, blank where the form has none."""
        return self.points.get(stage, BLANK)


class Answers(Struct, frozen=True, omit_defaults=True):
    """What a unit answered, as it is kept beside its result: enough to score it under another edition."""

    answers: Mapping[str, LeafAnswer]
    stages: frozenset[Stage] = frozenset()
    has_evidence: bool = False


class ClaimedSum(Struct, frozen=True):
    """A subtotal or total as a workbook prints it: ``code`` is the node's, or "" for the footer total."""

    code: str
    stage: Stage
    datum: Datum


class Assessment(Struct, frozen=True):
    """One unit's workbook for one criteria set.

    ``stages`` are those the form has a column for; ``details_of`` a leaf need the rule to be understood, so
    they stay as text and numbers here. ``findings`` are those of reading; scoring adds its own.
    """

    unit: Unit
    period: Period
    criteria_set: str
    answers: Mapping[str, LeafAnswer]
    sums: tuple[ClaimedSum, ...] = ()
    stages: frozenset[Stage] = frozenset()
    has_evidence: bool = False
    findings: tuple[Finding, ...] = ()
    source: str = ""

    @property
    def kept(self) -> Answers:
        """Return what is kept of it beside its result."""
        return Answers(self.answers, self.stages, self.has_evidence)

    @property
    def answered(self) -> bool:
        """Tell whether anybody has filled in anything, at any stage; a printed sum of 0 is a form's own."""
        sums = any(each.datum.number for each in self.sums)
        return sums or any(answer.filled for answer in self.answers.values())
