"""Writes the sheet of the method: how figures came about, criteria sets, sources, findings."""

from __future__ import annotations

from collections.abc import Sequence

from parcli.messages.times import time_text
from parcli.report.excel.frame import TOP, begin, finish
from parcli.report.excel.pen import Pen
from parcli.report.excel.scene import Scene
from parcli.report.html.method_part import SetPart, method_part
from parcli.report.method_notes import finding_said, rounding_notes
from parcli.spreadsheet.heights import height_of
from parcli.spreadsheet.literal import cell_text
from parcli.spreadsheet.sheets import write_across
from parcli.spreadsheet.styles import BOLD, CELL, CENTRED, HEADER, WRAPPED

_WIDTHS = (34.0, 22.0, 12.0, 52.0)


def write_method(scene: Scene) -> None:
    """Write the sheet."""
    pen = begin(scene, "method", _WIDTHS)
    for col, width in enumerate(_WIDTHS):
        pen.sheet.set_column(col, col, width)
    writer = _Writer(scene, pen)
    part = method_part(scene.context, scene.say)
    for sentence in (*part.sentences, *rounding_notes(scene.context.method, scene.say)):
        writer.sentence(sentence)
    for used in part.sets:
        writer.set(used)
    writer.sources()
    writer.findings()
    finish(scene, pen.sheet, header=(1, 2))
    pen.sheet.freeze_panes(TOP - 1, 0)


class _Writer:
    """Writes one row after the other."""

    def __init__(self, scene: Scene, pen: Pen) -> None:
        self._scene, self._pen, self._row = scene, pen, TOP

    def sentence(self, text: str) -> None:
        """Write a sentence over all columns."""
        look = self._scene.styles.of(WRAPPED, valign="top")
        self._across(text, 0, len(_WIDTHS) - 1, look=look)
        self._row += 1

    def set(self, used: SetPart) -> None:
        """Write a criteria set: facts about it, then its policies."""
        self._heading(used.title)
        for fact in used.facts:
            self._pen.text((self._row, 0), fact.label, self._scene.styles.of(CELL, WRAPPED))
            self._across(fact.text, 1, len(_WIDTHS) - 1, look=self._scene.styles.of(CELL, WRAPPED))
            self._row += 1
        for policy in used.policies:
            self.sentence(policy)

    def sources(self) -> None:
        """Write the runs and publications that results come from."""
        say, method = self._scene.say, self._scene.context.method
        self._heading(say.word("sources-table"))
        self._heads(say.word("source"), say.word("made-at"), say.word("results"))
        for run in method.runs:
            name = say.word("run", number=run.number, version=run.tool_version)
            self._cells(name, time_text(run.created_at, self._scene.lang), run.results)
        for each in method.publications:
            self._cells(each.source, "", each.results)

    def findings(self) -> None:
        """Write how often what was found."""
        say, findings = self._scene.say, self._scene.context.method.findings
        if not findings:
            return
        self._heading(say.word("findings-table"))
        self._heads(say.word("severity"), say.word("count"), say.word("units"), say.word("finding"))
        for each in findings:
            said = f"{finding_said(each, say)} [{each.code}]"
            self._cells(say.word(f"severity-{each.severity}"), each.count, each.units, said)

    def _heading(self, text: str) -> None:
        self._row += 1
        look = self._scene.styles.of(BOLD, WRAPPED, font_size=13)
        self._across(text, 0, len(_WIDTHS) - 1, look=look)
        self._row += 1

    def _heads(self, *heads: str) -> None:
        for col, text in enumerate(heads):
            self._pen.text((self._row, col), text, self._scene.styles.of(HEADER))
        self._row += 1

    def _cells(self, *cells: str | int) -> None:
        for col, value in enumerate(cells):
            if isinstance(value, str):
                self._pen.text((self._row, col), value, self._scene.styles.of(CELL, WRAPPED))
            else:
                self._pen.number((self._row, col), value, self._scene.styles.of(CELL, CENTRED))
        self._height([(value, col, col) for col, value in enumerate(cells) if isinstance(value, str)])
        self._row += 1

    def _across(self, text: str, first: int, last: int, *, look: object) -> None:
        write_across(self._pen.sheet, (self._row, first, last), cell_text(text), look)  # type: ignore[arg-type]
        self._height([(text, first, last)])

    def _height(self, texts: Sequence[tuple[str, int, int]]) -> None:
        rooms = ((text, 0.85 * sum(_WIDTHS[first : last + 1])) for text, first, last in texts)
        self._pen.sheet.set_row(self._row, height_of(rooms))
