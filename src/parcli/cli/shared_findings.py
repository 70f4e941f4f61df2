"""Puts what a file says alike of several of its units in one place; each unit keeps what is its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from parcli.messages.findings import FINDINGS
from parcli.messages.labels import label
from parcli.model.finding import Finding, Param, Severity
from parcli.model.text import Lang
from parcli.model.unit import Unit
from parcli.workflows.scoring import Scored

_FEWEST = 2  # units for which a finding is one that they share
_Key = tuple[object, ...]


class Together(Struct, frozen=True):
    """The units of a file, those with findings of their own with these, and what several of them share."""

    units: tuple[Scored, ...]
    shared: tuple[tuple[Finding, int], ...]
    own: tuple[tuple[Scored, tuple[Finding, ...]], ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return every finding, one that is shared once."""
        return (*(each for each, _ in self.shared), *(each for _, some in self.own for each in some))

    def told(self, lang: Lang) -> list[Finding]:
        """Return the shared findings, with the number of units behind the place."""
        return [
            replace(each, place=label("place-of-units", lang, place=each.place, number=number).strip())
            for each, number in self.shared
        ]


def by_file(results: Sequence[Scored]) -> Iterator[tuple[Scored, ...]]:
    """Yield the results of the same files together, in their order."""
    for _, same in groupby(results, key=lambda each: each.files):
        yield tuple(same)


def together(units: Sequence[Scored]) -> Together:
    """Return the units of a file with what they share: the same sentence at the same cell, or of the file.

    A note is the same wherever it stands, and whatever its unit is called: it is how the file was understood.
    """
    keyed = [{_key(each, unit.score.unit): each for each in unit.score.findings} for unit in units]
    counts = Counter(key for found in keyed for key in found)
    first: dict[_Key, Finding] = {}
    for found in keyed:
        for key, each in found.items():
            first.setdefault(key, each)
    own = [
        (unit, tuple(each for key, each in found.items() if counts[key] < _FEWEST))
        for unit, found in zip(units, keyed, strict=True)
    ]
    shared = tuple((each, counts[key]) for key, each in first.items() if counts[key] >= _FEWEST)
    return Together(tuple(units), shared, tuple(pair for pair in own if pair[1]))


def _key(finding: Finding, unit: Unit) -> _Key:
    is_note = FINDINGS[finding.code].severity is Severity.INFO
    said = _without(finding.params, unit.name) if is_note else finding.params
    return finding.code, "" if is_note else finding.place, tuple(sorted(said.items(), key=_name))


def _without(params: Mapping[str, Param], name: str) -> Mapping[str, Param]:
    return {key: value for key, value in params.items() if value != name}


def _name(item: tuple[str, Param]) -> str:
    return item[0]
