"""Reads published results from a table, figures kept as printed; it repairs, drops and stores nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from parcli.errors import UnusableFile
from parcli.model.finding import Finding, Param
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.register import Placement, PublishedResult
from parcli.model.unit import Level
from parcli.workbook.figures import NO_FIGURE, Figure, Rank, read_figure, read_rank
from parcli.workbook.periods import period_of
from parcli.workbook.published_areas import by_unit, of_area
from parcli.workbook.published_checks import Printed, check_published, check_rows
from parcli.workbook.published_columns import PublishedColumns, find_columns
from parcli.workbook.published_limits import possible
from parcli.workbook.published_options import Given
from parcli.workbook.published_refused import refuse
from parcli.workbook.published_rows import RowSorter
from parcli.workbook.table import Table, TableCell, TableRow
from parcli.workbook.table_words import area_in_note, level_of_header, level_of_word, table_words
from parcli.workbook.words import phrase_key

T = TypeVar("T")


class FoundUnit(Struct, frozen=True):
    """What a register says of a name: the unit's placement, None where the name is not known.

    ``noted``: found, but spelled otherwise (tone position, Unicode form). ``suggestions`` are names that the
    unknown one may stand for.
    """

    placement: Placement | None = None
    noted: bool = False
    suggestions: tuple[str, ...] = ()


# Finds a unit by its code ("" where the table prints none), else by its name, at a level in a period.
FindUnit = Callable[[str, str, Level, Period], FoundUnit]


class Published(Struct, frozen=True):
    """The results in the order of the table, and what is to be said about them."""

    results: tuple[PublishedResult, ...]
    findings: tuple[Finding, ...]


def read_published(
    table: Table,
    *,
    index: str | None,
    period: Period | None,
    level: Level | None,
    source: str | None,
    placement_of: FindUnit,
) -> Published:
    """Return a table's results, one for each row (one for each unit where a column names areas).

    Index, period, level and source come from their columns; the arguments fill what nothing in the table
    says, and are refused where a cell, a label above the table or a header says something else. A bare
    number is points (``percent`` stays None), a % sign, a word of per cent or a header of per cent makes a
    percentage. The area that a column or the note "lĩnh vực: …" names has its figure in ``areas`` (with its
    maximum, "12.23/15.5", where that is printed) and its rank in ``area_ranks``, never in ``rank``.

    Raises:
        UnusableFile: the table names no unit, index, period or level, and no option does; or what it names is
            not what the option says; or it has no figures of units that somebody published.
    """
    reader = _Reader(
        table,
        find_columns(table),
        Given(table.source, _text(index), period, level, _text(source)),
        placement_of,
    )
    reader.require()
    rows = tuple(reader.read())
    printed = tuple(by_unit(rows)) if "area" in reader.columns.roles else rows
    findings = (*table.findings, *reader.columns.findings, *reader.findings)
    checked = (*check_rows(rows), *check_published(printed))
    return Published(tuple(each.result for each in printed), (*findings, *checked))


def named_placement(name: str, level: Level, block: str = "") -> Placement:
    """Return the placement of a unit that no register knows: its key is its folded name."""
    return Placement(f"name:{folded(name)}", name, level, block)


class _Reader(Struct):
    """Reads row after row; ``block`` is the heading last seen, ``seen`` what is said of names already."""

    table: Table
    columns: PublishedColumns
    given: Given
    find_unit: FindUnit
    findings: list[Finding] = field(default_factory=list)
    block: str = ""
    seen: set[tuple[str, Level, str]] = field(default_factory=set)

    def require(self) -> None:
        """Refuse a table that leaves open what its figures are of.

        Raises:
            UnusableFile: naming the option that would say it, or that says something else.
        """
        labels, roles = self.table.labels, self.columns.roles
        level = self._level_of_table()
        checks = {
            "table-no-unit": "unit" in roles or labels.unit,
            "table-no-index": "index" in roles or self.given.index,
            "table-no-period": self._period_of_table() or "period" in roles,
            "table-no-level": level or any(self._level_by_cell(row) for row in self.table.rows),
        }
        for code, answered in checks.items():
            if not answered:
                if code == "table-no-period":
                    self._refuse_unclear_period()
                raise UnusableFile(code, path=self.table.source)
        refuse(self.table, self.columns)
        if "source" not in roles and not self.given.source:
            self.findings.append(Finding("published-no-source"))

    def _refuse_unclear_period(self) -> None:
        """Name the cell above the table that states a period which is none, where there is one."""
        for each in self.table.findings:
            if each.code == "period-unclear":
                params = {"place": each.place, **each.params}
                raise UnusableFile("table-period-unclear", path=self.table.source, **params)

    def read(self) -> Iterator[Printed]:
        """Yield each row's result."""
        sorter = RowSorter(self.columns, len(self.table.columns), self.findings)
        for row in self.table.rows:
            kind = sorter.kind(row, self._name(row))
            if kind == "heading":
                self.block = sorter.heading(row)
            elif kind == "unit" and (printed := self._printed(row)) is not None:
                yield printed

    def _at(self, row: TableRow, role: str) -> TableCell:
        return row.at(self.columns.col(role))

    def _name(self, row: TableRow) -> str:
        if "unit" in self.columns.roles:
            return self._at(row, "unit").text
        label = self.table.labels.unit
        return label.value if label else ""

    def _printed(self, row: TableRow) -> Printed | None:
        result = self._named(row)
        if result is None:
            return None
        figure, score = self._figure(row)
        rank = self._rank(row)
        area = self._at(row, "area").text or area_in_note(result.note)
        if area and phrase_key(area) not in table_words().totals:
            part = of_area(result, area, figure=figure, score=score, rank=rank)
            return Printed(part, NO_FIGURE, figure)
        whole = replace(
            result,
            score_as_printed=score,
            points=figure.points,
            max_points=figure.max_points,
            percent=None if figure.percent is None else figure.percent * 100,
            rank=rank.rank,
            rank_of=rank.of,
        )
        return Printed(whole, figure)

    def _named(self, row: TableRow) -> PublishedResult | None:
        """Return the row's result without score and rank; None where index, period or level is open."""
        period, level = self._period(row), self._level(row)
        cell = self._at(row, "index")
        index = self.given.index_or(cell.text, cell.place)
        if index is None:
            self.findings.append(Finding("published-index-missing", row.place))
        if period is None or level is None or index is None:
            return None
        name = self._name(row)
        return PublishedResult(
            index=index,
            level=level,
            period=period,
            placement=self._placement(row, name, level, period),
            name_as_printed=name,
            grade=self._at(row, "grade").text,
            change_as_printed=self._at(row, "change").text,
            rank_change_as_printed=self._at(row, "rank_change").text,
            areas=self._areas(row),
            note=self._at(row, "note").text,
            source=self._source(row),
            place=row.place,
        )

    def _figure(self, row: TableRow) -> tuple[Figure, str]:
        """Return the row's figure and its score as printed; points and percentage stand side by side."""
        points_cell, percent_cell = self._at(row, "points"), self._at(row, "percent")
        points = self._noted(read_figure(points_cell))
        most = self._noted(read_figure(self._at(row, "max")))
        percent = self._noted(read_figure(percent_cell, in_percent=True))
        figure = Figure(
            points=_first(points.points, percent.points),
            max_points=_first(points.max_points, percent.max_points, most.points),
            percent=_first(percent.percent, points.percent),
            digits=(percent if percent.percent is not None else points).digits,
        )
        score = "; ".join(cell.text for cell in (points_cell, percent_cell) if cell.text)
        figure, findings = possible(figure, text=score, name=self._name(row), place=row.place)
        self.findings += findings
        return figure, score

    def _rank(self, row: TableRow) -> Rank:
        """Return the row's rank, among as many as the rank itself or a column of its own says."""
        rank = self._noted(read_rank(self._at(row, "rank")))
        most = read_rank(self._at(row, "rank_of"))[0].rank
        fits = rank.rank is not None and most is not None and rank.of is None and rank.rank <= most
        return Rank(rank.rank, most) if fits else rank

    def _source(self, row: TableRow) -> str:
        """Return where a result was published; whence a ranking of this program has it is no such place."""
        cell = self._at(row, "source").text
        stated = "" if phrase_key(cell) in table_words().no_sources else cell
        return stated or self.given.source or ""

    def _areas(self, row: TableRow) -> Mapping[str, str]:
        cells = {area: row.at(column.col) for area, column in self.columns.areas.items()}
        for cell in cells.values():
            figure = self._noted(read_figure(cell))
            _, findings = possible(figure, text=cell.text, name=self._name(row), place=cell.place)
            self.findings += findings
        return MappingProxyType({area: cell.text for area, cell in cells.items() if cell.text})

    def _noted(self, read: tuple[T, Finding | None]) -> T:
        value, finding = read
        if finding is not None:
            self.findings.append(finding)
        return value

    def _period(self, row: TableRow) -> Period | None:
        cell = self._at(row, "period")
        period = period_of(cell.text) if cell.text else self._period_of_table()
        if period is None:
            place = cell.place or row.place
            self.findings.append(Finding("published-period-unreadable", place, {"text": cell.text}))
            return None
        return self.given.period_or(period, cell.place)

    def _period_of_table(self) -> Period | None:
        label = self.table.labels.period
        return self.given.period_or(label.value, label.place) if label else self.given.period

    def _level(self, row: TableRow) -> Level | None:
        cell, block = self._at(row, "level"), self._at(row, "block")
        by_cell = level_of_word(cell.text)
        stated, place = (by_cell, cell.place) if by_cell else (level_of_word(block.text), block.place)
        level = self.given.level_or(stated, place) or self._level_of_table()
        if level is None:
            self.findings.append(
                Finding("published-level-unknown", row.place, {"text": cell.text or block.text})
            )
        return level

    def _level_by_cell(self, row: TableRow) -> Level | None:
        return level_of_word(self._at(row, "level").text) or level_of_word(self._at(row, "block").text)

    def _level_of_table(self) -> Level | None:
        """Return the level that the option, the header over the units or a label above the table states."""
        column, label = self.columns.roles.get("unit"), self.table.labels.level
        by_header = self.given.level_or(level_of_header(column.header), column.place) if column else None
        by_label = self.given.level_or(label.value, label.place) if label else None
        return self.given.level or by_header or by_label

    def _placement(self, row: TableRow, name: str, level: Level, period: Period) -> Placement:
        found = self.find_unit(name, self._at(row, "unit_code").text, level, period)
        block = self._at(row, "block").text or self.block
        placement = found.placement or named_placement(name, level, block)
        place = self._at(row, "unit").place or row.place
        finding = _on_unit(name, found, period, place=place)
        if finding is not None and (name, level, finding.code) not in self.seen:
            self.seen.add((name, level, finding.code))
            self.findings.append(finding)
        return placement if placement.block else replace(placement, block=block)


def _on_unit(name: str, found: FoundUnit, period: Period, *, place: str) -> Finding | None:
    """Return what is to be said of a name that is not quite that of a unit of the period."""
    if found.placement is not None:
        params: dict[str, Param] = {"name": name, "known": found.placement.name}
        return Finding("published-unit-spelling", place, params) if found.noted else None
    params = {"name": name, "period": str(period)}
    if found.suggestions:
        return Finding("published-unit-like", place, {**params, "suggestions": found.suggestions})
    return Finding("published-unit-unknown", place, params)


def _text(option: str | None) -> str | None:
    """Return what an option says, None where it is blank."""
    return (option or "").strip() or None


def _first(*values: Fraction | None) -> Fraction | None:
    return next((value for value in values if value is not None), None)
