"""Makes one answer of what several workbooks say about one leaf; of two that contradict each other none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from parcli.messages.findings_merging import LEFT_BLANK
from parcli.messages.labels import LABELS
from parcli.model.assessment import BLANK, Datum, DatumState, Detail, LeafAnswer, Stage
from parcli.model.criteria_set import Node
from parcli.model.finding import Finding, Param
from parcli.model.folding import folded

_DetailKey = tuple[str, int]
_WORDED = (DatumState.GIVEN, DatumState.REFUSED)


class Copy(Struct, frozen=True):
    """What one workbook says about a leaf.

    ``round`` is that of its last appraisal, 0 for a unit's own workbook. ``covers`` tells whether it answers
    anything in the leaf's area: where it does, a blank is an answer left blank, else another office's part.
    """

    answer: LeafAnswer
    round: int
    covers: bool


def merged_leaf(node: Node, copies: Sequence[Copy]) -> tuple[LeafAnswer, tuple[Finding, ...]]:
    """Return the answer to one leaf that has a row in each of the copies, and what they disagree on.

    The copies of the earliest round that covers the leaf say what the unit claims.
    """
    first = min(copy.round for copy in ([each for each in copies if each.covers] or copies))
    own = [copy.answer for copy in copies if copy.round <= first]
    later = [copy.answer for copy in copies if copy.round > first]
    merging = _Merging(node, own, later)
    return merging.answer(), tuple(merging.findings)


def says(datum: Datum) -> tuple[object, ...]:
    """Return what a cell means apart from where it stands; equal for cells that mean the same."""
    if datum.number is not None or datum.pair is not None:
        return datum.state, datum.number, datum.percent, datum.pair
    return datum.state, folded(datum.text) if datum.state in _WORDED else ""


class _Merging(Struct):
    """The unit's own answers to a leaf and those of later rounds."""

    node: Node
    own: Sequence[LeafAnswer]
    later: Sequence[LeafAnswer]
    findings: list[Finding] = field(default_factory=list)

    def answer(self) -> LeafAnswer:
        own, everyone = self.own, [*self.own, *self.later]
        stages = dict.fromkeys(stage for each in everyone for stage in each.points)
        evidence = _joined(each.evidence for each in own)
        self._compare_evidence(evidence)
        return LeafAnswer(
            code=self.node.code,
            place=own[0].place,
            declared=self._claimed("declared", [a.declared for a in own], [a.declared for a in self.later]),
            details=self._details(),
            points=MappingProxyType({stage: self._points(stage) for stage in stages}),
            explanation=_joined(each.explanation for each in everyone),
            evidence=evidence,
            evidence_place=next((each.evidence_place for each in own if each.evidence_place), ""),
            note=_joined(each.note for each in everyone),
        )

    def _points(self, stage: Stage) -> Datum:
        own, later = ([each.at(stage) for each in some] for some in (self.own, self.later))
        return self._claimed(stage, own, later) if stage == "self" else self._agreed(stage, [*own, *later])

    def _claimed(self, role: str, own: Sequence[Datum], later: Sequence[Datum]) -> Datum:
        """Return the unit's own value; one that a later round's workbook has instead is a finding."""
        agreed = self._agreed(role, own)
        for datum in later:
            if datum.state is DatumState.BLANK or any(says(datum) == says(each) for each in (agreed, *own)):
                continue
            first: Param = LEFT_BLANK if agreed.state is DatumState.BLANK else agreed.quoted
            other = agreed.place or self.own[0].place
            self._note("claim-changed-later", role, datum, first=first, other=other)
        return agreed

    def _agreed(self, role: str, data: Sequence[Datum]) -> Datum:
        """Return the value that all filled cells have; a refused one where they differ."""
        filled = [datum for datum in data if datum.state is not DatumState.BLANK]
        if not filled:
            return data[0] if data else BLANK
        different = {says(datum): datum for datum in reversed(filled)}
        first = filled[0]
        others = [datum for key, datum in reversed(different.items()) if key != says(first)]
        for datum in others:
            self._note("parts-conflict", role, datum, first=first.quoted, other=first.place)
        if not others:
            return first
        text = " / ".join(each.text for each in (first, *others))
        return Datum(DatumState.REFUSED, text=text, place=first.place)

    def _details(self) -> tuple[Detail, ...]:
        """Return the rows below the leaf, those of one label as one."""
        own, later = ([_keyed(each.details) for each in some] for some in (self.own, self.later))
        keys = dict.fromkeys(key for rows in (*own, *later) for key in rows)
        return tuple(
            self._detail(
                [rows[key] for rows in own if key in rows], [rows[key] for rows in later if key in rows]
            )
            for key in keys
        )

    def _detail(self, own: Sequence[Detail], later: Sequence[Detail]) -> Detail:
        everyone = [*own, *later]
        declared = self._claimed("declared", [d.declared for d in own], [d.declared for d in later])
        return replace(
            everyone[0], declared=declared, survey=self._agreed("survey", [each.survey for each in everyone])
        )

    def _compare_evidence(self, evidence: str) -> None:
        known = {folded(text) for text in (evidence, *(each.evidence for each in self.own))}
        for each in self.later:
            if each.evidence and folded(each.evidence) not in known:
                datum = Datum(DatumState.GIVEN, text=each.evidence, place=each.evidence_place or each.place)
                other = next((a.evidence_place for a in self.own if a.evidence_place), self.own[0].place)
                self._note(
                    "claim-changed-later", "evidence", datum, first=evidence or LEFT_BLANK, other=other
                )

    def _note(self, code: str, role: str, datum: Datum, *, first: Param, other: str) -> None:
        params: dict[str, Param] = {"code": self.node.code, "title": self.node.title}
        params |= {"role": LABELS[f"role-{role}"], "first": first, "other": other, "second": datum.quoted}
        self.findings.append(Finding(code, datum.place, params))


def _keyed(details: Sequence[Detail]) -> dict[_DetailKey, Detail]:
    """Return rows by label, and by which of several rows of a label they are."""
    seen: Counter[str] = Counter()
    keyed: dict[_DetailKey, Detail] = {}
    for detail in details:
        label = folded(detail.label)
        seen[label] += 1
        keyed[label, seen[label]] = detail
    return keyed


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))
