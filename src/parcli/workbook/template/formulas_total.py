"""Live sums of a table: criteria, areas, bonus and penalty blocks, the total, its share, the grade."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.criteria_set import Adjustment, Cap, Grade, GradeScale, Policy
from parcli.model.folding import label_key
from parcli.model.rules import Amount, ChangeRule, ChoiceRule, Rule, TiersRule
from parcli.model.text import Lang
from parcli.spreadsheet.formula_text import (
    NOTHING,
    branch,
    every,
    held,
    number,
    quoted,
    rounded,
    settled,
    some,
)
from parcli.workbook.template.formulas import live
from parcli.workbook.template.scene import Scene

_ONE, _ZERO = Amount(Fraction(1)), Amount(Fraction(0))


class Figures(Struct, frozen=True):
    """Where the live figures of a node stand: its points and its applicable maximum.

    ``answers`` are a leaf's input cells, ``scene`` its answer and ``rule`` what scores it. A bonus or penalty
    (``adjusts``) has no applicable maximum of its own on the sheet. ``blank_counts`` tells whether a leaf
    that is left blank has its points all the same: 0.
    """

    points: str
    applicable: str
    adjusts: bool = False
    blank_counts: bool = False
    answers: tuple[str, ...] = ()
    scene: Scene | None = None
    rule: Rule | None = None


class Total(Struct, frozen=True):
    """The formulas of the footer; ``percent`` is a share of one."""

    points: str
    applicable: str
    percent: str


def summed(cells: Sequence[str]) -> str:
    """Return the sum of cells; those that show nothing count nothing."""
    return f"SUM({','.join(cells)})" if cells else "0"


def share(points: str, maximum: str) -> str:
    """Return points over a maximum, nothing where none applies."""
    return branch(f"{maximum}>0", f"{points}/{maximum}", NOTHING)


def block_sum(block: Adjustment, items: Sequence[str]) -> str:
    """Return the points of a bonus or penalty block, held at its cap."""
    return held(summed(items), most=block.cap)


def total(
    roots: Sequence[Figures], blocks: Sequence[tuple[Adjustment, str]], *, policy: Policy, own: Figures
) -> Total:
    """Return the footer's formulas; ``own`` names the footer's cells."""
    subtotal = summed([root.points for root in roots])
    adjustments = "".join(f"{'+' if block.sign == 'bonus' else '-'}{cell}" for block, cell in blocks)
    points, rules = subtotal + adjustments, policy.adjustments
    if rules is not None and rules.ceiling == "total":
        points = f"MIN({points},{own.applicable})"
    if rules is not None and rules.floor == "zero":
        points = f"MAX({points},0)"
    counted = own.points if rules is None or rules.in_percent else subtotal
    return Total(points, summed([root.applicable for root in roots]), share(counted, own.applicable))


class GradeLine(Struct, frozen=True):
    """What the grade is worked out from: the footer's cells, and the nodes that clauses test.

    ``answered`` is the condition under which anything is: a blank form has no grade yet.
    """

    scale: GradeScale
    caps: tuple[Cap, ...]
    policy: Policy
    foot: Figures
    percent: str
    nodes: Mapping[str, Figures]
    answered: str

    def formula(self, lang: Lang) -> str:
        """Return the grade's name under the clauses that lower it, nothing where none is known."""
        ranks = {grade.id: rank for rank, grade in enumerate(self.scale.grades, start=1)}
        rank = str(len(ranks))
        for grade in reversed(self.scale.grades[:-1]):
            rank = branch(self._reaches(grade), str(ranks[grade.id]), rank)
        lowered = [
            branch(test, str(ranks[cap.at_most]), "1") for cap in self.caps if (test := self._holds(cap))
        ]
        best = f"MAX({','.join([rank, *lowered])})" if lowered else rank
        names = ",".join(quoted(grade.name.in_(lang)) for grade in self.scale.grades)
        known = every([f"ISNUMBER({self.percent})", self.answered])
        return branch(known, f"CHOOSE({best},{names})", NOTHING)

    def _reaches(self, grade: Grade) -> str:
        by_percent = self.scale.by == "percent"
        value = f"{self.percent}*100" if by_percent else self.foot.points
        exact = settled(value) if self.policy.grade_on == "exact" else rounded(value, self.policy.rounding)
        bound = grade.bound * 100 if by_percent else grade.bound
        return f"{exact}{'>=' if grade.inclusive else '>'}{number(bound)}"

    def _holds(self, cap: Cap) -> str:
        """Return whether a clause's condition holds, "" where this stage does not score its node."""
        node, when = self.nodes.get(cap.when.code), cap.when
        if node is None:
            return ""
        if when.measure == "answer":
            return _answers(node, when.answer)
        value = f"SUM({node.points})" + (f"/{node.applicable}" if when.measure == "percent" else "")
        below = f"{settled(value)}{'<=' if when.inclusive else '<'}{number(when.test_below or Fraction(0))}"
        return branch(every([f"{node.applicable}>0", self._settled(node)]), below, "FALSE")

    def _settled(self, node: Figures) -> str:
        """Return whether a leaf's points are known: given, or 0 because it was left blank."""
        if not node.answers:
            return ""
        blank = f"COUNTA({','.join(node.answers)})=0" if node.blank_counts else ""
        return some([f"ISNUMBER({node.points})", blank])


def _answers(node: Figures, answer: str) -> str:
    """Return whether a leaf's answer is the option or tier with this label."""
    if node.scene is None:
        return ""
    key = label_key(answer)
    match node.rule:
        case ChoiceRule():
            options = tuple(
                replace(each, points=_ONE if label_key(each.label.vi) == key else _ZERO, penalty=_ZERO)
                for each in node.rule.options
            )
            rule: Rule = replace(node.rule, options=options)
        case TiersRule() | ChangeRule():
            tiers = tuple(
                replace(
                    each,
                    points=_ONE if each.label is not None and label_key(each.label.vi) == key else _ZERO,
                    penalty=_ZERO,
                )
                for each in node.rule.tiers
            )
            rule = replace(node.rule, tiers=tiers)
        case _:
            return ""
    return f"{live(rule, node.scene.untreated()).points}=1"
