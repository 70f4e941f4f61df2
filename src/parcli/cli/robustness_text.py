"""Words how firm ranks are, for the terminal and Markdown; every figure comes in finished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from parcli.analysis.robustness.early_rounding import STAGES
from parcli.analysis.robustness.weights import FIRM, Doubtful, RankBand
from parcli.cli.ranking_view import ranking_of
from parcli.cli.set_statuses import sets_behind, sets_line
from parcli.cli.text_tables import NO_TABLE, Page, TextTable
from parcli.messages.labels import label
from parcli.messages.numbers import number_text, percent_text, published_text
from parcli.model.rules import Rounding
from parcli.model.text import Lang, Text
from parcli.scoring.rounding import rounded, rounded_exact
from parcli.workflows.firmness import Firmness

_SHARE = Rounding(2, "half_up")  # of one: whole per cent
_SMALL = 0.005  # a share that would be printed as 0 %
_FIRM = Fraction(FIRM).limit_denominator(100)
_LEAST = Fraction(1, 100)  # the smallest share that is printed
_NAMED = 5  # units or criteria in a sentence


def firmness_page(found: Firmness, lang: Lang, *, top: int | None) -> Page:
    """Return what is printed: a row for each unit, the pairs not to be told apart, what was varied."""
    lines, pairs = _pairs(found, lang, top=top)
    return Page(
        label("robust-of", lang, what=ranking_of(found.ranking, lang)),
        (((), TextTable("", _heads(found, lang), tuple(_rows(found, lang)))), (lines, pairs)),
        tuple(_notes(found, lang)),
    )


def share_text(share: float, lang: Lang) -> str:
    """Return a share of draws in whole per cent; neither 0 nor 100 is printed of what is not that."""
    whole = rounded_exact(Fraction(share), _SHARE)
    if share and not whole:
        return "<" + percent_text(_LEAST, lang)
    if share < 1 and whole == 1:
        return ">" + percent_text(1 - _LEAST, lang)
    return percent_text(whole, lang)


def doubtful_text(share: float, lang: Lang) -> str:
    """Return a doubtful pair's share of draws, never printed as the share that tells units apart."""
    if rounded_exact(Fraction(share), _SHARE) < _FIRM:
        return share_text(share, lang)
    return "<" + percent_text(_FIRM, lang)


def grade_names(found: Firmness) -> dict[str, Text]:
    """Return the names of grades by their ids, of all scales."""
    scales = found.ranking.table.scales.values()
    return {grade.id: grade.name for scale in scales for grade in scale.grades}


def _heads(found: Firmness, lang: Lang) -> tuple[tuple[str, bool], ...]:
    keys = ("rank", "unit", found.ranking.table.by, "robust-weights", "robust-without", "robust-open")
    numeric = [(label(key, lang), key != "unit") for key in keys]
    return (*numeric, (label("robust-grades", lang), False))


def _rows(found: Firmness, lang: Lang) -> Iterator[tuple[str, ...]]:
    names = grade_names(found)
    for band in found.bands:
        without, open_ranks = found.without.get(band.key), found.open.get(band.key)
        yield (
            str(band.rank),
            found.names[band.key],
            _figure(found, band, lang),
            _range(band.best, band.worst),
            "" if without is None else _range(without.best, without.worst),
            "" if open_ranks is None else _range(open_ranks.best, open_ranks.worst),
            "; ".join(_grades(band, names, lang)),
        )


def _figure(found: Firmness, band: RankBand, lang: Lang) -> str:
    standing = found.ranking.table.standing(band.key)
    assert standing is not None  # bands are of ranked units
    value = standing.percent if found.ranking.table.by == "percent" else standing.points
    return "" if value is None else published_text(rounded(value, found.ranking.rounding), lang)


def _range(best: int, worst: int) -> str:
    return str(best) if best == worst else f"{best}–{worst}"


def _grades(band: RankBand, names: dict[str, Text], lang: Lang) -> Iterator[str]:
    for grade, share in band.grades:
        if share >= _SMALL:
            yield label("robust-share", lang, grade=names[grade], share=share_text(share, lang))


def _pairs(found: Firmness, lang: Lang, *, top: int | None) -> tuple[tuple[str, ...], TextTable]:
    doubtful = found.doubtful
    if not doubtful:
        return (label("robust-no-pairs", lang),), NO_TABLE
    near = found.weighed.near
    title = label("robust-pairs", lang) if near is None else label("robust-pairs-near", lang, near=near)
    shown = _nearest(found, doubtful)[:top]
    lines = []
    if len(shown) < len(doubtful):
        lines.append(label("robust-pairs-more", lang, shown=len(shown), all=len(doubtful)))
    keys = (
        ("rank", True),
        ("robust-upper", False),
        ("rank", True),
        ("robust-lower", False),
        ("robust-holds", True),
    )
    rows = tuple(_pair(each, found, lang) for each in shown)
    return tuple(lines), TextTable(title, tuple((label(key, lang), numeric) for key, numeric in keys), rows)


def _nearest(found: Firmness, doubtful: Sequence[Doubtful]) -> list[Doubtful]:
    """Return pairs, those nearest to each other in rank first, then in the order of ranks."""
    places = {each.key: at for at, each in enumerate(found.weighed.bands)}
    return sorted(doubtful, key=lambda each: places[each.below] - places[each.above])


def _pair(each: Doubtful, found: Firmness, lang: Lang) -> tuple[str, ...]:
    ranks = {band.key: str(band.rank) for band in found.weighed.bands}
    upper, lower = (found.names[key] for key in (each.above, each.below))
    return ranks[each.above], upper, ranks[each.below], lower, doubtful_text(each.share, lang)


def _notes(found: Firmness, lang: Lang) -> Iterator[str]:
    weighed = found.weighed
    spread = Fraction(str(weighed.spread))
    yield label(
        "robust-how-weights",
        lang,
        areas=len(weighed.areas),
        low=number_text(1 - spread, lang),
        high=number_text(1 + spread, lang),
        draws=_thousands(weighed.draws, lang),
        seed=weighed.seed,
    )
    if found.without:
        yield label("robust-how-without", lang)
        yield from _deciding(found, lang)
    yield from _open(found, lang)
    yield from _rounding(found, lang)
    yield label("robust-not-varied", lang)
    if found.left_out:
        names = found.left_out[:_NAMED]
        yield label(
            "robust-left-out", lang, number=len(found.left_out), names=(*names, *_dots(found.left_out))
        )
    if not found.claims_known:
        yield label("robust-claims-unknown", lang)
    if sets := sets_line(sets_behind(found.ranking.table.standings), lang):
        yield sets


def _dots(names: Sequence[str]) -> tuple[str, ...]:
    return ("…",) if len(names) > _NAMED else ()


def _deciding(found: Firmness, lang: Lang) -> Iterator[str]:
    """Yield the criteria by which most units have their rank."""
    codes = Counter(code for each in found.without.values() for code in {each.lifts, each.drops} if code)
    if codes:
        most = codes.most_common(_NAMED)
        criteria = tuple(label("robust-deciding-one", lang, code=code, number=count) for code, count in most)
        yield label("robust-deciding", lang, criteria=criteria)


def _open(found: Firmness, lang: Lang) -> Iterator[str]:
    answers = [each.answers for each in found.open.values() if each.answers]
    if answers:
        yield label("robust-how-open", lang, number=sum(answers), units=len(answers))
    else:
        yield label("robust-nothing-open", lang)


def _rounding(found: Firmness, lang: Lang) -> Iterator[str]:
    firm = []
    for stage in STAGES:
        ranks = [(each, each.ranks[stage]) for each in found.rounded.values() if stage in each.ranks]
        moved = [(each, now) for each, now in ranks if now != each.rank]
        named = label(f"robust-stage-{stage}", lang)
        if moved:
            moves = [
                label("robust-rounding-move", lang, name=found.names[each.key], before=each.rank, now=now)
                for each, now in moved[:_NAMED]
            ]
            more = len(moved) - len(moves)
            moves += [label("robust-rounding-more", lang, number=more)] if more else []
            yield label("robust-rounding", lang, stage=named, moves=tuple(moves))
        elif ranks:
            firm.append(named)
    if firm:
        yield label("robust-rounding-none", lang, stages=tuple(firm))


def _thousands(number: int, lang: Lang) -> str:
    return f"{number:,}".replace(",", "." if lang == "vi" else ",")
