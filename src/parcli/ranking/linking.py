"""Links a unit to what it was in an earlier period's ranking, through renaming and merging of units."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from parcli.ranking.change import Change, change_between
from parcli.ranking.lineage import UNCHANGED, Lineage, Succession
from parcli.ranking.membership import SAME, Membership, membership
from parcli.ranking.standing import Standing
from parcli.ranking.table import Place, RankingTable, RankRow


class Link(Struct, frozen=True, gc=False):
    """What a unit was before. ``before`` is None where it was not scored, or was not the same unit.

    ``predecessors`` are the standings of the units that were merged into it or that it was split from, which
    are shown and not compared. ``change`` is None where nothing stands on the earlier side.
    """

    succession: Succession
    before: Standing | None = None
    place: Place | None = None
    predecessors: tuple[Standing, ...] = ()
    change: Change | None = None


def link(
    key: str,
    now: RankingTable,
    *,
    before: RankingTable,
    lineage: Lineage = UNCHANGED,
    members: Membership = SAME,
) -> Link:
    """Return what a unit of the later ranking was in the earlier one; ``members`` tells whom both ranked."""
    kind = lineage.succession(key)
    former = lineage.former(key)
    if kind in ("merged", "split"):
        known = (before.standing(each) for each in former)
        standings = tuple(each for each in known if each is not None)
        return Link(kind, predecessors=standings, change=Change(reasons=(kind,)))
    earlier, later = before.standing(former[0]), now.standing(key)
    if earlier is None:
        return Link(kind)
    place = before.place(former[0])
    if later is None:
        return Link(kind, before=earlier, place=place)
    change = among(members, change_between(earlier, later, rank=rank_change(place, now.place(key))))
    if kind == "renamed":
        change = replace(change, reasons=(*change.reasons, kind))
    return Link(kind, before=earlier, place=place, change=change)


def rank_change(before: Place | None, now: Place | None) -> int | None:
    """Return by how many places a unit moved up (22nd to 8th: 14); None where a rank is not known."""
    return None if before is None or now is None else before.rank - now.rank


def among(members: Membership, change: Change) -> Change:
    """Return a change with what is to be known of its rank, which is withheld where it would be false."""
    if change.rank is None or not members.moved:
        return change
    field = members.before, members.now
    if members.comparable:
        return replace(change, reasons=(*change.reasons, "field-changed-little"), field=field)
    return replace(change, rank=None, reasons=(*change.reasons, "field-changed"), field=field)


def with_changes(table: RankingTable, *, before: RankingTable, lineage: Lineage = UNCHANGED) -> RankingTable:
    """Return the ranking with each row's change since an earlier one (None where it was not scored)."""
    members = membership(before, table, lineage=lineage)
    keys = (row.standing.placement.key for row in table.rows)
    changes = (link(key, table, before=before, lineage=lineage, members=members).change for key in keys)
    rows = (RankRow(row.standing, row.rank, change) for row, change in zip(table.rows, changes, strict=True))
    return replace(table, rows=tuple(rows))
