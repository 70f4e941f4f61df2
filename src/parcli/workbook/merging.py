"""Makes one assessment of several of one unit and period: parts by several offices, rounds of appraisal.

What the unit claims comes from its own workbooks, the points of others from whichever has them. Two that
contradict each other are a finding with both places, and neither is used. Applies no rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.assessment import BLANK, Assessment, ClaimedSum, LeafAnswer, Stage
from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.finding import Finding, Param
from parcli.model.folding import folded
from parcli.model.unit import Unit
from parcli.workbook.file_places import placed_in_file, short_names
from parcli.workbook.merging_leaf import Copy, merged_leaf, says

_ROUNDS: tuple[Stage, ...] = ("appraised_1", "appraised_2")
_MISSING = ("row-missing", "rows-missing")
_OF_A_WHOLE = "total-max-differs"  # the total of a part is not the set's


class _Leaf(Struct, frozen=True):
    node: Node
    area: str


def merged(parts: Sequence[Assessment], criteria_set: CriteriaSet) -> Assessment:
    """Return the assessments of one unit, period and set as one, whatever their order.

    Places name their file. Where workbooks are of several rounds, those of the earliest say what the unit
    claims; a later one adds points and explanations. ``source`` is the first workbook of the earliest round.
    """
    if len(parts) == 1:
        return parts[0]
    ordered = sorted(parts, key=lambda part: (_round(part), part.source))
    names = short_names([part.source for part in ordered])
    ordered = [placed_in_file(part, name) for part, name in zip(ordered, names, strict=True)]
    leaves = _leaves(criteria_set)
    answers, conflicts = _answers(ordered, leaves)
    unit, about_unit = _unit(ordered)
    return Assessment(
        unit=unit,
        period=ordered[0].period,
        criteria_set=ordered[0].criteria_set,
        answers=MappingProxyType(answers),
        sums=tuple(_sums(ordered, answers, criteria_set)),
        stages=frozenset(stage for part in ordered for stage in part.stages),
        has_evidence=any(part.has_evidence for part in ordered if _round(part) == _round(ordered[0])),
        findings=(
            *about_unit,
            *_of_reading(ordered, answers),
            *_missing(ordered, answers, leaves),
            *conflicts,
        ),
        source=ordered[0].source,
    )


def _round(part: Assessment) -> int:
    """Return the round of the last appraisal that a workbook holds, 0 for none."""
    answers = part.answers.values()
    filled = [any(answer.at(stage).state is not BLANK.state for answer in answers) for stage in _ROUNDS]
    return max((number for number, has in enumerate(filled, start=1) if has), default=0)


def _leaves(criteria_set: CriteriaSet) -> dict[str, _Leaf]:
    """Return the leaves in the set's order, each with its area or its block of adjustments."""
    areas = {
        leaf.code: node.code for node in criteria_set.walk() if node.role == "area" for leaf in node.walk()
    }
    blocks = {
        leaf.code: block.code for block in criteria_set.adjustments for i in block.items for leaf in i.walk()
    }
    nodes = (*criteria_set.leaves(), *(item for item in criteria_set.adjustment_items() if item.is_leaf))
    return {node.code: _Leaf(node, (areas | blocks).get(node.code, "")) for node in nodes}


def _answers(
    parts: Sequence[Assessment], leaves: Mapping[str, _Leaf]
) -> tuple[dict[str, LeafAnswer], list[Finding]]:
    rounds = [_round(part) for part in parts]
    answered = [{leaves[code].area for code, a in part.answers.items() if _claims(a)} for part in parts]
    answers: dict[str, LeafAnswer] = {}
    findings: list[Finding] = []
    for code, leaf in leaves.items():
        copies = [
            Copy(part.answers[code], number, covers=leaf.area in areas)
            for part, number, areas in zip(parts, rounds, answered, strict=True)
            if code in part.answers
        ]
        if copies:
            answers[code], found = merged_leaf(leaf.node, copies)
            findings += found
    return answers, findings


def _claims(answer: LeafAnswer) -> bool:
    """Tell whether a unit says anything about a leaf."""
    data = (answer.declared, answer.at("self"), *(detail.declared for detail in answer.details))
    return bool(answer.evidence) or any(datum.state is not BLANK.state for datum in data)


def _unit(parts: Sequence[Assessment]) -> tuple[Unit, tuple[Finding, ...]]:
    units = [part.unit for part in parts]
    code = next((unit.code for unit in units if unit.code), "")
    blocks = tuple(dict.fromkeys(unit.block for unit in units if unit.block))
    unit = replace(units[0], code=code, block=blocks[0] if blocks else "")
    if len(set(map(folded, blocks))) < 2:
        return unit, ()
    return unit, (Finding("parts-block-differs", "", {"blocks": blocks, "used": blocks[0]}),)


def _sums(
    parts: Sequence[Assessment], answers: Mapping[str, LeafAnswer], criteria_set: CriteriaSet
) -> Iterator[ClaimedSum]:
    """Yield the printed sums whose cells stand in the workbook that prints them: others add up elsewhere."""
    seen: list[tuple[object, ...]] = []
    for part in parts:
        for claimed in part.sums:
            key = (claimed.code, claimed.stage, says(claimed.datum))
            below = _below(criteria_set, claimed.code)
            whole = all(_same_at(code, claimed.stage, part.answers, answers) for code in below)
            if whole and key not in seen:
                seen.append(key)
                yield claimed


def _same_at(
    code: str, stage: Stage, own: Mapping[str, LeafAnswer], merged_answers: Mapping[str, LeafAnswer]
) -> bool:
    blank = LeafAnswer(code)
    return says(own.get(code, blank).at(stage)) == says(merged_answers.get(code, blank).at(stage))


def _below(criteria_set: CriteriaSet, code: str) -> tuple[str, ...]:
    """Return the codes of the leaves that a printed sum covers; "" is the total with all adjustments."""
    if not code:
        return tuple(node.code for node in (*criteria_set.leaves(), *criteria_set.adjustment_items()))
    blocks = [block.items for block in criteria_set.adjustments if block.code == code]
    node = criteria_set.find(code)
    roots = blocks[0] if blocks else (node,) if node else ()
    return tuple(each.code for root in roots for each in root.walk() if each.is_leaf)


def _of_reading(parts: Sequence[Assessment], answers: Mapping[str, LeafAnswer]) -> Iterator[Finding]:
    """Yield what reading found that still holds; what it found of every file as a whole is said once."""
    whole = [
        [replace(each, place="") for each in part.findings if each.place.startswith("[")] for part in parts
    ]
    common = [each for each in whole[0] if all(each in of_part for of_part in whole)]
    yield from common
    for part in parts:
        is_part = len(part.answers) < len(answers)
        for each in part.findings:
            outdated = each.code in _MISSING or (is_part and each.code == _OF_A_WHOLE)
            if not outdated and replace(each, place="") not in common:
                yield each


def _missing(
    parts: Sequence[Assessment], answers: Mapping[str, LeafAnswer], leaves: Mapping[str, _Leaf]
) -> Iterator[Finding]:
    """Yield the findings of missing rows for the leaves that no workbook has a row for, each leaf once."""
    said = set(answers)
    for part in parts:
        for each in part.findings:
            if each.code not in _MISSING:
                continue
            inside = each.params.get("codes", (each.params["code"],))
            codes = [str(code) for code in inside] if isinstance(inside, tuple) else []
            left = [code for code in codes if code not in said]
            said |= set(left)
            if len(left) == len(codes):
                yield each
            else:
                yield from (_row_missing(leaves[code].node, each.place) for code in left)


def _row_missing(node: Node, place: str) -> Finding:
    params: dict[str, Param] = {"code": node.code, "title": node.title}
    return Finding("row-missing", place, params)
