"""Words lost points for every output: headings, sums, tables in finished text, notes; it prints nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from parcli.analysis.gaps import Cause, Cut, OwnCause, Taken
from parcli.cli.set_statuses import sets_line
from parcli.cli.text_tables import NO_TABLE, Page, TextTable
from parcli.messages.labels import label
from parcli.messages.numbers import published_text
from parcli.model.rules import Rounding
from parcli.model.text import Lang
from parcli.scoring.rounding import rounded
from parcli.workflows.losses import Losses, SetLosses

CUTS: tuple[Cut, ...] = ("area", "criterion", "rule")
_SHARE = Rounding(1, "half_up")  # 13,4 %
_NAMED = 3  # units with full marks


def losses_page(losses: Losses, lang: Lang, *, top: int | None) -> Page:
    """Return what is printed: for each criteria set the sum, three cuts, who has full marks; then notes."""
    tables = [each for found in losses.sets for each in _tables(found, lang, top=top)]
    return Page(_heading(losses, lang), tuple(tables), tuple(_notes(losses, lang)))


def cause_name(cause: Cause, lang: Lang) -> str:
    """Return a cause's title: the rule kind's words where it is a rule."""
    if cause.title is not None:
        return cause.title.in_(lang)
    return label(f"kind-{cause.code}", lang) if cause.code else label("gaps-no-area", lang)


def points_text(value: Fraction, rounding: Rounding, lang: Lang) -> str:
    """Return points with the set's number of decimals."""
    return published_text(rounded(value, rounding), lang)


def _tables(found: SetLosses, lang: Lang, *, top: int | None) -> Iterator[tuple[tuple[str, ...], TextTable]]:
    cuts = [table for cut in CUTS if (table := _causes_table(found, cut, lang, top=top)).rows]
    lines = tuple(_summary(found, lang))
    yield (lines if cuts else (*lines, label("gaps-nothing", lang))), NO_TABLE
    yield from (((), table) for table in cuts)
    yield tuple(_practice_lines(found, lang, top=top)), NO_TABLE


def _heading(losses: Losses, lang: Lang) -> str:
    """Return what the lost points are of."""
    parts = [losses.index, label(f"level-{losses.level}", lang), str(losses.period)]
    own = next((each.own for each in losses.sets if each.own is not None), None)
    if own is not None:
        parts.append(own.tree.name)
    if losses.block:
        parts.append(label("gaps-block", lang, block=losses.block))
    if losses.stage == "self":
        parts.append(label("by-stage-self", lang))
    return label("gaps-of", lang, what=" · ".join(part for part in parts if part))


def _summary(found: SetLosses, lang: Lang) -> Iterator[str]:
    """Yield the sentence on the sum, and the criteria set that it is under."""
    gaps, own = found.gaps, found.own
    if own is None:
        mean = points_text(gaps.lost / gaps.units, found.rounding, lang)
        lost = points_text(gaps.lost, found.rounding, lang)
        yield label("gaps-sum", lang, number=gaps.units, points=lost, mean=mean)
    else:
        lost = points_text(own.lost, found.rounding, lang)
        if own.mean is None:
            yield label("gaps-own-sum-alone", lang, points=lost)
        else:
            mean = points_text(own.mean, found.rounding, lang)
            key = "gaps-own-sum-block" if own.tree.block else "gaps-own-sum"
            yield label(key, lang, points=lost, mean=mean, number=own.peers + 1)
    yield sets_line([(found.criteria_set, found.status)], lang)


def _causes_table(found: SetLosses, cut: Cut, lang: Lang, *, top: int | None) -> TextTable:
    """Return one cut as a table: of all units, or of one unit beside its block's mean."""
    causes = _causes(found, cut)
    shown = causes if cut != "criterion" else causes[:top]
    own = found.own is not None
    measures = ("gaps-mean", "gaps-full") if own else ("gaps-losing", "gaps-full")
    heads = [] if cut == "rule" else [(label("code", lang), False)]
    heads.append((label(f"gaps-{cut}", lang), False))
    heads += [(label(key, lang), True) for key in ("gaps-lost", "gaps-share", *measures)]
    rows = tuple(_row(each, found.rounding, lang, coded=cut != "rule") for each in shown)
    title = label(f"gaps-by-{cut}", lang)
    if len(shown) < len(causes):
        title = label("gaps-by-criterion-top", lang, shown=len(shown), all=len(causes))
    return TextTable(title, tuple(heads), rows)


def _practice_lines(found: SetLosses, lang: Lang, *, top: int | None) -> Iterator[str]:
    """Yield for each criterion that is shown who has full marks in it, and in which nobody has."""
    nobody: list[str] = []
    lines: list[str] = []
    for each in _causes(found, "criterion")[:top]:
        code = each.among.code if isinstance(each, OwnCause) else each.code
        full = each.among.full if isinstance(each, OwnCause) else each.full
        if full:
            lines.append(_named(code, full, lang))
        else:
            nobody.append(code)
    if lines:
        yield label("gaps-practice", lang)
        yield from (f"  {line}" for line in lines)
    if nobody:
        yield label("gaps-practice-nobody", lang, codes=tuple(nobody))


def _notes(losses: Losses, lang: Lang) -> Iterator[str]:
    """Yield what is outside the sums: penalties, units that do not count."""
    for found in losses.sets:
        own = found.own
        for taken in found.gaps.penalties if own is None else own.penalties:
            yield _penalty(taken, found.rounding, lang, own=own is not None)
    if losses.published:
        yield label("gaps-published", lang, number=losses.published)
    if losses.left_out:
        yield label("gaps-left-out", lang, number=len(losses.left_out), names=losses.left_out)


def _causes(found: SetLosses, cut: Cut) -> Sequence[Cause | OwnCause]:
    return found.gaps.cut(cut) if found.own is None else found.own.cut(cut)


def _row(each: Cause | OwnCause, rounding: Rounding, lang: Lang, *, coded: bool) -> tuple[str, ...]:
    cause = each.own if isinstance(each, OwnCause) else each
    among = each.among if isinstance(each, OwnCause) else each
    share = points_text(cause.share * 100, _SHARE, lang)
    figures = [points_text(cause.lost, rounding, lang), share]
    if isinstance(each, OwnCause):
        figures.append("–" if each.mean is None else points_text(each.mean, rounding, lang))
    else:
        figures.append(f"{cause.losing}/{cause.units}")
    name = (cause.code, cause_name(cause, lang)) if coded else (cause_name(cause, lang),)
    return (*name, *figures, f"{len(among.full)}/{among.units}")


def _named(code: str, full: Sequence[str], lang: Lang) -> str:
    more = len(full) - _NAMED
    if more > 0:
        return label("gaps-practice-more", lang, code=code, names=tuple(full[:_NAMED]), number=more)
    return label("gaps-practice-of", lang, code=code, names=tuple(full))


def _penalty(taken: Taken, rounding: Rounding, lang: Lang, *, own: bool) -> str:
    points = points_text(-taken.points, rounding, lang).replace("-", "−")
    if own:
        return label("gaps-own-penalty", lang, title=taken.title, points=points)
    return label("gaps-penalty", lang, title=taken.title, points=points, number=taken.losing)
