"""Compares what a workbook says of a unit with what the register has of it; it changes neither."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from msgspec import Struct, field

from parcli.messages.numbers import said_text
from parcli.model.assessment import Stage
from parcli.model.criteria_set import Policy
from parcli.model.finding import Finding, Param
from parcli.model.period import Period
from parcli.model.register import ResultKey, Selection, StoredResult
from parcli.model.score import NodeScore, ScoreStage, State, UnitScore
from parcli.model.text import Lang, Text
from parcli.model.unit import Level
from parcli.scoring.rounding import rounded_exact
from parcli.store import Store
from parcli.store.answers import unpacked

_LANGS: tuple[Lang, Lang] = ("vi", "en")
_STAGES: tuple[ScoreStage, ...] = ("self", "final")
_APPRAISED: tuple[Stage, Stage] = ("appraised_1", "appraised_2")
_Group = tuple[Level, Period, str]


class _Earlier(Struct, frozen=True):
    number: int
    run: int
    file: str


class EarlierClaims(Struct):
    """The self-assessments that a register holds, looked up by group as units are asked for.

    They are the results of the self stage; else the provisional ones, in which nobody's points but the
    unit's own are counted.
    """

    store: Store
    _known: dict[_Group, Mapping[str, _Earlier]] = field(default_factory=dict)

    def findings(self, score: UnitScore, key: ResultKey, policy: Policy) -> tuple[Finding, ...]:
        """Return what differs from what the register has of the unit.

        From a workbook of an appraisal round that is what it says of the unit's claims; any may take the
        place of an appraisal.
        """
        replaced = self._replaced(score, key) if score.stage == "final" else ()
        earlier = self._of_unit(key) if _of_appraisal(score) else None
        if earlier is None:
            return replaced
        changed = tuple(self._changed(score, earlier, policy))
        if not changed:
            return replaced
        params: dict[str, Param] = {"run": earlier.run, "number": len(changed), "changes": changed}
        return (*replaced, Finding("claims-differ-from-register", "", params))

    def lacking(self, score: UnitScore, key: ResultKey, answers: bytes) -> Finding | None:
        """Return a finding where a workbook of an appraisal round leaves out points that the register has.

        The copy that a council works with may have left out what the unit claimed: on its own it says less
        of the unit than the register does. ``answers`` are the workbook's, packed.
        """
        if not _of_appraisal(score):
            return None
        blank = [leaf.code for leaf in _leaves(score) if _without_points(leaf)]
        filled = {code for code, each in unpacked(answers).answers.items() if each.filled} if blank else set()
        blank = [code for code in blank if code not in filled]
        for earlier in self._results_of(key) if blank else ():
            had = self._scored_leaves(earlier)
            lost = tuple(code for code in blank if code in had)
            if lost:
                params: dict[str, Param] = {"run": earlier.run, "number": len(lost), "codes": lost}
                return Finding("claims-left-out", "", {**params, "file": earlier.file})
        return None

    def stand(self, score: UnitScore, key: ResultKey) -> tuple[Finding, ...]:
        """Return a finding where a self-assessment stands that a workbook without one must not replace."""
        if score.stage != "self" or any(leaf.stage == "self" for leaf in _leaves(score)):
            return ()
        earlier = self._of_unit(key)
        return () if earlier is None else (Finding("self-result-stands", "", {"run": earlier.run}),)

    def _replaced(self, score: UnitScore, key: ResultKey) -> tuple[Finding, ...]:
        """Return a finding where appraised points are replaced, of a settled result or of some criteria."""
        open_leaves = {leaf.code for leaf in _leaves(score) if leaf.stage not in _APPRAISED}
        if not open_leaves:
            return ()
        selection = Selection(key.level, (key.period,), key.index, units=(key.unit,), stage="final")
        found = (self._replaced_in(score, each, open_leaves) for each in self.store.results(selection))
        return tuple(finding for finding in found if finding is not None)

    def _replaced_in(self, score: UnitScore, result: StoredResult, open_leaves: set[str]) -> Finding | None:
        params: dict[str, Param] = {"run": result.run, "points": result.points, "file": result.file}
        appraised = self._appraised(result)
        own = {leaf.code for leaf in _leaves(score) if leaf.scored_by == "self"}
        all_of_it = not appraised or own <= set(appraised)
        if all_of_it and score.provisional and not result.provisional and not _of_appraisal(score):
            return Finding("appraisal-replaced", "", params)
        lost = tuple(code for code in appraised if code in open_leaves)
        if not lost:
            return None
        return Finding("appraisals-left-out", "", {**params, "number": len(lost), "codes": lost})

    def _appraised(self, result: StoredResult) -> tuple[str, ...]:
        """Return the criteria that a result has appraised points of, none where its answers were not kept."""
        kept = self.store.answers([result.number]).get(result.number)
        answers = {} if kept is None else kept.answers
        return tuple(code for code, each in answers.items() if any(each.at(s).given for s in _APPRAISED))

    def _of_unit(self, key: ResultKey) -> _Earlier | None:
        group = (key.level, key.period, key.index)
        if group not in self._known:
            self._known[group] = dict(self._standing(*group))
        return self._known[group].get(key.unit)

    def _standing(self, level: Level, period: Period, index: str) -> Iterator[tuple[str, _Earlier]]:
        final = self.store.results(Selection(level, (period,), index, stage="final"))
        own = self.store.results(Selection(level, (period,), index, stage="self"))
        for each in (*(result for result in final if result.provisional), *own):
            yield each.placement.key, _earlier(each)

    def _results_of(self, key: ResultKey) -> tuple[_Earlier, ...]:
        """Return the unit's own result and its final one, as far as they stand."""
        chosen = [
            Selection(key.level, (key.period,), key.index, units=(key.unit,), stage=stage)
            for stage in _STAGES
        ]
        return tuple(_earlier(each) for selection in chosen for each in self.store.results(selection))

    def _changed(self, score: UnitScore, earlier: _Earlier, policy: Policy) -> Iterator[Text]:
        stored = self._scored_leaves(earlier)
        by_leaf = policy.rounding_stage == "leaf"
        for leaf in _leaves(score):
            before, now = stored.get(leaf.code), leaf.own.points if leaf.own is not None else None
            if now is not None and by_leaf:  # the result is rounded, what the unit's answer comes to is not
                now = rounded_exact(now, policy.rounding)
            if now is not None and before is not None and now != before:
                yield Text(*(_change(leaf.code, before, now, lang) for lang in _LANGS))

    def _scored_leaves(self, earlier: _Earlier) -> Mapping[str, Fraction]:
        nodes = self.store.nodes([earlier.number])[earlier.number]
        return {node.code: node.points for node in nodes if node.state == State.SCORED}


def _earlier(result: StoredResult) -> _Earlier:
    return _Earlier(result.number, result.run, result.file)


def _of_appraisal(score: UnitScore) -> bool:
    return any(leaf.stage in _APPRAISED for leaf in _leaves(score))


def _without_points(leaf: NodeScore) -> bool:
    """Tell whether a criterion that the unit scores itself has no points, neither claimed nor appraised."""
    claimed = leaf.own is not None and leaf.own.points is not None
    return leaf.scored_by == "self" and leaf.state is State.MISSING and not claimed


def _leaves(score: UnitScore) -> Iterator[NodeScore]:
    items = (node for block in score.adjustments for item in block.items for node in item.walk())
    return (node for node in (*score.walk(), *items) if not node.children)


def _change(code: str, before: Fraction, now: Fraction, lang: Lang) -> str:
    return f"{code} ({said_text(before, lang)} → {said_text(now, lang)})"
