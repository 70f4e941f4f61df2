"""Tells how far two periods ranked the same units; a rank among others is not the same rank."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from parcli.ranking.lineage import UNCHANGED, Lineage
from parcli.ranking.table import RankingTable

_FEW = 2  # units
_SMALL_SHARE = Fraction(1, 10)


class Membership(Struct, frozen=True):
    """How many units two periods ranked, and how many came or went between them, 0 where that is not known.

    A unit that was merged or split went, what was made of it came: neither is in both fields.
    """

    before: int = 0
    now: int = 0
    moved: int = 0

    @property
    def comparable(self) -> bool:
        """Tell whether so few units came or went that a difference of ranks still says something.

        Up to two units are few, and so is a tenth of the larger field: one commune among a hundred.
        """
        return self.moved <= _FEW or self.moved <= _SMALL_SHARE * max(self.before, self.now)


SAME = Membership()


def membership(before: RankingTable, now: RankingTable, *, lineage: Lineage = UNCHANGED) -> Membership:
    """Return how the units of two rankings differ.

    Of a field of which only a part is known the size counts, where it is stated in both periods.
    """
    if before.partial_field or now.partial_field:
        (earlier, stated_before), (later, stated_now) = before.field_size, now.field_size
        stated = stated_before and stated_now
        return Membership(earlier, later, abs(later - earlier)) if stated else SAME
    earlier_keys = {row.standing.placement.key for row in before.rows}
    later_keys = [row.standing.placement.key for row in now.rows]
    stayed = sum(_is_among(key, earlier_keys, lineage) for key in later_keys)
    return Membership(len(earlier_keys), len(later_keys), len(earlier_keys) + len(later_keys) - 2 * stayed)


def _is_among(key: str, earlier: set[str], lineage: Lineage) -> bool:
    return lineage.succession(key) in ("same", "renamed") and lineage.former(key)[0] in earlier
