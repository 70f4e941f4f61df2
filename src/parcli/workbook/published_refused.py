"""Refuses tables whose figures are not results of units that somebody published; it reads no figure."""

from __future__ import annotations

from parcli.errors import UnusableFile
from parcli.workbook.published_columns import PublishedColumns
from parcli.workbook.sheet import column_letters
from parcli.workbook.table import Table, TableCell
from parcli.workbook.table_words import table_words
from parcli.workbook.words import phrase_key

_OF_UNITS = frozenset({"points", "percent", "rank", "grade", "change", "rank_change"})


def refuse(table: Table, columns: PublishedColumns) -> None:
    """Refuse a table that no result of a unit can be taken from.

    Raises:
        UnusableFile: ``table-self-assessed`` for what this program writes of self-assessments,
            ``table-of-scores`` for its areas in rows of their own, ``table-deduction`` where something is
            taken off the points and none are after that, ``table-no-whole`` where areas have
            columns and the unit has none, ``table-no-figures`` where no column is headed as a unit's figure.
    """
    stage = columns.roles.get("stage")
    if stage is not None:
        _refuse_scores(table, [row.at(stage.col) for row in table.rows], by_area="rank" not in columns.roles)
    if columns.undecided is not None:
        points, deducted = columns.undecided
        names = {"points": points.header, "deducted": deducted.header, "place": deducted.place}
        names["example"] = f"{column_letters(points.col)}=points"  # of a group, others have the same header
        raise UnusableFile("table-deduction", path=table.source, **names)
    if _OF_UNITS & columns.roles.keys():
        return
    if columns.groups:
        raise UnusableFile("table-no-whole", path=table.source, names=columns.groups)
    if not (columns.areas or columns.doubled):
        raise UnusableFile("table-no-figures", path=table.source)


def _refuse_scores(table: Table, stages: list[TableCell], *, by_area: bool) -> None:
    own = [cell for cell in stages if table_words().stages.get(phrase_key(cell.text)) == "self"]
    if own:
        raise UnusableFile("table-self-assessed", path=table.source, place=own[0].place)
    if by_area:
        raise UnusableFile("table-of-scores", path=table.source)
