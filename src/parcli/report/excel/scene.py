"""What all sheets of a report share: words, looks, names of sheets, units in rows; it writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from msgspec import Struct
from xlsxwriter.workbook import Workbook

from parcli.model.rules import Rounding
from parcli.model.text import Lang
from parcli.report.charts.scale import tone
from parcli.report.context import GroupReport, ReportContext, UnitReport
from parcli.report.groups import counts
from parcli.report.saying import Saying, saying_of
from parcli.report.sentences import group_title, report_title
from parcli.spreadsheet.literal import sheet_name
from parcli.spreadsheet.styles import Props, Styles

SHEETS = (
    "cover",
    "ranking",
    "areas",
    "summary",
    "criteria",
    "history",
    "losses",
    "charts",
    "method",
)
GENERAL: Props = {"num_format": "General"}
_MORE_DIGITS = 2  # decimals of criteria that are shown where they have them
_MOST_DIGITS = 6


class Section(Struct, frozen=True):
    """The units of a block in successive rows, those that count before the others.

    ``first`` is the place of its first unit among all units, ``counted`` how many of them count.
    """

    group: GroupReport
    name: str
    units: tuple[UnitReport, ...]
    counted: int
    first: int


class Scene:
    """A report on its way into a workbook."""

    def __init__(self, context: ReportContext, lang: Lang, book: Workbook) -> None:
        self.context = context
        self.lang: Lang = lang
        self.book = book
        self.styles = Styles(book)
        self.say: Saying = saying_of(context, lang)
        self.title = report_title(context, lang)
        self.names = _names(self.say)
        self.sections = tuple(_sections(context, lang))
        self.units = tuple(unit for section in self.sections for unit in section.units)
        self._roundings = {each.meaning_hash: each.rounding for each in context.method.sets}
        self._formats: dict[Fraction, Props] = {}

    def rounding(self, unit: UnitReport) -> Rounding:
        """Return how a unit's figures were rounded."""
        return self._roundings.get(unit.meaning_hash, self.context.method.rounding)

    @property
    def digits(self) -> int:
        """Return how many decimals the report's figures have."""
        return self.context.method.rounding.digits

    def shown(self, value: Fraction | None) -> Props:
        """Return the number format of a published figure: with every decimal that somebody printed."""
        if value is None or not 10**self.digits % value.denominator:
            return self.published
        if value not in self._formats:
            digits = self.digits
            while 10**digits % value.denominator and digits < _MOST_DIGITS:
                digits += 1
            self._formats[value] = _format(digits)
        return self._formats[value]

    @property
    def published(self) -> Props:
        """Return the number format of the report's figures."""
        return _format(self.digits)

    @property
    def exact(self) -> Props:
        """Return the number format of figures that are not rounded."""
        return {"num_format": _decimals(self.digits) + "#" * _MORE_DIGITS}

    @property
    def signed(self) -> Props:
        """Return the number format of differences."""
        plain = _decimals(self.digits)
        return {"num_format": f"+{plain};-{plain};{plain}"}

    def place_of_grade(self, section: Section, unit: UnitReport) -> int:
        """Return the tone of a unit's grade, from 1 for the best, 0 where the scale does not know it."""
        bands = section.group.axis.bands if section.group.axis else ()
        ids = [band.id for band in bands]
        return tone(ids.index(unit.grade_id), len(ids)) if unit.grade_id in ids else 0


def reference(name: str, cells: str) -> str:
    """Return cells of a sheet as a formula names them."""
    return "'" + name.replace("'", "''") + "'!" + cells


def _names(say: Saying) -> Mapping[str, str]:
    """Return the name of each sheet by its key; an office's own words may be too long or alike."""
    names: dict[str, str] = {}
    for key in SHEETS:
        taken = {name.casefold() for name in names.values()}
        names[key] = sheet_name(say.word(f"xl-sheet-{key}"), taken)
    return names


def _sections(context: ReportContext, lang: Lang) -> Iterable[Section]:
    first = 0
    for group in context.blocks:
        units = sorted(context.members(group), key=lambda unit: not counts(unit))
        if units:
            counted = sum(map(counts, units))
            yield Section(group, group_title(context, group, lang), tuple(units), counted, first)
            first += len(units)


def _format(digits: int) -> Props:
    return {"num_format": _decimals(digits)}


def _decimals(digits: int) -> str:
    return "0." + "0" * digits if digits else "0"
