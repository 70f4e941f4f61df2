"""The rules of the criteria sets used, and the links that lead from a criterion's points to its rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from parcli.messages.rules_text import rule_lines
from parcli.model.criteria_set import Node
from parcli.report.context import ReportContext, SetUsed
from parcli.report.html.tables import Cell, Column, Table
from parcli.report.saying import Saying


class RuleLinks(Struct, frozen=True):
    """Where rules stand: anchors by the set's meaning and the criterion's code, in the file ``page``.

    ``page`` is "" where they stand in the same file.
    """

    anchors: Mapping[tuple[str, str], str]
    page: str = ""

    def to(self, meaning_hash: str, code: str) -> str:
        """Return the link to a criterion's rule, "" where its set is not at hand any more."""
        anchor = self.anchors.get((meaning_hash, code))
        return "" if anchor is None else f"{self.page}#{anchor}"


def rules_part(context: ReportContext, say: Saying) -> tuple[Table, ...]:
    """Return a table of rules for each set that is at hand."""
    return tuple(_table(n, used, say) for n, used in _at_hand(context))


def rule_links(context: ReportContext, page: str = "") -> RuleLinks:
    """Return the links to the rules of all sets; ``page`` is the file that holds them."""
    return RuleLinks(
        {
            (used.meaning_hash, code): _anchor(n, m)
            for n, used in _at_hand(context)
            for m, code in enumerate(used.criteria, start=1)
        },
        page,
    )


def _at_hand(context: ReportContext) -> Iterator[tuple[int, SetUsed]]:
    return ((n, used) for n, used in enumerate(context.method.sets, start=1) if used.criteria)


def _anchor(place_of_set: int, place: int) -> str:
    return f"rule-{place_of_set}-{place}"


def _table(n: int, used: SetUsed, say: Saying) -> Table:
    columns = (
        Column(say.word("criterion"), kind="text"),
        Column(say.word("maximum")),
        Column(say.word("rule"), kind="text"),
        Column(say.word("legal-basis"), kind="text"),
    )
    rows = tuple(_row(node, say) for node in used.criteria.values())
    anchors = tuple(_anchor(n, m) for m in range(1, len(rows) + 1))
    return Table(say.word("rules-table", set=used.id), columns, rows, anchors=anchors)


def _row(node: Node, say: Saying) -> tuple[Cell, ...]:
    lines = () if node.rule is None else rule_lines(node.rule, node.max_points, say.lang)
    return (
        Cell(f"{node.code} {say.text(node.title)}", kind="text"),
        Cell(say.plain(node.max_points), kind="num"),
        Cell("\n".join(lines), kind="text lines"),
        Cell(node.reference, kind="text small"),
    )
