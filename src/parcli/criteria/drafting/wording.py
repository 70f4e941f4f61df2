"""Recognises a leaf's rule in the usual words of regulations; what is not understood it leaves as a doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache

from msgspec.structs import replace

from parcli.criteria.drafting.bounds_wording import settled, tiers_in
from parcli.criteria.drafting.clauses import Clause, clauses, key_of
from parcli.criteria.drafting.counted_wording import checklist, counted, deducted
from parcli.criteria.drafting.doubt import Doubt
from parcli.criteria.drafting.left_over import doubts_about, shortened
from parcli.criteria.drafting.phrases import number_read, number_words
from parcli.criteria.drafting.rates_wording import proportion
from parcli.criteria.drafting.spoken import NOT_NEGATIVE, SINCE, WHOLE
from parcli.criteria.drafting.understood import Leaf, Understood, joined
from parcli.messages import annex_wording as wording
from parcli.model.annex import AnnexLine
from parcli.model.criteria_set import Scorer
from parcli.model.rules import (
    NOTHING,
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

_MOST_SEARCHED = 5_000  # characters in which a survey or a scorer is looked for
_MEASURED = frozenset({"tiers", "proportion", "imported"})  # kinds for which work may not arise


def understand(
    title: str, max_points: Fraction, *, how: Sequence[str] = (), lines: Sequence[AnnexLine] = ()
) -> Understood:
    """Return the rule that the words beside and below a criterion state.

    Where they state none that is known, the rule is ``points`` with a doubt that repeats the words. Words
    that the rule does not hold are its guidance; those that may bear on the points are doubts as well.
    """
    found = clauses(how, lines, max_points)
    words = key_of(" ".join([title, *how, *(line.text for line in lines)]), longest=_MOST_SEARCHED)
    leaf = Leaf(title, max_points, found, words)
    understood = _where_work_may_not_arise(leaf) or _recognised(leaf)
    if understood is None:
        return Understood(PointsRule(), doubts=(_not_understood(how, lines),), scored_by=_scorer(words))
    read = frozenset(understood.read)
    left = [clause for clause in found if clause not in read]
    doubts = (*understood.doubts, *doubts_about(clause.text for clause in left))
    return replace(understood, doubts=doubts, guidance=understood.guidance or joined(left))


def _recognised(leaf: Leaf) -> Understood | None:
    found = (recognise(leaf) for recognise in _RECOGNISERS)
    return next((understood for understood in found if understood is not None), None)


def _where_work_may_not_arise(leaf: Leaf) -> Understood | None:
    """Recognise a measured rule beside "không phát sinh: điểm tối đa", which is no option of it."""
    idle = [clause for clause in leaf.rated if _NOT_ARISEN.fullmatch(key_of(clause.label))]
    meant = {leaf.max_points: "full_marks", Fraction(0): "zero"}
    if len(idle) != 1 or _points(idle[0]).points not in meant or idle[0].penalty != NOTHING:
        return None
    others = tuple(clause for clause in leaf.clauses if clause is not idle[0])
    understood = _recognised(replace(leaf, clauses=others))
    if understood is None or understood.rule.kind not in _MEASURED:
        return None
    did_not_arise = meant[_points(idle[0]).points]
    return replace(understood, did_not_arise=did_not_arise, read=(*understood.read, idle[0]))


def _not_understood(how: Sequence[str], lines: Sequence[AnnexLine]) -> Doubt:
    printed = (text for line in lines for text in (_with_points(line), *line.how))
    said = "; ".join(" ".join(text.split()) for text in (*how, *printed) if text.strip())
    return Doubt("rule-not-understood", {"text": shortened(said)}) if said else Doubt("rule-not-stated")


def _with_points(line: AnnexLine) -> str:
    return line.text if line.points is None else f"{line.text}: {number_words(line.points)}"


def _outside(leaf: Leaf) -> Understood | None:
    """Recognise points from a survey or another index, where no points are stated."""
    if leaf.rated:
        return None
    if re.search(wording.IMPORTED, leaf.words):
        named = wording.SIPAS if wording.SIPAS.casefold() in leaf.words else leaf.title
        rule = ImportedRule(Text(named), "percent")
        read = tuple(c for c in leaf.clauses if _is_said_by(wording.IMPORTED, c, leaf))
        return Understood(rule, scored_by="imported", guidance=leaf.said, read=read)
    if re.search(wording.SURVEY, leaf.words):
        guidance = "" if re.fullmatch(wording.SURVEY, key_of(leaf.said)) else leaf.said
        read = tuple(c for c in leaf.clauses if _is_said_by(wording.SURVEY, c, leaf))
        return Understood(SurveyRule(), scored_by="survey", guidance=guidance, read=read)
    return None


def _is_said_by(pattern: str, clause: Clause, leaf: Leaf) -> bool:
    """Tell whether a clause only says that points are the maximum times an index from elsewhere."""
    key = key_of(clause.text)
    numbers = {number_read(number) for number in _NUMBER.findall(key)}
    is_index = re.search(pattern, key) is not None or re.search(wording.PROPORTIONAL, key) is not None
    return is_index and numbers <= {leaf.max_points, Fraction(100)} and not re.search(wording.OFF, key)


def _just_two(leaf: Leaf) -> Understood | None:
    """Recognise "Có/Không" and the like, which give everything or nothing."""
    if len(leaf.clauses) != 1:
        return None
    pair = wording.JUST_TWO.get(key_of(leaf.clauses[0].label).replace(" /", "/").replace("/ ", "/"))
    if pair is None:
        return None
    options = (Option(Text(pair[0]), Amount(leaf.max_points)), Option(Text(pair[1]), Amount(Fraction(0))))
    return Understood(ChoiceRule(options), read=leaf.clauses)


def _tiers(leaf: Leaf) -> Understood | None:
    found = tiers_in(leaf.rated, percent_said=_speaks_of_rate(leaf))
    if found is None:
        return None
    tiers, percent, open_ends = found
    tiers, doubts = settled(tiers, percent=percent)
    of = (
        Measure("percent", (Text(leaf.title),), WHOLE)
        if percent
        else Measure("number", (Text(leaf.title),), NOT_NEGATIVE)
    )
    return Understood(TiersRule(of, tiers), doubts=(*open_ends, *doubts), read=leaf.rated)


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
    return Understood(ChangeRule(of, "difference", tiers), read=leaf.rated)


def _choice(leaf: Leaf) -> Understood | None:
    if len(leaf.rated) < 2 or len({key_of(clause.label) for clause in leaf.rated}) < len(leaf.rated):
        return None
    options = tuple(Option(Text(c.label), _points(c), penalty=c.penalty) for c in leaf.rated)
    return Understood(ChoiceRule(options), read=leaf.rated)


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


_NOT_ARISEN = re.compile(wording.NOT_ARISEN)
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


@cache
def _changes() -> dict[str, re.Pattern[str]]:
    return {word: re.compile(pattern) for word, pattern in wording.CHANGES.items()}


_RECOGNISERS: tuple[Callable[[Leaf], Understood | None], ...] = (
    _outside,
    *map(_scored, (_just_two, proportion, _tiers, _change, deducted, checklist, counted, _choice)),
)
