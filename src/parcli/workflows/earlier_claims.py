"""Compares what a unit claims with what the register has from an earlier round; it changes neither."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from msgspec import Struct, field

from parcli.messages.numbers import said_text
from parcli.model.finding import Finding, Param
from parcli.model.period import Period
from parcli.model.register import ResultKey, Selection
from parcli.model.score import NodeScore, UnitScore
from parcli.model.text import Lang, Text
from parcli.model.unit import Level
from parcli.store import Store

_LANGS: tuple[Lang, Lang] = ("vi", "en")
_APPRAISED = frozenset({"appraised_1", "appraised_2"})
_Group = tuple[Level, Period, str]


class _Earlier(Struct, frozen=True):
    number: int
    run: int


class EarlierClaims(Struct):
    """The self-assessments that a register holds, looked up by group as units are asked for.

    They are the results of the self stage; else the provisional ones, in which nobody's points but the
    unit's own are counted.
    """

    store: Store
    _known: dict[_Group, Mapping[str, _Earlier]] = field(default_factory=dict)

    def findings(self, score: UnitScore, key: ResultKey) -> tuple[Finding, ...]:
        """Return what differs from the unit's earlier claims in a workbook of an appraisal round."""
        if not any(leaf.stage in _APPRAISED for leaf in _leaves(score)):
            return ()
        earlier = self._of_unit(key)
        if earlier is None:
            return ()
        changed = tuple(self._changed(score, earlier))
        if not changed:
            return ()
        params: dict[str, Param] = {"run": earlier.run, "number": len(changed), "changes": changed}
        return (Finding("claims-differ-from-register", "", params),)

    def stand(self, score: UnitScore, key: ResultKey) -> tuple[Finding, ...]:
        """Return a finding where a self-assessment stands that a workbook without one must not replace."""
        if score.stage != "self" or any(leaf.stage == "self" for leaf in _leaves(score)):
            return ()
        earlier = self._of_unit(key)
        return () if earlier is None else (Finding("self-result-stands", "", {"run": earlier.run}),)

    def _of_unit(self, key: ResultKey) -> _Earlier | None:
        group = (key.level, key.period, key.index)
        if group not in self._known:
            self._known[group] = dict(self._standing(*group))
        return self._known[group].get(key.unit)

    def _standing(self, level: Level, period: Period, index: str) -> Iterator[tuple[str, _Earlier]]:
        final = self.store.results(Selection(level, (period,), index, stage="final"))
        own = self.store.results(Selection(level, (period,), index, stage="self"))
        for each in (*(result for result in final if result.provisional), *own):
            yield each.placement.key, _Earlier(each.number, each.run)

    def _changed(self, score: UnitScore, earlier: _Earlier) -> Iterator[Text]:
        stored = {node.code: node for node in self.store.nodes([earlier.number])[earlier.number]}
        for leaf in _leaves(score):
            before, now = stored.get(leaf.code), leaf.own.points if leaf.own is not None else None
            if now is not None and before is not None and before.state == "scored" and now != before.points:
                yield Text(*(_change(leaf.code, before.points, now, lang) for lang in _LANGS))


def _leaves(score: UnitScore) -> Iterator[NodeScore]:
    items = (node for block in score.adjustments for item in block.items for node in item.walk())
    return (node for node in (*score.walk(), *items) if not node.children)


def _change(code: str, before: Fraction, now: Fraction, lang: Lang) -> str:
    return f"{code} ({said_text(before, lang)} → {said_text(now, lang)})"
