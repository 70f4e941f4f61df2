"""Writes a summary's sheet with a row for each criterion and a column for each unit, sums and ranks live.

A sheet may follow an earlier one, as the second round of the appraisal does the first: where its cell is
blank, the earlier one's counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from msgspec import Struct, field
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from parcli.messages.template_cells import cell_text
from parcli.messages.template_sheet import sheet_text
from parcli.model.criteria_set import Adjustment, CriteriaSet, Node, Scorer
from parcli.model.period import Period
from parcli.model.text import Lang
from parcli.scoring.leaf import is_due
from parcli.spreadsheet.formula_text import NOTHING, number, quoted, rounded, settled
from parcli.spreadsheet.heights import height_of
from parcli.spreadsheet.sheets import print_setup, write_across
from parcli.spreadsheet.styles import CELL, CENTRED, HEADER, WRAPPED, Props, Styles
from parcli.workbook.sheet import column_letters
from parcli.workbook.template.council_heading import HEADING_ROWS, CouncilHeading, Page
from parcli.workbook.template.council_rows import CouncilRow, CouncilRows, runs, unbroken
from parcli.workbook.template.formulas_total import Figures, block_sum, summed, total
from parcli.workbook.template.styles import CLOSED_COLOUR, COUNCIL_COLOUR, ROWS, SHOWN

FIRST_ROUND, SECOND_ROUND, CLAIMED = "head-council-1", "head-council-2", "head-self"  # what a sheet holds
FIXED_COLUMNS = 3
HEADER_ROW = HEADING_ROWS  # of two, counted from 0
_CODE_WIDTH, _TITLE_WIDTH, _MAX_WIDTH, _UNIT_WIDTH = 8, 46, 9, 13
_ON_ONE_PAGE = 12  # so many units are still legible across one page, made to fit
_ON_A_PAGE, _SCALE = 10, 60  # of several across: so many fit at this scale, in per cent
_FEWEST_ACROSS = 6  # columns of units that the heading takes
_TREATED = ("not-applicable", "did-not-arise")
_WHOLE: Props = {"num_format": "0"}


class UnitSheet(Struct):
    """One sheet of points; ``holds`` is the key of the words for what they are.

    ``earlier`` is the sheet whose points stand where this one's cells are blank. ``rows`` are set when it is
    written.
    """

    sheet: Worksheet
    styles: Styles
    criteria_set: CriteriaSet
    units: Sequence[str]
    period: Period
    lang: Lang
    holds: str
    earlier: UnitSheet | None = None
    rows: list[CouncilRow] = field(default_factory=list)
    _roots: tuple[int, ...] = ()
    _blocks: tuple[tuple[Adjustment, int], ...] = ()

    def write(self, title: str, office: str) -> None:
        """Write heading, table and footer."""
        self._lay_out()
        heading = CouncilHeading(self.sheet, self.styles, self.criteria_set, self.period, self.lang, office)
        heading.write(title, self._head_pages())
        self._header()
        for row in self.rows:
            self._row(row)
        self._foot()
        self._set_up()

    @property
    def total_row(self) -> int:
        """Return the sheet row of the total; the applicable maximum, share and rank stand below it."""
        return self.rows[-1].row + 1

    def cell(self, unit: int, row: int) -> str:
        """Return the address of a unit's cell, units counted from 0."""
        return f"{column_letters(FIXED_COLUMNS + 1 + unit)}{row}"

    def area_rows(self) -> Iterator[tuple[Node, int]]:
        """Yield each area and its row."""
        return ((row.node, row.row) for row in self.rows if row.node and row.node.role == "area")

    def blocks(self) -> Iterator[tuple[Adjustment, int]]:
        """Yield each bonus or penalty block and its row."""
        return iter(self._blocks)

    def points_by(self, unit: int, scorers: Collection[Scorer]) -> str:
        """Return the formula of a unit's points on the leaves that somebody scores, blocks left out."""
        leaves = set(self.criteria_set.leaves())
        chosen = [row for row in self._leaf_rows() if row.node in leaves and row.node.scored_by in scorers]
        parts = []
        for first, last in unbroken(chosen):
            own = self._range(unit, first, last)
            parts.append(f"SUM({own})")
            if self.earlier is not None:
                parts.append(f'SUMIF({own},"=",{self.earlier._range(unit, first, last)})')
        return "+".join(parts) or "0"

    def applicable(self, unit: int, node: Node | None = None) -> str:
        """Return the formula of the maximum that applies to a unit, of a node or of the whole set.

        A word counts where the criterion lets it: pasted elsewhere it takes nothing out of the maximum.
        """
        counted = set(node.walk() if node is not None else self.criteria_set.walk())
        leaves = [row for row in self._leaf_rows() if row.node in counted]
        scored = [row for row in leaves if self._is_scored(row)]
        formula = number(sum((row.most or Fraction(0) for row in scored), Fraction(0)))
        for word in _TREATED:
            said = quoted(cell_text(word, self.lang))
            for span in runs(leaves, [row for row in scored if word in self._treatments(row)]):
                formula += f"-SUMPRODUCT({self._holding(unit, span, said)}*{self._maxima(span)})"
        for span in runs(leaves, [row for row in scored if self._may_be_absent(row)]):
            formula += f"-SUMPRODUCT({self._holding(unit, span, NOTHING)}*{self._maxima(span)})"
        return formula

    def _holding(self, unit: int, span: tuple[int, int], text: str) -> str:
        """Return for each cell of a span whether it holds a text, or the earlier sheet's does where blank."""
        own = self._range(unit, *span)
        if self.earlier is None:
            return f"({own}={text})"
        before = f"({own}={NOTHING})*({self.earlier._range(unit, *span)}={text})"
        return f"({before})" if text == NOTHING else f"(({own}={text})+{before})"

    def _maxima(self, span: tuple[int, int]) -> str:
        first, last = span
        return f"'{self.name}'!$C${first}:$C${last}"

    def _range(self, unit: int, first: int, last: int) -> str:
        letters = column_letters(FIXED_COLUMNS + 1 + unit)
        return f"'{self.name}'!{letters}{first}:{letters}{last}"

    def _leaf_rows(self) -> list[CouncilRow]:
        return [row for row in self.rows if not row.below]

    @property
    def name(self) -> str:
        """Return the sheet's name."""
        return str(self.sheet.name)

    def _lay_out(self) -> None:
        laid = CouncilRows(HEADER_ROW + 3, self.lang)
        self._roots = tuple(laid.add_node(root) for root in self.criteria_set.roots)
        self._blocks = tuple((block, laid.add_block(block)) for block in self.criteria_set.adjustments)
        self.rows = laid.rows

    def _head_pages(self) -> list[Page]:
        """Return the columns of the heading on each page; repeated columns are no part of a later one's."""
        if len(self.units) <= _ON_ONE_PAGE:
            last = FIXED_COLUMNS + max(len(self.units), _FEWEST_ACROSS) - 1
            return [Page(0, FIXED_COLUMNS, last, _CODE_WIDTH + _TITLE_WIDTH + _MAX_WIDTH)]
        half = self._across // 2
        return [
            Page(first, first + half, first + self._across - 1, (half - 1) * _UNIT_WIDTH)
            for first in self._pages()
        ]

    def _header(self) -> None:
        """Write what the units' columns hold above their names, on every page: nobody has to guess."""
        look, names = self.styles.of(HEADER), HEADER_ROW + 1
        texts = [sheet_text(f"head-{key}", self.lang) for key in ("code", "content", "max")]
        for position, text in enumerate(texts):
            self.sheet.merge_range(HEADER_ROW, position, names, position, text, look)
        held = sheet_text(self.holds, self.lang)
        end = FIXED_COLUMNS + len(self.units)
        for first in self._pages():
            write_across(self.sheet, (HEADER_ROW, first, min(first + self._across, end) - 1), held, look)
        for position, name in enumerate(self.units, start=FIXED_COLUMNS):
            self.sheet.write_string(names, position, name, look)
        self.sheet.set_row(names, height_of([(name, 0.7 * _UNIT_WIDTH) for name in self.units]))

    @property
    def _across(self) -> int:
        """Return how many units stand across one page."""
        return _ON_ONE_PAGE if len(self.units) <= _ON_ONE_PAGE else _ON_A_PAGE

    def _pages(self) -> range:
        """Return the first column of the units on each page across."""
        return range(FIXED_COLUMNS, FIXED_COLUMNS + len(self.units), self._across)

    def _row(self, row: CouncilRow) -> None:
        at, own = row.row - 1, ROWS[row.kind]
        self.sheet.write_string(at, 0, row.code, self.styles.of(CELL, CENTRED, own))
        indent = max(row.depth - 1, 0)
        self.sheet.write_string(at, 1, row.title, self.styles.of(CELL, WRAPPED, own, indent=indent))
        look = self.styles.of(CELL, CENTRED, own)
        if row.most is None:
            self.sheet.write_blank(at, 2, None, look)
        else:
            self.sheet.write_number(at, 2, float(row.most), look)
        room = (0.9 if own.get("bold") else 1) * _TITLE_WIDTH - 1.5 * indent - 2
        self.sheet.set_row(at, height_of([(row.title, room)]))
        if row.below:
            self._sums(row, self.styles.of(CELL, SHOWN["points"], own))
        else:
            self._inputs(row)

    def _sums(self, row: CouncilRow, look: Format) -> None:
        policy = self.criteria_set.policy
        for unit in range(len(self.units)):
            cells = [self._counted(unit, below) for below in row.below]
            formula = block_sum(row.block, cells) if row.block else summed(cells)
            if row.kind == "area" and policy.rounding_stage == "area":
                formula = rounded(formula, policy.rounding)
            self.sheet.write_formula(row.row - 1, FIXED_COLUMNS + unit, f"={formula}", look, 0)

    def _counted(self, unit: int, row: int) -> str:
        """Return what a row adds to a sum: its cell, or the earlier sheet's where a leaf's is blank."""
        own = self.cell(unit, row)
        if self.earlier is None or row not in {each.row for each in self._leaf_rows()}:
            return own
        return f"N(IF({own}={NOTHING},'{self.earlier.name}'!{own},{own}))"

    def _inputs(self, row: CouncilRow) -> None:
        """Write a leaf's cells: points up to its maximum, or a word that takes it out of the maximum."""
        at, first, last = row.row - 1, FIXED_COLUMNS, FIXED_COLUMNS + len(self.units) - 1
        is_open = self._is_scored(row)
        colour: Props = {"bg_color": COUNCIL_COLOUR if is_open else CLOSED_COLOUR, "locked": not is_open}
        for column in range(first, last + 1):
            self.sheet.write_blank(at, column, None, self.styles.of(CELL, CENTRED, colour, num_format="0.00"))
        if not is_open:
            return
        self.sheet.data_validation(at, first, at, last, self._limits(row))

    def _limits(self, row: CouncilRow) -> dict[str, object]:
        """Return the validation of a leaf's cells."""
        cell, most = self.cell(0, row.row), row.most or Fraction(0)
        limit = f"AND(ISNUMBER({cell}),N({cell})>=0,N({cell})<={number(most)})"
        words = tuple(cell_text(key, self.lang) for key in self._treatments(row))
        said = "".join(f",{cell}={quoted(word)}" for word in words)
        refusal = sheet_text("council-points", self.lang, max=most)
        if words:
            refusal = sheet_text("council-words", self.lang, max=most, words=words)
        made: dict[str, object] = {
            "validate": "custom",
            "value": f"=OR({limit}{said})",
            "error_title": sheet_text("refused", self.lang),
            "error_message": refusal,
        }
        if self.earlier is not None:
            made["input_title"] = sheet_text(self.holds, self.lang)
            made["input_message"] = sheet_text("council-blank", self.lang)
        return made

    def _most(self) -> Fraction:
        """Return the applicable maximum of a unit without any points: what may be absent is left out."""
        leaves = set(self.criteria_set.leaves())
        scored = (
            row.most
            for row in self.rows
            if row.node in leaves and self._is_scored(row) and not self._may_be_absent(row)
        )
        return sum((most or Fraction(0) for most in scored), Fraction(0))

    def _is_scored(self, row: CouncilRow) -> bool:
        """Tell whether a leaf gets points on this sheet: a unit claims only what it scores itself."""
        node = row.node
        if node is None or not is_due(node, self.period):
            return False
        return self.holds != CLAIMED or node.scored_by == "self"

    def _treatments(self, row: CouncilRow) -> tuple[str, ...]:
        """Return the keys of the words that take a leaf out of the maximum."""
        node = row.node
        if node is None or self.criteria_set.find(node.code) not in self.criteria_set.leaves():
            return ()
        treated = {"not-applicable": node.not_applicable, "did-not-arise": node.did_not_arise}
        return tuple(key for key, way in treated.items() if way == "exclude")

    def _may_be_absent(self, row: CouncilRow) -> bool:
        """Tell whether a leaf is left out of the maximum where it has no points."""
        return row.node is not None and self.criteria_set.policy.missing_on(row.node) == "exclude"

    def _foot(self) -> None:
        keys = ("row-total", "row-applicable", "row-percent", "row-rank")
        for offset, key in enumerate(keys):
            at = self.total_row - 1 + offset
            look = self.styles.of(CELL, ROWS["total"])
            self.sheet.write_blank(at, 0, None, look)
            self.sheet.write_string(at, 1, sheet_text(key, self.lang), look)
            self.sheet.write_blank(at, 2, None, look)
        top = self.styles.of(CELL, CENTRED, ROWS["total"])
        self.sheet.write_number(self.total_row - 1, 2, float(self.criteria_set.total), top)
        for unit in range(len(self.units)):
            self._foot_of(unit)

    def _foot_of(self, unit: int) -> None:
        own = Figures(self.cell(unit, self.total_row), self.cell(unit, self.total_row + 1))
        roots = [Figures(self._counted(unit, row), "") for row in self._roots]
        blocks = [(block, self._counted(unit, row)) for block, row in self._blocks]
        sums = total(roots, blocks, policy=self.criteria_set.policy, own=own)
        lines = (
            (sums.points, SHOWN["points"], 0.0),
            (self.applicable(unit), SHOWN["points"], float(self._most())),
            (self._published(sums.percent), SHOWN["percent"], 0.0),
            (self._rank(unit), _WHOLE, " "),
        )
        for offset, (formula, shown, cached) in enumerate(lines):
            look = self.styles.of(CELL, CENTRED, shown, ROWS["total"])
            self.sheet.write_formula(
                self.total_row - 1 + offset, FIXED_COLUMNS + unit, f"={formula}", look, cached
            )

    def _published(self, share: str) -> str:
        """Return a share as it is ranked: with the decimals that are published, or exact."""
        policy = self.criteria_set.policy
        if policy.ranking.precision == "exact":
            return share
        return f"IFERROR({rounded(f'({share})*100', policy.rounding)}/100,0)"

    def _rank(self, unit: int) -> str:
        """Return a unit's place among those with points; equal ones share it, whatever else the set says.

        Which of equal units comes first by name, and ranks without gaps, are left to ``parindex rank``.
        """
        row = self.total_row + (0 if self.criteria_set.policy.ranking.by == "points" else 2)
        first, last = self.cell(0, row), self.cell(len(self.units) - 1, row)
        span = f"${first.rstrip('0123456789')}${row}:${last.rstrip('0123456789')}${row}"
        own = self.cell(unit, row)
        leaves = [each.row for each in self._leaf_rows()]
        sheets = (self,) if self.earlier is None else (self, self.earlier)
        filled = "+".join(f"COUNT({part._range(unit, leaves[0], leaves[-1])})" for part in sheets)
        sums = sum(bool(each.below) for each in self.rows if leaves[0] <= each.row <= leaves[-1])
        sums *= len(sheets)
        place = f"1+SUMPRODUCT(--({settled(span)}>{settled(own)}))"
        return f'IF({filled}>{sums},{place},"")'

    def _set_up(self) -> None:
        self.sheet.set_column(0, 0, _CODE_WIDTH)
        self.sheet.set_column(1, 1, _TITLE_WIDTH)
        self.sheet.set_column(2, 2, _MAX_WIDTH)
        self.sheet.set_column(FIXED_COLUMNS, FIXED_COLUMNS + len(self.units) - 1, _UNIT_WIDTH)
        scale = None if len(self.units) <= _ON_ONE_PAGE else _SCALE
        print_setup(self.sheet, self.lang, header=(HEADER_ROW, HEADER_ROW + 1), scale=scale)
        self.sheet.repeat_columns(0, FIXED_COLUMNS - 1)
        self.sheet.set_v_pagebreaks(list(self._pages())[1:])
        self.sheet.freeze_panes(HEADER_ROW + 2, FIXED_COLUMNS)
        self.sheet.set_zoom(90)
        self.sheet.protect("", {"format_rows": True, "format_columns": True})
