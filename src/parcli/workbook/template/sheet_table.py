"""Writes a template's table from its plan: header, rows, input cells with their limits; it plans nothing."""

from __future__ import annotations

from msgspec import Struct
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from parcli.messages.template_sheet import sheet_text
from parcli.model.text import Lang
from parcli.spreadsheet.heights import height_of
from parcli.spreadsheet.styles import BOLD, CELL, CENTRED, HEADER, WRAPPED, Props, Styles
from parcli.workbook.template.plan import ColumnKey, FormulaCell, InputCell, PlanRow, TemplatePlan
from parcli.workbook.template.styles import CLOSED_COLOUR, COUNCIL_COLOUR, INPUTS, ROWS, SHOWN, UNIT_COLOUR
from parcli.workbook.template.widths import WIDTHS

HEADER_ROWS = 2
# xlsxwriter takes "" for a value that is not known, and a formula without one cannot be read
_SHOWS_NOTHING = " "
# heads over several columns
_GROUPS: dict[str, tuple[ColumnKey, ...]] = {
    "head-figures": ("declared", "numerator", "denominator"),
    "head-evidence": ("evidence_number", "evidence_date", "evidence_link"),
    "head-appraisal": ("appraised_1", "appraised_2"),
}
# columns that nobody fills in: a cell of theirs without a formula is blank, not closed
_NOT_FILLED = frozenset({"code", "title", "max", "self", "worked", "applicable", "percent", "note"})


class TableSheet(Struct, frozen=True):
    """Writes one plan's table; its header stands right above the plan's first row."""

    sheet: Worksheet
    plan: TemplatePlan
    styles: Styles
    lang: Lang

    def write(self) -> None:
        """Write columns, header and rows."""
        for position, column in enumerate(self.plan.columns):
            self.sheet.set_column(position, position, WIDTHS[column])
        self._header()
        for row in self.plan.rows:
            self.sheet.set_row(row.row - 1, self._height(row))
            for column in self.plan.columns:
                self._cell(row, column)

    def _header(self) -> None:
        top, bottom = self.plan.first_row - 3, self.plan.first_row - 2  # counted from 0
        look = self.styles.of(HEADER)
        grouped = {column: key for key, columns in _GROUPS.items() for column in columns}
        for key, columns in _GROUPS.items():
            first, last = (self.plan.position(column) - 1 for column in (columns[0], columns[-1]))
            self.sheet.merge_range(top, first, top, last, sheet_text(key, self.lang), look)
        for position, column in enumerate(self.plan.columns):
            text = sheet_text(f"head-{column}", self.lang)
            if column in grouped:
                self.sheet.write_string(bottom, position, text, look)
            else:
                self.sheet.merge_range(top, position, bottom, position, text, look)
        texts = [(sheet_text(f"head-{column}", self.lang), WIDTHS[column]) for column in self.plan.columns]
        both = height_of(texts)
        self.sheet.set_row(top, both / HEADER_ROWS)
        self.sheet.set_row(bottom, both / HEADER_ROWS)

    @staticmethod
    def _height(row: PlanRow) -> float:
        """Return the height of a row as it is handed out; it grows with what is typed (``file_parts``)."""
        room = WIDTHS["title"] - 1.5 * max(row.depth - 1, 0) - (4 if ROWS[row.kind].get("bold") else 1)
        room *= 1.1 if row.kind == "note" else 1  # in smaller letters
        closed = "" if row.input("note") is not None else row.closed
        asked = row.input("declared")
        choices = asked.choices.entries if asked is not None and asked.choices is not None else ()
        longest = max(choices, key=len, default="")
        return height_of([(row.title, room), (closed, WIDTHS["note"]), (longest, WIDTHS["declared"])])

    def _cell(self, row: PlanRow, column: ColumnKey) -> None:
        at = row.row - 1, self.plan.position(column) - 1
        asked, made = row.input(column), row.formula(column)
        if asked is not None:
            self._input(at, row, asked)
        elif made is not None:
            self._formula(at, row, made)
        else:
            self._fixed(at, row, column)

    def _input(self, at: tuple[int, int], row: PlanRow, asked: InputCell) -> None:
        colour = UNIT_COLOUR if asked.filler == "unit" else COUNCIL_COLOUR
        look = {"bg_color": colour, "locked": asked.filler == "council"}
        self.sheet.write_blank(*at, None, self.styles.of(CELL, INPUTS[asked.kind], look))
        if limits := self._limits(asked):
            self.sheet.data_validation(*at, *at, limits)

    def _limits(self, asked: InputCell) -> dict[str, object]:
        """Return the validation of an input cell, {} where nothing is said and anything goes."""
        said: dict[str, object] = {}
        if asked.prompt:
            said = {"input_title": self._head(asked.column), "input_message": asked.prompt}
        if asked.choices is None and not asked.accepts:
            return {"validate": "any", **said} if said else {}
        if asked.choices is not None:
            said |= {"validate": "list", "source": f"={asked.choices.source}"}
        else:
            said |= {"validate": "custom", "value": f"={asked.accepts}"}
        return {**said, "error_title": sheet_text("refused", self.lang), "error_message": asked.refusal}

    def _head(self, column: ColumnKey) -> str:
        return sheet_text(f"head-{column}", self.lang)[:32]

    def _formula(self, at: tuple[int, int], row: PlanRow, made: FormulaCell) -> None:
        look = self.styles.of(CELL, SHOWN[made.shown], ROWS[row.kind])
        self.sheet.write_formula(
            *at, f"={made.formula}", look, _SHOWS_NOTHING if made.cached == "" else made.cached
        )

    def _fixed(self, at: tuple[int, int], row: PlanRow, column: ColumnKey) -> None:
        """Write a cell that nobody fills in."""
        look = self._fixed_look(row, column)
        match column:
            case "code" if row.code:
                self.sheet.write_string(*at, row.code, look)
            case "title" if row.title:
                self.sheet.write_string(*at, row.title, look)
            case "max" if row.max_points is not None:
                self.sheet.write_number(*at, float(row.max_points), look)
            case "note" if row.closed:
                self.sheet.write_string(*at, row.closed, look)
            case _:
                self.sheet.write_blank(*at, None, look)
                self._say_closed(at, row, column)

    def _say_closed(self, at: tuple[int, int], row: PlanRow, column: ColumnKey) -> None:
        if row.closed and column == "declared":
            said = {"input_title": sheet_text("closed-cell", self.lang), "input_message": row.closed}
            self.sheet.data_validation(*at, *at, {"validate": "any", **said})

    def _fixed_look(self, row: PlanRow, column: ColumnKey) -> Format:
        own = ROWS[row.kind]
        match column:
            case "code" | "max":
                return self.styles.of(CELL, CENTRED, own)
            case "title":
                return self.styles.of(CELL, WRAPPED, own, indent=max(row.depth - 1, 0))
            case "note" if row.closed:
                return self.styles.of(CELL, WRAPPED, ROWS["note"])
        closed: Props = {"bg_color": CLOSED_COLOUR}
        is_closed = row.kind in {"leaf", "detail"} and column not in _NOT_FILLED
        return self.styles.of(CELL, closed) if is_closed else self.styles.of(CELL, CENTRED, BOLD, own)
