"""Recognises a leaf's rule in the usual words of regulations; what is not understood it leaves as a doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache

from parcli.criteria.drafting.bounds_wording import settled, tiers_in
from parcli.criteria.drafting.clauses import Clause, clauses, key_of
from parcli.criteria.drafting.counted_wording import checklist, counted, deducted
from parcli.criteria.drafting.doubt import Doubt
from parcli.criteria.drafting.rates_wording import proportion
from parcli.criteria.drafting.spoken import NOT_NEGATIVE, SINCE, WHOLE
from parcli.criteria.drafting.understood import Leaf, Understood
from parcli.messages import annex_wording as wording
from parcli.model.annex import AnnexLine
from parcli.model.criteria_set import Scorer
from parcli.model.rules import (
    Amount,
    ChangeRule,
    ChoiceRule,
    ImportedRule,
    Measure,
    Option,
    PointsRule,
    SurveyRule,
    Tier,
    TiersRule,
)
from parcli.model.text import Text

_MOST_WORDS = 500  # characters of an annex that a comment repeats
_MOST_SEARCHED = 5_000  # characters in which a survey or a scorer is looked for


def understand(
    title: str, max_points: Fraction, *, how: Sequence[str] = (), lines: Sequence[AnnexLine] = ()
) -> Understood:
    """Return the rule that the words beside and below a criterion state.

    Where they state none that is known, the rule is ``points`` with a doubt that repeats the words.
    """
    found = clauses(how, lines, max_points)
    words = key_of(" ".join([title, *how, *(line.text for line in lines)]), longest=_MOST_SEARCHED)
    leaf = Leaf(title, max_points, found, words)
    for recognise in _RECOGNISERS:
        understood = recognise(leaf)
        if understood is not None:
            return understood
    return Understood(PointsRule(), doubts=(_not_understood(how, lines),), scored_by=_scorer(words))


def _not_understood(how: Sequence[str], lines: Sequence[AnnexLine]) -> Doubt:
    said = "; ".join(
        " ".join(text.split()) for text in (*how, *(line.text for line in lines)) if text.strip()
    )
    if not said:
        return Doubt("rule-not-stated")
    return Doubt(
        "rule-not-understood", {"text": said if len(said) <= _MOST_WORDS else said[:_MOST_WORDS] + "…"}
    )


def _outside(leaf: Leaf) -> Understood | None:
    """Recognise points from a survey or another index, where no points are stated."""
    if leaf.rated:
        return None
    if re.search(wording.IMPORTED, leaf.words):
        named = wording.SIPAS if wording.SIPAS.casefold() in leaf.words else leaf.title
        return Understood(ImportedRule(Text(named), "percent"), scored_by="imported", guidance=leaf.said)
    if re.search(wording.SURVEY, leaf.words):
        guidance = "" if re.fullmatch(wording.SURVEY, key_of(leaf.said)) else leaf.said
        return Understood(SurveyRule(), scored_by="survey", guidance=guidance)
    return None


def _just_two(leaf: Leaf) -> Understood | None:
    """Recognise "Có/Không" and the like, which give everything or nothing."""
    if len(leaf.clauses) != 1:
        return None
    pair = wording.JUST_TWO.get(key_of(leaf.clauses[0].label).replace(" /", "/").replace("/ ", "/"))
    if pair is None:
        return None
    options = (Option(Text(pair[0]), Amount(leaf.max_points)), Option(Text(pair[1]), Amount(Fraction(0))))
    return Understood(ChoiceRule(options))


def _tiers(leaf: Leaf) -> Understood | None:
    found = tiers_in(leaf.rated, percent_said=_speaks_of_rate(leaf))
    if found is None:
        return None
    tiers, percent = found
    tiers, doubts = settled(tiers, percent=percent)
    of = (
        Measure("percent", (Text(leaf.title),), WHOLE)
        if percent
        else Measure("number", (Text(leaf.title),), NOT_NEGATIVE)
    )
    return Understood(TiersRule(of, tiers), doubts=doubts, guidance=leaf.beside)


def _speaks_of_rate(leaf: Leaf) -> bool:
    return re.search(wording.RATE, leaf.words) is not None


def _change(leaf: Leaf) -> Understood | None:
    """Recognise points for being higher than, equal to or lower than the last period."""
    if not re.search(wording.LAST_PERIOD, leaf.words):
        return None
    by_word: dict[str, Clause] = {}
    for clause in leaf.rated:
        for word, pattern in _changes().items():
            if pattern.fullmatch(key_of(clause.label)):
                by_word.setdefault(word, clause)
    if list(SINCE) != [word for word in SINCE if word in by_word] or len(leaf.rated) != len(SINCE):
        return None
    tiers = tuple(Tier(SINCE[word], _points(by_word[word]), by_word[word].penalty) for word in SINCE)
    percent = _speaks_of_rate(leaf)
    of = Measure("percent" if percent else "number", (Text(leaf.title),), WHOLE if percent else NOT_NEGATIVE)
    return Understood(ChangeRule(of, "difference", tiers), guidance=leaf.beside)


def _choice(leaf: Leaf) -> Understood | None:
    if len(leaf.rated) < 2 or len({key_of(clause.label) for clause in leaf.rated}) < len(leaf.rated):
        return None
    options = tuple(Option(Text(c.label), _points(c), penalty=c.penalty) for c in leaf.rated)
    return Understood(ChoiceRule(options), guidance=leaf.beside)


def _points(clause: Clause) -> Amount:
    assert clause.points is not None
    return clause.points


def _scored(recognise: Callable[[Leaf], Understood | None]) -> Callable[[Leaf], Understood | None]:
    """Return a recogniser that also tells who scores, where the words say that the unit does not."""

    def with_scorer(leaf: Leaf) -> Understood | None:
        understood = recognise(leaf)
        if understood is None:
            return None
        return understood.by(_scorer(leaf.words))

    return with_scorer


def _scorer(words: str) -> Scorer:
    if re.search(wording.LEADERS, words):
        return "leaders"
    return "appraised" if re.search(wording.NOT_SELF, words) else "self"


@cache
def _changes() -> dict[str, re.Pattern[str]]:
    return {word: re.compile(pattern) for word, pattern in wording.CHANGES.items()}


_RECOGNISERS: tuple[Callable[[Leaf], Understood | None], ...] = (
    _outside,
    *map(_scored, (_just_two, proportion, _tiers, _change, deducted, checklist, counted, _choice)),
)
