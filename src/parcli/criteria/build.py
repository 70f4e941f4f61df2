"""Turns the checked shape of a file into the model's criteria set; checks nothing and reads nothing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec.structs import replace

from parcli.criteria import schema as shape
from parcli.criteria.build_rules import build_rule
from parcli.criteria.fingerprint import meaning_hash, text_hash
from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema_parts import Wording
from parcli.model import criteria_set as model
from parcli.model.criteria_set import CriteriaSet, Node, Role
from parcli.model.rules import Rounding
from parcli.model.text import Text


def build_set(part: shape.SetPart, path: str, *, mistakes: Mistakes) -> CriteriaSet:
    """Return the criteria set of a file without errors, with its two hashes."""
    policy = _policy(part.policy)
    nodes = _Nodes(policy, mistakes)
    built = CriteriaSet(
        id=part.id,
        title=part.title.text,
        level=part.level,
        status=part.status,
        legal_basis=tuple(_legal_basis(basis) for basis in part.legal_basis),
        modelled_on=part.modelled_on,
        applies_from=part.applies.from_,
        applies_to=part.applies.to,
        supersedes=part.supersedes,
        total=part.total,
        policy=policy,
        blocks=MappingProxyType({key: name.text for key, name in part.blocks.items()}),
        grades=_scales(part.grades),
        caps=tuple(_cap(cap) for cap in part.caps),
        roots=nodes.roots(part),
        adjustments=tuple(nodes.adjustment(block) for block in part.adjustments),
        note=_text(part.note),
        index=part.index or "",
        frame=part.frame,
        extends=part.extends,
        path=path,
    )
    return replace(built, meaning_hash=meaning_hash(built), text_hash=text_hash(built))


class _Nodes:
    """Builds the tree; a leaf gets the set's policies where it states none, and the nearest reference."""

    def __init__(self, policy: model.Policy, mistakes: Mistakes) -> None:
        self._policy = policy
        self._mistakes = mistakes

    def roots(self, part: shape.SetPart) -> tuple[Node, ...]:
        if part.parts is not None:
            return tuple(self._part(each) for each in part.parts)
        return tuple(self._node(area, "area", depth=1, reference="") for area in part.areas or ())

    def adjustment(self, block: shape.AdjustmentPart) -> model.Adjustment:
        items = tuple(self._node(item, "criterion", depth=2, reference="") for item in block.items)
        return model.Adjustment(block.code, block.title.text, block.sign, block.cap, items)

    def _part(self, part: shape.PartPart) -> Node:
        reference = part.reference or ""
        return Node(
            code=part.code,
            title=part.title.text,
            max_points=part.max,
            role="part",
            depth=0,
            children=tuple(self._node(area, "area", depth=1, reference=reference) for area in part.areas),
            reference=reference,
            status=part.status,
            place=self._mistakes.place(part.line),
            replaces=part.replaces,
        )

    def _node(self, part: shape.NodePart, role: Role, *, depth: int, reference: str) -> Node:
        own = part.reference or reference
        made = Node(
            code=part.code,
            title=part.title.text,
            max_points=part.max,
            role=role,
            depth=depth,
            children=tuple(
                self._node(child, "criterion", depth=depth + 1, reference=own)
                for child in part.criteria or ()
            ),
            rule=build_rule(part.rule, part.max) if part.rule else None,
            scored_by=part.scored_by or "self",
            evidence=part.evidence or "optional",
            not_applicable=part.not_applicable or self._policy.not_applicable,
            did_not_arise=part.did_not_arise or self._policy.did_not_arise,
            due_in=part.due_in or (),
            reference=own,
            guidance=_text(part.guidance),
            status=part.status,
            place=self._mistakes.place(part.line),
            replaces=part.replaces,
            effort=part.effort,
            open=part.open and not part.criteria,
        )
        # stated, but as the set has it anyway: the same meaning, and the same hash
        same = part.missing is None or part.missing == self._policy.missing_on(made)
        return made if same else replace(made, missing=part.missing)


def _policy(part: shape.PolicyPart) -> model.Policy:
    adjustments = part.adjustments
    return model.Policy(
        rounding=Rounding(part.rounding.digits, part.rounding.mode),
        rounding_stage=part.rounding.stage,
        missing=part.missing,
        appraised_blank=part.appraised_blank,
        not_applicable=part.not_applicable,
        did_not_arise=part.did_not_arise,
        ranking=model.RankingPolicy(part.ranking.by, part.ranking.precision, part.ranking.ties),
        grade_on=part.grade_on,
        adjustments=model.AdjustmentPolicy(adjustments.in_percent, adjustments.ceiling, adjustments.floor)
        if adjustments
        else None,
    )


def _scales(grades: Mapping[str, tuple[shape.GradePart, ...]]) -> Mapping[str, model.GradeScale]:
    """Return the scales by block; the file's word ``common`` is the model's empty key."""
    return MappingProxyType(
        {"" if block == "common" else block: _scale(scale) for block, scale in grades.items()}
    )


def _scale(scale: tuple[shape.GradePart, ...]) -> model.GradeScale:
    bounds = [grade.from_ or grade.above for grade in scale]
    percent = all(bound is not None and bound.percent for bound in bounds)
    return model.GradeScale("percent" if percent else "points", tuple(_grade(grade) for grade in scale))


def _grade(part: shape.GradePart) -> model.Grade:
    bound = part.from_ or part.above
    assert bound is not None
    return model.Grade(part.id, part.name.text, bound.value, part.from_ is not None)


def _cap(part: shape.CapPart) -> model.Cap:
    when = part.when
    code = when.area or when.criterion or ""
    if when.answer is not None:
        condition = model.CapCondition(code, "answer", answer=when.answer)
    else:
        bound = when.to or when.below
        assert bound is not None
        by: Literal["percent", "points"] = "percent" if bound.percent else "points"
        condition = model.CapCondition(code, by, test_below=bound.value, inclusive=when.to is not None)
    return model.Cap(part.at_most, condition, part.reference or "")


def _legal_basis(part: shape.LegalBasisPart) -> model.LegalBasis:
    return model.LegalBasis(part.number, part.date, part.issuer, _text(part.title), part.url)


def _text(words: Wording | None) -> Text | None:
    return words.text if words else None
