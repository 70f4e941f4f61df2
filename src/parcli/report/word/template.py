"""Fills a Word template with values, in a sandbox; what is wrong in a template is told with its place.

Values are text, numbers, tuples, mappings, tables and pictures; a name that no value has is a mistake, and
nothing but values can be reached from a template.
"""

from __future__ import annotations

import io
import re
import traceback
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path
from typing import Any, cast
from zipfile import BadZipFile

from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.parts.story import StoryPart
from docxtpl.template import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from parcli.errors import WrongUsage
from parcli.report.own_templates import packaged_path
from parcli.report.sandbox import SealedEnvironment, TookTooLong, TooLarge
from parcli.report.word.pictures import Picture, picture_xml, png
from parcli.report.word.tables import Table, table_xml
from parcli.report.word.xml import escaped

_PACKAGED = packaged_path("decision.docx").parent
_LONGEST = 120  # characters of the place of a mistake
_UNDEFINED = re.compile(r"'([^']+)' is undefined|has no attribute '([^']+)'")
_PARAGRAPH = re.compile(r"<w:p([ >])")
_TAG = re.compile(r"<[^>]*>")
# what an expression in a template can raise; lxml's errors of syntax are Python's
_MISTAKES = (
    *(TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
    *(MemoryError, RecursionError, TooLarge, TookTooLong),
)
_UNREADABLE = (OSError, BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError)


class WordTemplate:
    """A template that is filled again and again; ``path`` is where it lies."""

    def __init__(self, path: Path) -> None:
        """Read a template.

        Raises:
            WrongUsage: it is not there, or no Word file.
        """
        self._path = path
        try:
            self._filler = _Filler(path.read_bytes())
            self._filler.init_docx()
        except _UNREADABLE as error:
            raise WrongUsage("word-template-unreadable", path=str(path)) from error
        self._environment = _Environment(self._filler.placed)

    def filled(self, values: Mapping[str, object]) -> Document:
        """Return the document that the template makes of values.

        Raises:
            WrongUsage: the template names a value that there is not, or is broken in another way.
        """
        try:
            self._filler.render(dict(values), self._environment, autoescape=True)
        except SyntaxError as error:
            raise WrongUsage("word-template-torn", path=str(self._path), said=str(error)) from error
        except _MISTAKES as error:
            if self._path.parent == _PACKAGED:  # a fault of the program, and nothing that an office can mend
                raise
            raise self._refused(error) from error
        return cast(Document, self._filler.docx)

    def _refused(self, error: Exception) -> WrongUsage:
        said = {"path": str(self._path), "place": _paragraph(self._filler.source, _line_of(error))}
        match error:
            case UndefinedError() if found := _UNDEFINED.search(str(error)):
                return WrongUsage("word-template-unknown-name", name=found[1] or found[2], **said)
            case TemplateSyntaxError():
                return WrongUsage("word-template-syntax", said=error.message or "", **said)
            case TooLarge() | MemoryError():
                return WrongUsage("word-template-too-large", **said)
            case TookTooLong() | RecursionError():
                return WrongUsage("word-template-endless", **said)
            case SecurityError() | OverflowError():
                return WrongUsage("word-template-unsafe", said=str(error), **said)
        return WrongUsage("word-template-failed", said=str(error), **said)


class _Filler(DocxTemplate):
    """Keeps to well-formed markup, and remembers what it rendered last; ``render`` begins anew each time."""

    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content))
        self.source = ""

    def placed(self, value: object) -> Markup | str:
        """Return a value as it stands in the document's markup."""
        match value:
            case None:
                return ""
            case Markup():
                return value
            case Table():
                return Markup(table_xml(value))
            case Picture():
                return Markup(self._picture(value))
        return Markup(escaped(str(value)))

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> Any:
        """Render a part, whose lines are paragraphs: a mistake's line tells where it is."""
        self.source = _PARAGRAPH.sub(r"\n<w:p\1", src_xml)
        return super().render_xml_part(src_xml, part, context, jinja_env)  # type: ignore[no-untyped-call]

    def fix_tables(self, xml: str) -> Any:
        """Refuse torn markup, which would otherwise lose text in silence.

        Raises:
            SyntaxError: the markup is not well-formed, or something stands inside a line of text.
        """
        inside = parse_xml(xml).xpath("//w:t/*")
        if inside:
            raise SyntaxError(inside[0].tag.rpartition("}")[2])
        return super().fix_tables(xml)  # type: ignore[no-untyped-call]

    def _picture(self, shown: Picture) -> str:
        part = cast(StoryPart, self.current_rendering_part)
        relation, image = part.get_or_add_image(io.BytesIO(png(shown.drawing)))
        return picture_xml(shown, relation, image.filename or "")


class _Environment(SealedEnvironment):
    """A sandbox in which every value is made fit for the document, and a source is compiled once."""

    def __init__(self, placed: Callable[[object], Markup | str]) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=placed)
        self._compiled: dict[str, Template] = {}

    def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Template:
        """Return a compiled template; the same source was compiled already for the file before."""
        if source not in self._compiled:
            self._compiled[source] = super().from_string(source, *args, **kwargs)
        return self._compiled[source]


def _line_of(error: Exception) -> int:
    """Return the line of a template that an error comes from, 0 where it does not say."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    lines = [each.lineno for each in frames if each.filename in ("<template>", "<unknown>")]
    return (lines[-1] or 0) if lines else 0


def _paragraph(source: str, line: int) -> str:
    """Return the text of a line of a part, shortened: of its paragraph, or of the signs that follow it."""
    lines = source.split("\n")
    paragraph, _, signs = lines[line - 1].partition("</w:p>") if 0 < line <= len(lines) else ("", "", "")
    text = _TAG.sub("", paragraph if "{" in paragraph else signs)
    text = " ".join(unescape(text).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
