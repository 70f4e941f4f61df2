"""The formats of reports by name, each with what makes its text; a format is loaded when it is asked for."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from parcli.cli.output import NumberText, json_text, write_csv
from parcli.messages.numbers import number_text
from parcli.model.number import terminates
from parcli.model.rules import Rounding
from parcli.model.text import Lang
from parcli.report.context import ReportContext
from parcli.scoring.rounding import rounded_exact
from parcli.workflows.report_files import Format

if TYPE_CHECKING:  # Jinja is loaded by the formats that use it
    from parcli.report.own_templates import Templates
    from parcli.workflows.report_templates import OwnTemplates

FORMATS = ("html", "md", "docx", "xlsx", "csv", "json")
USUAL = ("html", "md")
TEMPLATED = ("html", "md")
_SIX_DIGITS = Rounding(6, "half_up")


def chosen(
    names: Iterable[str],
    own: OwnTemplates | None = None,
    word: Path | None = None,
    *,
    of_unit: bool = False,
) -> Mapping[str, Format]:
    """Return how each format is made, by an office's own templates for the formats that have any.

    ``word`` is a Word template in place of these: of the notice if the report is of one unit, else of the
    decision.
    """
    templates = own.templates if own else None
    documents = dict(templates.own) if templates else {}
    if word is not None:
        documents["notice.docx" if of_unit else "decision.docx"] = word
    return {name: _format(name, templates, documents) for name in names}


def by_own(names: Iterable[str], own: OwnTemplates | None, word: Path | None) -> tuple[str, ...]:
    """Return the formats that templates of an office's own have a part in; labels alone run nothing."""
    files = [] if own is None else [*own.templates.own]
    documents = word is not None or any(each.endswith(".docx") for each in files)
    texts = any(not each.endswith(".docx") for each in files)
    made = (*(TEMPLATED if texts else ()), *(("docx",) if documents else ()))
    return tuple(each for each in names if each in made)


def _format(name: str, templates: Templates | None, own: Mapping[str, Path]) -> Format:
    match name:
        case "html":
            from parcli.report.html import page

            return Format(
                partial(page.render, templates=templates), partial(page.unit_pages, templates=templates)
            )
        case "md":
            from parcli.report import markdown

            return Format(partial(markdown.render, templates=templates))
        case "docx":
            from parcli.report.word import documents

            return Format(partial(documents.render, own=own), notices=partial(documents.notices, own=own))
        case "xlsx":
            from parcli.report.excel import book

            return Format(book.render)
        case "csv":
            return Format(_csv)
        case _:
            return Format(_json)


def _csv(context: ReportContext, lang: Lang) -> str:
    from parcli.report.tidy import COLUMNS, tidy_rows

    stream = io.StringIO()
    rows = ([_cell(value, lang) for value in row] for row in tidy_rows(context, lang))
    write_csv(stream, [COLUMNS], lang)
    write_csv(stream, rows, lang, begin=False)
    return stream.getvalue()


def _json(context: ReportContext, lang: Lang) -> str:
    from parcli.report.document import report_document

    return json_text(report_document(context, lang), indent=2) + "\n"


def _cell(value: Fraction | Decimal | int | str | None, lang: Lang) -> object:
    """Return a cell: a number with the language's decimal mark, to six places where it does not end."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    exact = Fraction(value)
    return NumberText(number_text(exact if terminates(exact) else rounded_exact(exact, _SIX_DIGITS), lang))
