"""Words claims beside appraisals, for the terminal and Markdown; every figure comes in finished."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from parcli.analysis.claims import Difference, UnitClaims
from parcli.cli.ranking_view import ranking_of
from parcli.cli.set_statuses import sets_behind, sets_line
from parcli.cli.text_tables import Page, TextTable
from parcli.messages.labels import label
from parcli.messages.numbers import published_text, signed_text
from parcli.model.rules import Rounding
from parcli.model.text import Lang
from parcli.scoring.rounding import rounded
from parcli.workflows.claims import ClaimsFound

_SHARE = Rounding(1, "half_up")


def claims_page(found: ClaimsFound, lang: Lang, *, top: int | None) -> Page:
    """Return what is printed: the sum, then tables by unit, area and criterion, or one unit's differences."""
    lines = tuple(_summary(found, lang))
    areas = _areas(found, lang)
    shown = [areas, _rows(found, lang)]
    if not found.one_unit:
        shown = [_units(found, lang), areas, _criteria(found, lang, top=top)]
    tables = tuple((lines if table is shown[0] else (), table) for table in shown)
    return Page(_heading(found, lang), tables, tuple(_notes(found, lang)))


def points_text(value: Fraction, found: ClaimsFound, lang: Lang) -> str:
    """Return points as the set rounds them."""
    return published_text(rounded(value, found.ranking.rounding), lang)


def uneven_text(value: Fraction | None, lang: Lang) -> str:
    """Return how unevenly a criterion was judged, "" where that cannot be said."""
    return "" if value is None else published_text(rounded(value, _SHARE), lang)


def area_title(code: str, found: ClaimsFound, lang: Lang) -> str:
    """Return an area's title, "" where none is known."""
    return found.areas[code].in_(lang) if code in found.areas else ""


def _heading(found: ClaimsFound, lang: Lang) -> str:
    what = ranking_of(found.ranking, lang)
    named = f"{what} · {found.claims.units[0][0].name}" if found.one_unit else what
    return label("claims-of", lang, what=named)


def _summary(found: ClaimsFound, lang: Lang) -> Iterator[str]:
    total = found.claims.total
    figures = {
        name: points_text(value, found, lang)
        for name, value in (
            ("claimed", total.claimed),
            ("given", total.given),
            ("cut", total.cut),
            ("added", total.added),
        )
    }
    counts = {"judged": total.judged, "lowered": total.lowered, "raised": total.raised}
    units = sum(1 for unit, _ in found.claims.units if unit.judged)
    yield label("claims-sum", lang, units=units, **counts, **figures)
    if total.without_evidence:
        yield label("claims-evidence", lang, number=total.without_evidence)
    rounds = found.claims.rounds
    if rounds is not None:
        after = (("claimed", rounds.claimed), ("first", rounds.first), ("second", rounds.second))
        texts = {name: points_text(value, found, lang) for name, value in after}
        yield label("claims-rounds", lang, judged=rounds.judged, **texts)
    if not total.lowered and not total.raised:
        yield label("claims-same", lang)


def _units(found: ClaimsFound, lang: Lang) -> TextTable:
    heads = [("unit", False), ("claims-claimed", True), ("claims-given", True), ("claims-net", True)]
    heads += [("claims-lowered", True), ("claims-raised", True), ("claims-lacking", True)]
    rows = tuple(
        (unit.name, *_sums(each, found, lang), _count(each.without_evidence))
        for unit, each in found.claims.units
        if unit.judged
    )
    return _table("claims-by-unit", heads, rows, lang)


def _areas(found: ClaimsFound, lang: Lang) -> TextTable:
    heads = [("code", False), ("area", False), ("claims-claimed", True), ("claims-given", True)]
    heads += [("claims-net", True), ("claims-lowered", True), ("claims-raised", True)]
    rows = tuple(
        (each.code, area_title(each.code, found, lang), *_sums(each, found, lang))
        for each in found.claims.areas
    )
    return _table("claims-by-area", heads, rows, lang)


def _criteria(found: ClaimsFound, lang: Lang, *, top: int | None) -> TextTable:
    differing = [each for each in found.claims.criteria if each.lowered or each.raised]
    shown = differing[:top]
    heads = [("code", False), ("title", False), ("claims-cut", True), ("claims-lowered", True)]
    heads += [("claims-raised", True), ("claims-uneven", True), ("claims-lacking", True)]
    rows = tuple(_criterion(each, found, lang) for each in shown)
    table = _table("claims-by-criterion", heads, rows, lang)
    if len(shown) == len(differing):
        return table
    title = label("claims-by-criterion-top", lang, shown=len(shown), all=len(differing))
    return TextTable(title, table.heads, table.rows)


def _criterion(each: Difference, found: ClaimsFound, lang: Lang) -> tuple[str, ...]:
    title = "" if each.title is None else each.title.in_(lang)
    lowered = f"{each.lowered}/{each.judged}"
    cut, uneven = points_text(each.cut, found, lang), uneven_text(each.unevenness, lang)
    return each.code, title, cut, lowered, _count(each.raised), uneven, _count(each.without_evidence)


def _rows(found: ClaimsFound, lang: Lang) -> TextTable:
    heads = [("code", False), ("title", False), ("claims-claimed", True), ("claims-given", True)]
    heads += [("claims-net", True), ("place", False), ("claims-lacking", False)]
    rows = tuple(row for unit, _ in found.claims.units for row in _differing(unit, found, lang))
    return _table("claims-rows", heads, rows, lang)


def _differing(unit: UnitClaims, found: ClaimsFound, lang: Lang) -> Iterator[tuple[str, ...]]:
    for row in unit.judged:
        if row.cut:
            claimed, given = (points_text(each, found, lang) for each in (row.claimed, row.given))
            net = _net_text(row.claimed, row.given, found, lang)
            lacks = "x" if row.lacks_evidence else ""
            yield row.code, row.title.in_(lang), claimed, given, net, row.place, lacks


def _sums(each: Difference, found: ClaimsFound, lang: Lang) -> tuple[str, ...]:
    net = _net_text(each.claimed, each.given, found, lang)
    claimed, given = (points_text(value, found, lang) for value in (each.claimed, each.given))
    return claimed, given, net, _count(each.lowered), _count(each.raised)


def _net_text(claimed: Fraction, given: Fraction, found: ClaimsFound, lang: Lang) -> str:
    """Return the difference of the two figures as they are printed beside it, which anybody can check."""
    rounding = found.ranking.rounding
    return signed_text(rounded(given, rounding) - rounded(claimed, rounding), lang)


def _count(number: int) -> str:
    return str(number) if number else ""


def _table(
    title: str, heads: list[tuple[str, bool]], rows: tuple[tuple[str, ...], ...], lang: Lang
) -> TextTable:
    return TextTable(label(title, lang), tuple((label(key, lang), numeric) for key, numeric in heads), rows)


def _notes(found: ClaimsFound, lang: Lang) -> Iterator[str]:
    if not found.one_unit and any(each.lowered or each.raised for each in found.claims.criteria):
        yield label("claims-uneven-note", lang)
    unjudged = sum(unit.unjudged for unit, _ in found.claims.units)
    unclear = sum(unit.unclear for unit, _ in found.claims.units)
    if unjudged or unclear:
        yield label("claims-unjudged", lang, unjudged=unjudged, unclear=unclear)
    if found.not_read:
        yield label("claims-not-read", lang, number=len(found.not_read), names=found.not_read)
    if sets := sets_line(sets_behind(found.ranking.table.standings), lang):
        yield sets
