"""Chooses a unit's answers so that their points come to a wanted share of its maximum; it writes no workbook.

Points are lost leaf by leaf, at random, until the wanted loss is reached: a made unit is good at some things
and bad at others, as real ones are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

from answer_menu import Offer, decimal, enlarged, menu
from example_rows import Answer, Share, Value
from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.rules import ChangeRule, PointsRule

NOT_APPLICABLE = "Không áp dụng"
UNEVEN = Fraction(1, 10)  # an area may lose this share more of its maximum than the unit as a whole
GREATEST_STEP = 3  # a leaf falls by so many answers of its menu at a time
LARGEST = 12  # times that the numbers of a ratio are those of the menu
CLAIMED_TOO_HIGH = 0.3  # of the leaves that lost points, so many were claimed better by the unit


_Offers = Mapping[str, tuple[Offer, ...]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a unit's result shall be.

    ``percent`` is a share of one that the result reaches and passes by less than half a point in a hundred.
    ``without`` are leaves that do not apply to the unit, ``silent`` leaves that are left blank, ``indices``
    imported percentages by leaf, as shares of one.
    """

    percent: Fraction
    without: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    indices: Mapping[str, Fraction] = field(default_factory=dict)


class Menus:
    """The answers to every leaf of a set, worked out once for all units."""

    def __init__(self, criteria_set: CriteriaSet) -> None:
        lowering = {(cap.when.code, cap.when.answer) for cap in criteria_set.caps if cap.when.answer}
        self.leaves = criteria_set.leaves()
        self.items = criteria_set.adjustment_items()
        self.area = {leaf.code: area.code for area in criteria_set.areas() for leaf in area.walk()}
        # an answer that lowers the grade by itself would make the wanted percentage pointless
        self.offers = {
            leaf.code: tuple(
                offer for offer in menu(leaf) if (leaf.code, offer.cells.get("declared")) not in lowering
            )
            for leaf in self.leaves
        }


def answers_for(menus: Menus, wish: Wish, chance: Random) -> Mapping[str, Answer]:
    """Return an answer to every leaf and adjustment; the same ``chance`` gives the same answers."""
    asked = [leaf for leaf in menus.leaves if leaf.code not in wish.without]
    chosen = _chosen(menus, asked, wish, chance)
    answers = {code: Answer({"declared": NOT_APPLICABLE}) for code in wish.without}
    for leaf in asked:
        if leaf.code in wish.silent:
            answers[leaf.code] = Answer({})
        else:
            final = chosen[leaf.code]
            claimed = menus.offers[leaf.code][0] if chance.random() < CLAIMED_TOO_HIGH else final
            if not isinstance(leaf.rule, ChangeRule):  # its two numbers are no ratio
                claimed = enlarged(claimed, chance.randint(1, LARGEST))
            answers[leaf.code] = _answer(leaf, claimed, final)
    return answers | {item.code: Answer({}) for item in menus.items}


def _chosen(menus: Menus, asked: Iterable[Node], wish: Wish, chance: Random) -> dict[str, Offer]:
    """Start with full marks everywhere and lower leaves in turn, never by more than is left to lose."""
    leaves = list(asked)
    offers = {leaf.code: menus.offers[leaf.code] for leaf in leaves}
    offers |= {code: (_index(leaf, wish),) for leaf in leaves if (code := leaf.code) in wish.indices}
    ledger = _Ledger(menus, leaves, 1 - wish.percent)
    at = dict.fromkeys(offers, 0)
    for leaf in leaves:
        ledger.lose(leaf.code, leaf.max_points - offers[leaf.code][0].points)
    lowered = len(leaves)
    while lowered:
        turn = chance.sample(leaves, len(leaves))
        lowered = sum(_lowered(leaf.code, at, offers, ledger, chance) for leaf in turn)
    return {code: offers[code][index] for code, index in at.items()}


def _lowered(leaf: str, at: dict[str, int], offers: _Offers, ledger: _Ledger, chance: Random) -> bool:
    """Lower a leaf to a worse answer of its menu, if one of the next can be borne; tell whether it was."""
    here, now = offers[leaf], at[leaf]
    farthest = min(now + chance.randint(1, GREATEST_STEP), len(here) - 1)
    for index in range(farthest, now, -1):
        loss = here[now].points - here[index].points
        if ledger.bears(leaf, loss):
            ledger.lose(leaf, loss)
            at[leaf] = index
            return True
    return False


class _Ledger:
    """What may still be lost, in all and in each area."""

    def __init__(self, menus: Menus, asked: Iterable[Node], share: Fraction) -> None:
        self._area = menus.area
        self._left = Fraction(0)
        self._left_in: dict[str, Fraction] = defaultdict(Fraction)
        for leaf in asked:
            self._left += share * leaf.max_points
            self._left_in[menus.area[leaf.code]] += (share + UNEVEN) * leaf.max_points

    def bears(self, code: str, loss: Fraction) -> bool:
        return loss <= self._left and loss <= self._left_in[self._area[code]]

    def lose(self, code: str, loss: Fraction) -> None:
        self._left -= loss
        self._left_in[self._area[code]] -= loss


def _index(leaf: Node, wish: Wish) -> Offer:
    index = wish.indices[leaf.code]
    return Offer(index * leaf.max_points, {"imported": Share(decimal(index))})


def _answer(leaf: Node, claimed: Offer, final: Offer) -> Answer:
    """Return the cells that a unit, the council or somebody else fills in for a leaf."""
    points = decimal(final.points)
    cells: dict[str, Value]
    match leaf.scored_by:
        case "self":
            cells = dict(claimed.cells) | {"self": decimal(claimed.points)}
            cells |= dict(_appraisal(claimed, final)) | dict(_evidence(leaf, claimed))
            return Answer(cells | dict(_reason(leaf, claimed)), claimed.details)
        case "appraised":
            return Answer({"appraised_1": points, "appraised_2": points} | dict(_reason(leaf, final)))
        case "leaders":
            return Answer({"leaders": points})
        case _:
            return Answer(final.cells, final.details)


def _appraisal(claimed: Offer, final: Offer) -> Iterator[tuple[str, Value]]:
    yield "appraised_1", decimal(final.points)
    yield "appraised_2", decimal(final.points)
    if claimed.points != final.points:
        yield "explanation", "Đơn vị thống nhất với kết quả thẩm định."


def _evidence(leaf: Node, claimed: Offer) -> Iterator[tuple[str, Value]]:
    if leaf.evidence == "required" and claimed.points > 0:
        yield "evidence", f"Tài liệu kiểm chứng số {leaf.code}"


def _reason(leaf: Node, given: Offer) -> Iterator[tuple[str, Value]]:
    if isinstance(leaf.rule, PointsRule) and given.points < leaf.max_points:
        yield "note", "Trừ điểm theo mức độ."
