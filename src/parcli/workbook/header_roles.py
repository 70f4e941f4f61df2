"""Finds what the texts above one column mean: a role, how well the words fit, a round; it sees no sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from parcli.model.remembered import remembered
from parcli.workbook.header_periods import lowest_period, period_named
from parcli.workbook.own_words import NO_WORDS, OwnWords
from parcli.workbook.words import phrase_key, words

OTHER_PERIOD = "other_period"  # known, and of another period than the form
UNUSED_ROLES = frozenset({"ignored", "derived", "unclear", "unread", OTHER_PERIOD})
NAMED, EXACT, BEGINS, CONTAINS = 4, 3, 2, 1
_MOST = 1 << 12  # texts whose meaning is kept
_ROUNDS = {"appraised_1": 1, "appraised_2": 2}
_POINTS = frozenset(
    {
        "self",
        "appraised_1",
        "appraised_2",
        "appraised_last",
        "after",
        "deducted",
        "survey",
        "imported",
        "leaders",
    }
)
_PAIR = frozenset({"numerator", "denominator"})  # whose words are those of periods: "Kỳ này", "Kỳ trước"
_OF_ANY_PERIOD = frozenset({"code", "title", "derived"})


class Meaning(Struct, frozen=True):
    """A role ("unknown" for none), how well the words fit it, the round and period that they name (0: none).

    The period is a year, or EARLIER.
    """

    role: str = "unknown"
    fit: int = 0
    round: int = 0
    period: int = 0


class RoleFinder:
    """Looks header texts up in the packaged words and, before them, in an office's own.

    What was found is kept: the same cells are tried as parts of many headers, in many forms of an office.
    """

    def __init__(self, own: OwnWords = NO_WORDS) -> None:
        self.own = own
        self._phrases = {key: "ignored" if role == "ignore" else role for key, role in own.phrases.items()}
        self._roles = {**words().roles, **self._phrases}
        self._most_words = max(phrase.count(" ") for phrase in self._roles) + 1
        self._first_words = frozenset(map(_first_word, self._roles))
        self._within: Mapping[str, list[tuple[int, int, str]]] = defaultdict(list)
        for place, phrase in enumerate(self._roles):
            if " " in phrase:  # the longest one counts, the first of those
                self._within[_first_word(phrase)].append((len(phrase), -place, phrase))
        self._found: dict[tuple[str, ...], Meaning] = {}

    def meaning(self, texts: Sequence[str]) -> Meaning:
        """Return what a column's texts, from the top, mean."""
        key = tuple(texts)
        if key not in self._found:
            if len(self._found) == _MOST:
                self._found.clear()
            self._found[key] = self._meaning(key)
        return self._found[key]

    def short(self, texts: Sequence[str]) -> Meaning:
        """Return what the lowest text means where it is a short form such as "TC" or "TĐ".

        It means that only below a unit's name or beside its counterpart, which the caller has seen.
        """
        number, parts = _without_round([phrase_key(period_named(text).rest) for text in texts])
        if not parts or parts[-1] not in words().below_parent:
            return Meaning()
        return Meaning(words().below_parent[parts[-1]][0], EXACT, number)

    def _meaning(self, texts: Sequence[str]) -> Meaning:
        """Return what texts mean; what somebody said of a text with its period counts whatever that is."""
        parts = [phrase_key(text) for text in texts]
        named = [period_named(text) for text in texts]
        for index, joined in enumerate(_joined(parts)):
            if role := self._phrases.get(joined):
                return Meaning(role, NAMED, _ROUNDS.get(role, 0), lowest_period(named[:index]))
        meaning, period = self._said(parts), lowest_period(named)
        if not period or meaning.role in _OF_ANY_PERIOD:
            return meaning
        beside = self._said([phrase_key(each.rest) for each in named])
        if meaning.role in _PAIR and beside.role not in _POINTS:
            return meaning
        return Meaning(beside.role, beside.fit, beside.round, period)

    def _said(self, parts: list[str]) -> Meaning:
        """Return what parts mean but for a period."""
        number, parts = _without_round(parts)
        role, fit = self._role_of(parts)
        return Meaning(role, fit, number)

    def _role_of(self, parts: list[str]) -> tuple[str, int]:
        joined = _joined(parts)
        if role := _first_known(self._phrases.get, joined):
            return role, NAMED
        if role := _below_parent(parts) or _first_known(self._roles.get, joined):
            return (role if role != "unclear" else self._cleared(parts)), EXACT
        joined.reverse()  # the child alone first
        if role := _first_known(self._begins, joined):
            return role, BEGINS
        if role := _first_known(self._contains, joined[:1]):
            return role, CONTAINS
        parents = [" ".join(parts[index:-1]) for index in range(len(parts) - 1)]
        above = _first_known(self._roles.get, parents) or _first_known(self._begins, parents)
        return (above, CONTAINS) if above else ("unknown", 0)

    def _cleared(self, parts: list[str]) -> str:
        """Return the role of points that stand below a header which says whose they are, else "unclear"."""
        if parts[-1].partition(" ")[0] not in words().points_words:
            return "unclear"
        above = _joined(parts[:-1])
        role = _first_known(self._roles.get, above) or _first_known(self._begins, above)
        return role if role in _POINTS else "unclear"

    def _begins(self, text: str) -> str | None:
        """Return the role of the longest phrase at the front; one short word ("Mã", "TT") is too little."""
        if _first_word(text) not in self._first_words:
            return None
        first = text.split(" ", self._most_words)[: self._most_words]
        for count in range(min(len(first), text.count(" ")), 0, -1):
            phrase = " ".join(first[:count])
            role = self._roles.get(phrase)
            if role is not None and (count > 1 or (len(phrase) > 3 and role not in UNUSED_ROLES)):
                return role
        return None

    def _contains(self, text: str) -> str | None:
        whole = f" {text} "
        begun = [each for word in dict.fromkeys(text.split()) for each in self._within.get(word, ())]
        fitting = [each for each in begun if f" {each[2]} " in whole]
        return self._roles[max(fitting)[2]] if fitting else None


@lru_cache(maxsize=4)
def role_finder(own: OwnWords) -> RoleFinder:
    """Return the finder for an office's words, with what it has found before."""
    return RoleFinder(own)


def _first_word(text: str) -> str:
    return text.partition(" ")[0]


def _joined(parts: list[str]) -> list[str]:
    """Return the texts with all their parents, then with fewer and fewer of them."""
    return [" ".join(parts[index:]) for index in range(len(parts))]


def _first_known(look_up: Callable[[str], str | None], texts: Iterable[str]) -> str | None:
    return next((role for text in texts if (role := look_up(text)) is not None), None)


def _below_parent(parts: list[str]) -> str | None:
    if not parts or parts[-1] not in words().below_parent:
        return None
    role, parents = words().below_parent[parts[-1]]
    above = {word for part in parts[:-1] for word in part.split()}
    return role if above & set(parents) else None


def _without_round(parts: list[str]) -> tuple[int, list[str]]:
    told = [_round_in(part) for part in parts]
    numbers = [number for number, _ in told if number]
    return numbers[-1] if numbers else 0, [rest for _, rest in told if rest]


@remembered
def _round_in(part: str) -> tuple[int, str]:
    """Return the last round that a text names, 0 for none, and the text without its words for rounds."""
    number = 0
    for phrase, value in words().rounds.items():
        if f" {phrase} " in f" {part} ":
            number = value
            part = " ".join(f" {part} ".replace(f" {phrase} ", " ").split())
    return number, part
